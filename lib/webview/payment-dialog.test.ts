import { describe, expect, it } from 'vitest';
import type { Quote } from '@/lib/domain/cart/quote';
import { asId } from '@/lib/domain/ids';
import type { MessengerExtensionsSdk } from './extensions';
import { canPayInMessenger, type DialogInput, detailsOf, payInMessenger } from './payment-dialog';

const option = (id: string, priceMinor: number) => ({
  id,
  title: { de: id, en: id },
  days: { from: 2, to: 3 },
  priceMinor,
  currency: 'USD' as const,
});

function quoteOf(shippingMinor: number, chosen = 'standard'): Quote {
  const options = [option('standard', 590), option('express', 1990)];
  return {
    currency: 'USD',
    lines: [
      {
        variantId: asId('v'),
        sku: 'A',
        title: { de: 'Mond', en: 'Moon' },
        variantTitle: { de: 'A4', en: 'A4' },
        imageFile: null,
        quantity: 2,
        unitMinor: 1205,
        totalMinor: 2410,
        discountMinor: 0,
        taxRatePerMille: 0,
        taxContainedMinor: 0,
      },
    ],
    goodsMinor: 2410,
    shipping: { options, chosen: option(chosen, shippingMinor) },
    taxAddedMinor: 0,
    taxContainedMinor: 0,
    discountMinor: 0,
    discounts: [],
    code: null,
    total: { amountMinor: 2410 + shippingMinor, currency: 'USD' },
  };
}

const merchant = { pageId: '1', title: 'Shop', termsUrl: 'https://shop.example/terms', confirmationText: 'Thanks' };

/** The client's part: what it was constructed with, and how the person acts once it shows. */
function sdkWith(
  act: (request: EventTarget & { shippingAddress: unknown; shippingOption: unknown }) => Promise<unknown>,
  features: string[] = ['context', 'payments'],
) {
  const constructed: unknown[][] = [];
  class PaymentRequest extends EventTarget {
    shippingAddress: unknown = null;
    shippingOption: unknown = null;
    constructor(...args: unknown[]) {
      super();
      constructed.push(args);
    }
    canMakePayment = async () => true;
    show = () => act(this);
  }
  const sdk: MessengerExtensionsSdk = {
    getContext: () => undefined,
    getSupportedFeatures: (success) => success({ supported_features: features }),
    requestCloseBrowser: () => undefined,
    PaymentRequest,
  };
  return { sdk, constructed };
}

/** Dispatches an event as the SDK does and answers what the page updates the sheet with. */
async function dispatch(request: EventTarget, type: string): Promise<unknown> {
  let update: Promise<unknown> | undefined;
  const updateWith = (answer: Promise<unknown>) => {
    update = answer;
  };
  request.dispatchEvent(Object.assign(new Event(type), { updateWith }));
  return update;
}

const paidWith = {
  details: { provider_type: 'stripe', charge_id: 'ch_1', fb_payment_id: '99' },
  shippingAddress: {
    country: 'US',
    region: 'CA',
    city: 'Exampleville',
    postalCode: '94000',
    addressLine: ['12 Test Street', 'Apt 4'],
    recipient: 'Ada Fixture',
  },
  shippingOption: 'express',
  payerName: 'Ada Fixture',
  payerEmail: 'ada@example.com',
  payerPhone: null,
  complete: async (result: string) => result,
};

function inputWith(requote: DialogInput['requote']): DialogInput {
  return { merchant, attemptId: 'attempt_1', quote: quoteOf(590), language: 'en', requote };
}

describe('the details of the dialog', () => {
  it('are decimal texts whose lines sum to the total, under the id of the attempt', () => {
    const details = detailsOf(quoteOf(590), { attemptId: 'attempt_1', language: 'en' });
    expect(details.id).toBe('attempt_1');
    expect(details.displayItems).toEqual([
      { label: '2 × Moon A4', amount: { currency: 'USD', value: '24.10' } },
      { label: 'standard', amount: { currency: 'USD', value: '5.90' } },
    ]);
    expect(details.total.amount.value).toBe('30.00');
    expect(details.shippingOptions.map(({ id, selected }) => [id, selected])).toEqual([
      ['standard', true],
      ['express', false],
    ]);
  });
});

describe('payInMessenger', () => {
  it('hands over what she agreed to, with the price of what she chose', async () => {
    const asked: unknown[] = [];
    const { sdk } = sdkWith(async (request) => {
      request.shippingAddress = paidWith.shippingAddress;
      await dispatch(request, 'shippingaddresschange');
      request.shippingOption = 'express';
      const updated = await dispatch(request, 'shippingoptionchange');
      expect(updated).toMatchObject({ total: { amount: { value: '44.00' } } });
      return paidWith;
    });
    const payment = await payInMessenger(
      sdk,
      inputWith(async (wish) => {
        asked.push([wish.address?.postalCode, wish.shippingOptionId]);
        return quoteOf(wish.shippingOptionId === 'express' ? 1990 : 590, wish.shippingOptionId);
      }),
    );
    expect(asked).toEqual([
      ['94000', undefined],
      ['94000', 'express'],
    ]);
    expect(payment).toMatchObject({
      chargeId: 'ch_1',
      fbPaymentId: '99',
      email: 'ada@example.com',
      phone: '',
      shippingOptionId: 'express',
      address: { name: 'Ada Fixture', street1: '12 Test Street', street2: 'Apt 4', country: 'US' },
    });
    expect(await payment?.complete('success')).toBe('success');
  });

  it('refuses an address that the shop does not deliver to', async () => {
    const { sdk } = sdkWith(async (request) => {
      await expect(dispatch(request, 'shippingaddresschange')).rejects.toThrow();
      throw Object.assign(new Error('cancelled'), { errorCode: 24001 });
    });
    expect(
      await payInMessenger(
        sdk,
        inputWith(async () => null),
      ),
    ).toBeNull();
  });

  it('throws when the dialog breaks, or names no charge', async () => {
    const broken = sdkWith(async () => {
      throw Object.assign(new Error('no privacy URL'), { code: 24002 });
    });
    await expect(
      payInMessenger(
        broken.sdk,
        inputWith(async () => null),
      ),
    ).rejects.toThrow('no privacy URL');
    const silent = sdkWith(async () => ({ ...paidWith, details: {} }));
    await expect(
      payInMessenger(
        silent.sdk,
        inputWith(async () => null),
      ),
    ).rejects.toThrow('no charge');
  });
});

describe('canPayInMessenger', () => {
  const wish = { merchant, quote: quoteOf(590), language: 'en' as const };
  const never = async () => undefined;

  it('is so where the client says so', async () => {
    expect(await canPayInMessenger(sdkWith(never).sdk, wish)).toBe(true);
  });

  it('is not so without the feature, in euro, or on a client of today', async () => {
    expect(await canPayInMessenger(sdkWith(never, ['context']).sdk, wish)).toBe(false);
    expect(await canPayInMessenger(sdkWith(never).sdk, { ...wish, quote: { ...wish.quote, currency: 'EUR' } })).toBe(
      false,
    );
    const { PaymentRequest: _gone, ...today } = sdkWith(never).sdk;
    expect(await canPayInMessenger(today, wish)).toBe(false);
  });
});

import type { Quote } from '@/lib/domain/cart/quote';
import type { Language } from '@/lib/domain/market';
import {
  fieldOf,
  getSupportedFeatures,
  type MessengerExtensionsSdk,
  type MessengerPaymentRequest,
  textOf,
} from './extensions';

/** Who sells, as the dialog shows it. */
export type DialogMerchant = { pageId: string; title: string; termsUrl: string; confirmationText: string };

export type DialogAddress = {
  name: string;
  street1: string;
  street2: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

/** What she agreed to in the dialog. Messenger has charged already; the server looks the charge up and believes nothing else. */
export type DialogPayment = {
  chargeId: string;
  provider: 'stripe' | 'paypal';
  fbPaymentId: string;
  email: string;
  phone: string;
  address: DialogAddress;
  shippingOptionId: string;
  complete: (result: 'success' | 'fail') => Promise<unknown>;
};

export type DialogInput = {
  merchant: DialogMerchant;
  attemptId: string;
  quote: Quote;
  language: Language;
  /** A new price for what she chose in the dialog; null where it cannot be sent there. */
  requote: (wish: { address: DialogAddress | null; shippingOptionId: string | undefined }) => Promise<Quote | null>;
};

/** Whether Messenger's own payment dialog (profile 2016) can be shown here, with this cart. */
export async function canPayInMessenger(
  sdk: MessengerExtensionsSdk,
  input: Pick<DialogInput, 'merchant' | 'quote' | 'language'>,
): Promise<boolean> {
  if (input.quote.currency !== 'USD' || !sdk.PaymentRequest) return false;
  if (!(await getSupportedFeatures(sdk)).includes('payments')) return false;
  try {
    return await makeRequest(sdk, { ...input, attemptId: 'probe' }).canMakePayment();
  } catch {
    // "InvalidStateError" while another request is open, or details that this client does not take: then it cannot.
    return false;
  }
}

/**
 * Shows the dialog and answers what she agreed to, or null when she left it. The attempt must be written before: Messenger
 * charges before our server hears of it. `details.id` carries the attempt's id into the charge's metadata (an assumption:
 * W3C's member of that name). Source: Messenger Platform 2.1, PaymentRequest; reference E.6.
 */
export async function payInMessenger(sdk: MessengerExtensionsSdk, input: DialogInput): Promise<DialogPayment | null> {
  const request = makeRequest(sdk, input);
  let address: DialogAddress | null = null;
  let shippingOptionId: string | undefined = input.quote.shipping.chosen.id;
  const reprice = async () => {
    const quote = await input.requote({ address, shippingOptionId });
    if (!quote) throw new Error('not delivered there');
    return detailsOf(quote, input);
  };
  request.addEventListener('shippingaddresschange', (event) => {
    address = readAddress(fieldOf(event.target, 'shippingAddress'));
    // What could be chosen before may not exist there: the server takes its cheapest.
    shippingOptionId = undefined;
    updateWith(event, reprice());
  });
  request.addEventListener('shippingoptionchange', (event) => {
    shippingOptionId = textOf(event.target, 'shippingOption') ?? undefined;
    updateWith(event, reprice());
  });
  try {
    return readPayment(await request.show(), shippingOptionId ?? input.quote.shipping.chosen.id);
  } catch (problem) {
    if (isCancelled(problem)) return null;
    throw problem;
  }
}

function makeRequest(
  sdk: MessengerExtensionsSdk,
  { merchant, ...input }: Pick<DialogInput, 'merchant' | 'quote' | 'language' | 'attemptId'>,
): MessengerPaymentRequest {
  if (!sdk.PaymentRequest) throw new Error('this client has no PaymentRequest');
  const data = {
    merchantFBPageId: merchant.pageId,
    merchantTitle: merchant.title,
    confirmationText: merchant.confirmationText,
    termsUrl: merchant.termsUrl,
  };
  return new sdk.PaymentRequest([{ supportedMethods: ['fb'], data }], detailsOf(input.quote, input), {
    requestShipping: true,
    requestPayerName: true,
    requestPayerEmail: true,
    requestPayerPhone: true,
  });
}

/** A quote in the words of the dialog: each line with its total, then shipping; the shop's prices hold no added tax. */
export function detailsOf(quote: Quote, { attemptId, language }: Pick<DialogInput, 'attemptId' | 'language'>) {
  const amount = (minor: number) => ({ currency: quote.currency, value: amountWire(minor) });
  const { chosen, options } = quote.shipping;
  return {
    id: attemptId,
    displayItems: [
      ...quote.lines.map((line) => ({
        label: [line.quantity > 1 ? `${line.quantity} ×` : '', line.title[language], line.variantTitle[language]]
          .filter(Boolean)
          .join(' '),
        // Less its discount: the dialog's lines are prices, and a price below nothing is none.
        amount: amount(line.totalMinor - line.discountMinor),
      })),
      { label: chosen.title[language], amount: amount(chosen.priceMinor) },
    ],
    total: { label: language === 'de' ? 'Gesamt' : 'Total', amount: amount(quote.total.amountMinor) },
    shippingOptions: options.map((option) => ({
      id: option.id,
      label: option.title[language],
      amount: amount(option.priceMinor),
      selected: option.id === chosen.id,
    })),
  };
}

/** "19.99": the dialog speaks so, and only in dollars. */
export function amountWire(amountMinor: number): string {
  return `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
}

function updateWith(event: Event, details: Promise<unknown>): void {
  const update = fieldOf(event, 'updateWith');
  if (typeof update === 'function') update.call(event, details);
}

/** Reads what the dialog handed over; throws when there is no charge in it, which is then reconciliation's to find. */
function readPayment(response: unknown, shippingOptionId: string): DialogPayment {
  const details = fieldOf(response, 'details');
  const chargeId = textOf(details, 'charge_id');
  const complete = fieldOf(response, 'complete');
  if (!chargeId || typeof complete !== 'function') throw new Error('the dialog named no charge');
  const address = readAddress(fieldOf(response, 'shippingAddress'));
  return {
    chargeId,
    provider: textOf(details, 'provider_type') === 'paypal' ? 'paypal' : 'stripe',
    fbPaymentId: textOf(details, 'fb_payment_id') ?? '',
    email: textOf(response, 'payerEmail') ?? '',
    phone: textOf(response, 'payerPhone') ?? '',
    address: { ...address, name: address.name || (textOf(response, 'payerName') ?? '') },
    shippingOptionId: textOf(response, 'shippingOption') ?? shippingOptionId,
    complete: (result) => Promise.resolve(complete.call(response, result)),
  };
}

function readAddress(address: unknown): DialogAddress {
  const lines = fieldOf(address, 'addressLine');
  const [street1 = '', street2 = ''] = Array.isArray(lines) ? lines.map(String) : [];
  const text = (name: string) => textOf(address, name) ?? '';
  return {
    name: text('recipient'),
    street1,
    street2,
    postalCode: text('postalCode'),
    city: text('city'),
    region: text('region'),
    country: text('country'),
  };
}

// 24001: "person cancelled the payment flow" (reference D.3); W3C calls it AbortError.
function isCancelled(problem: unknown): boolean {
  const code = fieldOf(problem, 'errorCode') ?? fieldOf(problem, 'code');
  return code === 24001 || textOf(problem, 'name') === 'AbortError';
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getKeptDetails, listKeptCards } from '@/lib/db/kept-cards';
import { keptDetails } from '@/lib/db/schema/ways';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { applyStripeEvent } from './apply-stripe-event';
import { addLineItem } from './change-cart';
import { type ConfirmCheckoutInput, confirmCheckout } from './confirm-checkout';
import { detachRemovedCards, ensureCustomer, findKeptCard, forgetCard, keptDetailsPlace } from './keep-card';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let ada: ShopperId;

beforeEach(async () => {
  house = await createTestHouse();
  await addProduct(house, { slug: 'print', stock: 9 });
  ada = await addShopper(house);
});
afterEach(() => house.drop());

async function buy(how: Pick<ConfirmCheckoutInput, 'proof' | 'customerId' | 'keepCard'>) {
  await addLineItem(house.deps, { shopperId: ada, slug: 'print', options: {}, quantity: 1 });
  const quote = await quoteCheckout(house.deps, { shopperId: ada, marketId: 'de', country: 'DE' });
  if (!quote.ok) throw new Error(quote.problem);
  return confirmCheckout(house.deps, {
    shopperId: ada,
    marketId: 'de',
    dialogRequestId: house.deps.newId(),
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    ...how,
  });
}
const typed = (token = 'ok') => ({ confirmationToken: token, returnUrl: 'https://shop.example.com/' });

async function keep(token = 'ok') {
  const customer = await ensureCustomer(house.deps, ada);
  if (!customer.ok) throw new Error(customer.problem);
  return buy({ proof: typed(token), customerId: customer.value, keepCard: true });
}
const cards = () => listKeptCards(house.deps.db, ada);

describe('a card that she asked us to keep', () => {
  it('is kept once it has paid, with the address sealed beside it', async () => {
    expect(await keep()).toMatchObject({ value: { is: 'paid' } });
    expect(await cards()).toMatchObject([{ brand: 'visa', last4: '4242', expiryMonth: 12, expiryYear: 2034 }]);
    const sealed = await getKeptDetails(house.deps.db, ada);
    expect(JSON.parse(house.deps.sealer.open(keptDetailsPlace(ada), sealed ?? ''))).toEqual(EXAMPLE_DETAILS);
    expect(JSON.stringify(await house.deps.db.select().from(keptDetails))).not.toContain('Muster');
    expect([...house.gateway.payments.values()][0]?.request).toMatchObject({ customerId: 'cus_1', keepCard: true });
  });

  it('is not kept without her word, nor when it was declined', async () => {
    await buy({ proof: typed() });
    await keep('decline');
    expect(await cards()).toEqual([]);
    expect(await getKeptDetails(house.deps.db, ada)).toBeNull();
  });

  it('pays again for the same customer, and no one else finds it', async () => {
    await keep();
    const [card] = await cards();
    const found = await findKeptCard(house.deps, { id: card?.id ?? '', shopperId: ada });
    if (!found.ok) throw new Error(found.problem);
    const { methodId: keptMethodId, customerId } = found.value;
    const proof = { keptMethodId, returnUrl: 'https://shop.example.com/' };
    expect(await buy({ proof, customerId })).toMatchObject({ value: { is: 'paid' } });
    const ben = await addShopper(house);
    expect(await findKeptCard(house.deps, { id: card?.id ?? '', shopperId: ben })).toMatchObject({
      problem: 'card_gone',
    });
    expect(await forgetCard(house.deps, { id: card?.id ?? '', shopperId: ben })).toMatchObject({
      problem: 'card_gone',
    });
    expect(await cards()).toHaveLength(1);
  });

  it('kept a second time is listed once, and the older one goes', async () => {
    await keep();
    await keep();
    expect(await cards()).toHaveLength(1);
    expect(await detachRemovedCards(house.deps)).toBe(1);
    expect(house.gateway.detached).toEqual(['pm_1']);
  });

  it('is forgotten at once, and at the provider as soon as that answers', async () => {
    await keep();
    const [card] = await cards();
    house.gateway.isDown = true;
    expect(await forgetCard(house.deps, { id: card?.id ?? '', shopperId: ada })).toMatchObject({ ok: true });
    expect(await cards()).toEqual([]);
    expect(await getKeptDetails(house.deps.db, ada)).toBeNull();
    expect(await detachRemovedCards(house.deps)).toBe(0);
    house.gateway.isDown = false;
    expect(await detachRemovedCards(house.deps)).toBe(1);
    expect(await detachRemovedCards(house.deps)).toBe(0);
    expect(house.gateway.detached).toEqual(['pm_1']);
  });

  it('goes when the provider says that it was detached there, its address too, however often that is said', async () => {
    await keep();
    const tell = (methodId: string) =>
      applyStripeEvent(house.deps, {
        eventId: 'evt_1',
        type: 'payment_method.detached',
        paymentId: null,
        chargeId: null,
        methodId,
        livemode: false,
      });
    expect(await tell('pm_of_somebody_else')).toBe('without_effect');
    expect(await cards()).toHaveLength(1);
    expect([await tell('pm_1'), await tell('pm_1')]).toEqual(['done', 'done']);
    expect(await cards()).toEqual([]);
    expect(await getKeptDetails(house.deps.db, ada)).toBeNull();
    expect(await detachRemovedCards(house.deps)).toBe(0);
  });

  it('belongs to one customer, though she wishes it twice in the same moment', async () => {
    const both = await Promise.all([ensureCustomer(house.deps, ada), ensureCustomer(house.deps, ada)]);
    expect(both).toEqual([
      { ok: true, value: 'cus_1' },
      { ok: true, value: 'cus_1' },
    ]);
    expect(house.gateway.customers.size).toBe(1);
    house.gateway.isDown = true;
    expect(await ensureCustomer(house.deps, await addShopper(house))).toMatchObject({
      problem: 'payments_unavailable',
    });
  });
});

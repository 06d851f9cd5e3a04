import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buyerPlace, listPapersOfOrder } from '@/lib/db/invoices';
import { orders } from '@/lib/db/schema/orders';
import { invoices } from '@/lib/db/schema/papers';
import { saveSeller } from '@/lib/db/sellers';
import { inTransaction } from '@/lib/db/transaction';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { issueCreditNote } from './issue-papers';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
let slug: string;

beforeEach(async () => {
  house = await createTestHouse();
  ({ slug } = await addProduct(house, { slug: 'moon-print', stock: 200 }));
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function buy(token = 'ok') {
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug, options: {}, quantity: 2 });
  const quote = await quoteCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    country: 'DE',
    shippingOptionId: 'standard',
  });
  if (!quote.ok) throw new Error(quote.problem);
  return confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: 'request-0000000001',
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    proof: { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' },
  });
}
const papers = () => house.deps.db.select().from(invoices).orderBy(invoices.kind, invoices.number);
async function theOrder() {
  const [order] = await house.deps.db.select().from(orders);
  if (!order) throw new Error('there is no order');
  return order;
}

describe('the invoice', () => {
  it('is issued with the order, its buyer sealed, its seller as it was then', async () => {
    const seller = { name: 'Ottilie Muster', street: 'Hinterhof 3', postalCode: '12345', city: 'Musterstadt' };
    await saveSeller(house.deps.db, {
      ...seller,
      country: 'DE',
      vatId: 'DE123456788',
      taxNumber: '',
      smallBusiness: false,
    });
    await buy();
    const [invoice, ...more] = await papers();
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ kind: 'invoice', number: 1001, facts: { totalMinor: 5470 } });
    expect(invoice?.facts.seller).toMatchObject(seller);
    const said = JSON.stringify(invoice);
    expect(said).not.toContain(EXAMPLE_DETAILS.address.street1);
    const buyer = house.deps.sealer.open(buyerPlace(invoice?.id ?? ''), invoice?.sealedBuyer ?? '');
    expect(JSON.parse(buyer)).toMatchObject({ name: EXAMPLE_DETAILS.address.name });
  });

  it('has an unbroken number under fifty settlements at once, and none for what was declined', async () => {
    await Promise.all(Array.from({ length: 50 }, (_one, index) => buy(index % 5 === 4 ? 'decline' : 'ok')));
    expect((await papers()).map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_one, index) => 1001 + index),
    );
  });

  it('cannot be edited or removed, not even in the database', async () => {
    await buy();
    const { db } = house.deps;
    await expect(db.update(invoices).set({ number: 7 })).rejects.toThrow();
    await expect(db.execute(sql`update invoices set facts = facts || '{"totalMinor": 1}'`)).rejects.toThrow();
    await expect(db.delete(invoices)).rejects.toThrow();
    await db.update(invoices).set({ sealedBuyer: 'sealed anew' });
    expect(await papers()).toMatchObject([{ number: 1001, sealedBuyer: 'sealed anew' }]);
  });
});

describe('a correction', () => {
  const credit = async (id: string, amountMinor: number) => {
    const { id: orderId } = await theOrder();
    return inTransaction(house.deps.db, async (tx) => {
      const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('update');
      if (!order) throw new Error('there is no order');
      const refund = { id, amountMinor, lines: [], shippingMinor: 0 };
      await issueCreditNote(house.deps, tx, { order: { ...order, refundedMinor: order.totalMinor }, refund });
      if (id === 'broken') throw new Error('the rest of it failed');
    });
  };

  it('is issued once per refund, however often it is asked for', async () => {
    await buy();
    await Promise.all(Array.from({ length: 10 }, () => credit('r1', 1000)));
    await credit('r2', 4470);
    const [invoice, ...notes] = await listPapersOfOrder(house.deps.db, (await theOrder()).id);
    expect(notes).toMatchObject([
      { refundId: 'r1', paper: { label: 'RK-1001', totalMinor: 1000, corrects: { label: 'R-1001' } } },
      { refundId: 'r2', paper: { label: 'RK-1002', totalMinor: 4470 } },
    ]);
    const tax = notes.reduce((sum, { paper }) => sum + (paper.taxes[0]?.taxMinor ?? 0), 0);
    expect(tax).toBe(invoice?.paper.taxes[0]?.taxMinor);
  });

  it('never comes to more than the invoice', async () => {
    await buy();
    await credit('r1', 5000);
    await credit('r2', 5000);
    await credit('r3', 5000);
    const [, ...notes] = await listPapersOfOrder(house.deps.db, (await theOrder()).id);
    expect(notes.map(({ paper }) => paper.totalMinor)).toEqual([5000, 470]);
  });

  it('whose transaction fails leaves no gap behind', async () => {
    await buy();
    await expect(credit('broken', 99)).rejects.toThrow('the rest of it failed');
    await credit('r1', 100);
    expect((await papers()).map(({ kind, number }) => [kind, number])).toEqual([
      ['credit_note', 1001],
      ['invoice', 1001],
    ]);
  });
});

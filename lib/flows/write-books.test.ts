import { afterEach, beforeEach, expect, it } from 'vitest';
import { getBalance } from '@/lib/db/ledger';
import { getOrder } from '@/lib/db/orders';
import { saveSeller } from '@/lib/db/sellers';
import { ACCOUNTS } from '@/lib/domain/books/accounts';
import { balanceOf } from '@/lib/domain/books/entries';
import { writeBooks } from '@/lib/domain/books/write-books';
import { cancelOrder } from './cancel-order';
import { refundOrder } from './refund-order';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { listBookEntries } from './write-books';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const DAY = 24 * 60 * 60_000;
const books = (from = -DAY, to = DAY) => {
  const now = house.deps.now().getTime();
  return listBookEntries(house.deps, { from: new Date(now + from), to: new Date(now + to) });
};
const order = async (quantity = 1) => (await placeOrder(house, { stock: 9, quantity })).order;

it('books papers and money so that nobody owes anything once all is paid or back', async () => {
  const [whole, part, off] = [await order(), await order(2), await order()];
  const back = { orderId: part.id, requestId: 'refund-form-00001', seenVersion: part.version, who: 'm' };
  const wish = { everything: false as const, lines: [], shippingMinor: 0, extraMinor: 500 };
  await refundOrder(house.deps, { ...back, wish, reason: 'goodwill', restock: false });
  await cancelOrder(house.deps, { orderId: off.id, shopperId: null, who: 'm' });

  const entries = await books();
  expect(balanceOf(entries, ACCOUNTS.debtors)).toBe(0);
  const held = await Promise.all([whole, part, off].map(({ id }) => getBalance(house.deps.db, id)));
  expect(balanceOf(entries, ACCOUNTS.providers)).toBe(held.reduce((sum, minor) => sum + minor, 0));
  expect(balanceOf(entries, ACCOUNTS.providers)).toBe(whole.totalMinor + part.totalMinor - 500);
  // What was earned is what the provider holds: VAT stands inside, said by the key.
  expect(balanceOf(entries, ACCOUNTS.sales)).toBe(-(whole.totalMinor + part.totalMinor - 500));
  expect(new Set(entries.filter(({ taxKey }) => taxKey).map(({ taxKey }) => taxKey)).size).toBeGreaterThan(0);
  expect(entries.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
  expect(await getOrder(house.deps.db, off.id)).toMatchObject({ status: 'cancelled' });
});

it('takes what happened in the span and nothing else', async () => {
  await order();
  expect(await books(-2 * DAY, -DAY)).toEqual([]);
  expect(await books()).toHaveLength(2);
});

it('a small business sells without VAT, on an account of its own', async () => {
  const address = { name: 'Otto', street: 'Hof 3', postalCode: '10115', city: 'Berlin', country: 'DE' as const };
  await saveSeller(house.deps.db, { ...address, vatId: '', taxNumber: '12/345/67890', smallBusiness: true });
  const { totalMinor } = await order();
  expect(balanceOf(await books(), ACCOUNTS.smallBusiness)).toBe(-totalMinor);
});

it('is a file with the columns of DATEV', async () => {
  const { number } = await order();
  const [heads, invoice, paid] = writeBooks(await books()).split('\r\n');
  expect(heads).toContain('Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto');
  expect(invoice).toMatch(
    new RegExp(`^34,80;S;EUR;10000;8200;[23];\\d\\d\\.\\d\\d\\.\\d{4};R-1001;K-${number};Rechnung R-1001 (19|7) %$`),
  );
  expect(paid).toMatch(/^34,80;S;EUR;1360;10000;;\d\d\.\d\d\.\d{4};K-1001;K-1001;Zahlung K-1001$/);
});

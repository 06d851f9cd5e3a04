import { afterEach, beforeEach, expect, it } from 'vitest';
import { orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { deliverMails } from './deliver-mails';
import { sendPapers } from './send-papers';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let shopperId: ShopperId;
let orderId: string;

beforeEach(async () => {
  house = await createTestHouse();
  const { slug } = await addProduct(house, { slug: 'moon-print', stock: 10 });
  shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug, options: {}, quantity: 2 });
  await confirmCheckout(house.deps, {
    shopperId,
    marketId: 'de',
    dialogRequestId: 'request-0000000001',
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: money(5470, 'EUR'),
    proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' },
  });
  orderId = (await house.deps.db.select().from(orders))[0]?.id ?? '';
});
afterEach(() => house.drop());

const deliver = () => deliverMails({ ...house.deps, mail: house.mail });
const send = (who = shopperId) => sendPapers(house.deps, { orderId, shopper: { shopperId: who, onlyCartId: null } });
const attached = () => house.mail.tried.map(({ mail }) => mail.attachments?.map(({ fileName }) => fileName));

it('comes with the confirmation, and again when she asks, once a tap', async () => {
  await deliver();
  await Promise.all([send(), send(), send()]);
  await deliver();
  expect(attached()).toEqual([['Rechnung-R-1001.pdf'], ['Rechnung-R-1001.pdf']]);
  const [, asked] = house.mail.tried;
  expect(asked?.mail).toMatchObject({ to: EXAMPLE_DETAILS.email });
  expect(asked?.mail.subject).toContain('K-1001');
  expect(new TextDecoder().decode(asked?.mail.attachments?.[0]?.content)).toContain('R-1001');
});

it('is sent to nobody else, and five times a day at most', async () => {
  expect(await send(await addShopper(house))).toMatchObject({ problem: 'not_found' });
  for (let times = 0; times < 5; times += 1) {
    expect(await send()).toMatchObject({ ok: true });
    house.advance(61);
  }
  expect(await send()).toMatchObject({ problem: 'too_often' });
  house.advance(24 * 60 * 60);
  expect(await send()).toMatchObject({ ok: true });
});

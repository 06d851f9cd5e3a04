import { afterEach, beforeEach, expect, it } from 'vitest';
import { getOpenCart } from '@/lib/db/carts';
import { insertMerchant } from '@/lib/db/merchants';
import { listLinks } from '@/lib/db/referrals';
import { variants } from '@/lib/db/schema/catalogue';
import { conversations } from '@/lib/db/schema/conversations';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { auditLog } from '@/lib/db/schema/staff';
import type { ShopperId } from '@/lib/domain/ids';
import { draftFormSchema } from '@/lib/domain/messaging/pay-link';
import { readPayLink, sendPayLink, takePayLink } from './send-pay-link';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
let ada: ShopperId;
const REQUEST = 'request-0123456789';
beforeEach(async () => {
  house = await createTestHouse();
  const greta = { id: 'greta', name: 'Greta', email: 'g@shop.example', role: 'owner' } as const;
  await insertMerchant(house.deps.db, { ...greta, passwordHash: 'x', at: new Date() });
  ada = await addShopper(house);
  await house.deps.db.insert(conversations).values({ shopperId: ada, lastAt: house.deps.now(), lastBy: 'shopper' });
  await addProduct(house, { slug: 'otter', stock: 5 });
  await addProduct(house, { slug: 'moon', stock: 2, eurMinor: 1000 });
});
afterEach(() => house.drop());

const send = (lines: string, requestId = REQUEST) =>
  sendPayLink(house.deps, { ...draftFormSchema.parse({ shopperId: ada, requestId, lines }), merchantId: 'greta' });
const messages = () => house.deps.db.select().from(outgoingMessages);
const inCart = async (shopperId: ShopperId) =>
  (await getOpenCart(house.deps.db, shopperId))?.lines.map(({ sku, quantity }) => `${quantity} ${sku}`).sort();

it('goes into the thread once, as a card that leads to paying it', async () => {
  expect(await send('OTTER x2, MOON')).toMatchObject({ ok: true });
  await send('OTTER x2, MOON');
  const [message, ...others] = await messages();
  expect(others).toEqual([]);
  expect(message).toMatchObject({ shopperId: ada, purpose: 'human_answer', merchantId: 'greta' });
  const shown = JSON.stringify(message?.message);
  expect(shown).toContain(`/shop/pay/${REQUEST}`);
  expect(shown).toMatch(/59,80\s€/);
  expect(shown).toContain('2 × otter, 1 × moon');
  expect(await house.deps.db.select().from(auditLog)).toMatchObject([{ what: 'order.drafted' }]);
  expect(await listLinks(house.deps.db, 10)).toEqual([]);
});

it('is laid into the cart of whoever holds it, as far as it is there, and not twice', async () => {
  await send('OTTER x2, MOON x2');
  await house.deps.db.update(variants).set({ available: 1, started: 1 });
  const guest = await addShopper(house, { psid: null });
  for (const shopperId of [ada, ada, guest])
    expect(await takePayLink(house.deps, { code: REQUEST, shopperId })).toMatchObject({ ok: true });
  expect(await inCart(ada)).toEqual(['1 MOON', '1 OTTER']);
  expect(await inCart(guest)).toEqual(['1 MOON', '1 OTTER']);
  await house.deps.db.update(variants).set({ available: 0, started: 0 });
  expect(await takePayLink(house.deps, { code: REQUEST, shopperId: ada })).toMatchObject({ problem: 'nothing_left' });
});

it('is over after a week; what is no such link never was one', async () => {
  await send('OTTER');
  expect(await readPayLink(house.deps, REQUEST)).toHaveLength(1);
  for (const code of ['', '../admin', 'request-9999999999', "' or 1=1 --"])
    expect(await readPayLink(house.deps, code)).toBeNull();
  house.advance(8 * 86_400);
  expect(await readPayLink(house.deps, REQUEST)).toBeNull();
  expect(await takePayLink(house.deps, { code: REQUEST, shopperId: ada })).toMatchObject({ problem: 'link_over' });
});

it('is not sent with what cannot be had, nor where nobody may write', async () => {
  expect(await send('OTTER, NOBODY')).toMatchObject({ problem: 'not_for_sale' });
  house.advance(8 * 86_400);
  expect(await send('OTTER', 'request-0123456780')).toMatchObject({ problem: 'window_closed' });
  expect(await messages()).toEqual([]);
});

it.each(['', 'OTTER x0', 'OTTER x100', 'OTTER, OTTER', 'a b c', ', ,'])('no order is made of "%s"', (lines) => {
  expect(draftFormSchema.safeParse({ shopperId: 'ada', requestId: REQUEST, lines }).success).toBe(false);
});

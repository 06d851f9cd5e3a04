import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Order } from '@/lib/db/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { deliverMails } from './deliver-mails';
import { findOrder } from './find-order';
import { opensOrder, orderLink } from './order-link';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

const { email } = EXAMPLE_DETAILS;
let house: TestHouse;
let order: Order;

beforeEach(async () => {
  house = await createTestHouse();
  order = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  await deliver();
});
afterEach(() => house.drop());

const deliver = () => deliverMails({ ...house.deps, mail: house.mail });
const mails = async () => {
  await deliver();
  return house.mail.tried.slice(1).map(({ mail }) => mail);
};
const seek = (number: string, typed = email, source = '192.0.2.1') =>
  findOrder(house.deps, { number, email: typed, source });
const keyIn = (text: string) => new URL(/https:\S+key=\S+/.exec(text)?.[0] ?? 'https://none').searchParams.get('key');

it('mails the link to the order, however the number is written, once a minute and three times a day', async () => {
  for (const number of [`K-${order.number}`, `k ${order.number}`, String(order.number)])
    expect(await seek(number, ` ${email.toUpperCase()} `.trim())).toEqual({ ok: true, value: null });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.to).toBe(email);
  expect(opensOrder(house.deps, order.id, keyIn(mail?.text ?? '') ?? '')).toBe(true);
  for (let round = 0; round < 5; round += 1) {
    house.advance(120);
    await seek(`K-${order.number}`);
  }
  expect(await mails()).toHaveLength(3);
});

it('answers the same and mails nothing where number and address do not belong together', async () => {
  for (const [number, typed] of [
    [`K-${order.number}`, 'mallory@example.com'],
    ['K-9999', email],
    ['K-1001; drop table orders', email],
    ['99999999999999999999', email],
  ] as const)
    expect(await seek(number, typed), number).toEqual({ ok: true, value: null });
  expect(await mails()).toEqual([]);
});

it('stops whoever tries numbers, and nobody else', async () => {
  for (let number = 2000; number < 2020; number += 1) expect((await seek(`K-${number}`)).ok).toBe(true);
  expect(await seek(`K-${order.number}`)).toMatchObject({ ok: false, problem: 'too_often' });
  expect((await seek(`K-${order.number}`, email, '192.0.2.2')).ok).toBe(true);
  house.advance(601);
  expect((await seek(`K-${order.number}`)).ok).toBe(true);
});

it('opens one order for sixty days, by its own key alone', () => {
  const key = keyIn(orderLink(house.deps, order.id)) ?? '';
  expect(opensOrder(house.deps, order.id, key)).toBe(true);
  expect(opensOrder(house.deps, 'another', key)).toBe(false);
  for (const wrong of ['', 'v1', key.slice(0, -2), `${key}A`, order.sealedDetails, 'x'.repeat(9000)])
    expect(opensOrder(house.deps, order.id, wrong)).toBe(false);
  house.advance(60 * 24 * 60 * 60 + 1);
  expect(opensOrder(house.deps, order.id, key)).toBe(false);
});

it('stands in the confirmation of the contract', async () => {
  const [confirmation] = house.mail.tried;
  expect(opensOrder(house.deps, order.id, keyIn(confirmation?.mail.text ?? '') ?? '')).toBe(true);
});

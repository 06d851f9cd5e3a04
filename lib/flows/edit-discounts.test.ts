import { afterEach, beforeEach, expect, it } from 'vitest';
import { discounts } from '@/lib/db/schema/discounts';
import type { DiscountDraft } from '@/lib/domain/discounts/discount-form';
import { saveDiscount, setDiscountStatus } from './edit-discounts';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;

beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const DRAFT: DiscountDraft = {
  id: 'discount-number-1',
  seenVersion: 0,
  title: { de: 'Herbst', en: 'Autumn' },
  code: 'HERBST10',
  value: { is: 'percent', perMille: 100 },
  products: [],
  collections: [],
  minimums: {},
  startsAt: null,
  endsAt: null,
  limitTotal: 10,
  limitPerShopper: null,
  combines: false,
};
const save = (change: Partial<DiscountDraft> = {}) =>
  saveDiscount(house.deps, { ...DRAFT, ...change, merchantId: 'greta' });
const rows = () => house.deps.db.select().from(discounts);

it('makes one discount of a form that is sent twice, and changes it once', async () => {
  const twice = await Promise.all([save(), save()]);
  expect(twice.every(({ ok }) => ok)).toBe(true);
  expect(await rows()).toMatchObject([{ code: 'HERBST10', version: 1, status: 'active', used: 0 }]);
  expect(await save({ seenVersion: 1, limitTotal: 5 })).toMatchObject({ ok: true });
  expect(await save({ seenVersion: 1, limitTotal: 7 })).toMatchObject({ problem: 'changed_meanwhile' });
  expect(await rows()).toMatchObject([{ limitTotal: 5, version: 2 }]);
});

it('names what does not fit: a code of another, a limit below what was given, goods that are not there', async () => {
  await addProduct(house, { slug: 'moon-print', stock: 1 });
  await save({ products: ['moon-print'] });
  expect(await save({ id: 'discount-number-2' })).toMatchObject({ problem: 'code_taken' });
  await house.deps.db.update(discounts).set({ used: 3 });
  expect(await save({ seenVersion: 1, limitTotal: 2 })).toMatchObject({ problem: 'limit_below_used' });
  expect(await save({ seenVersion: 1, products: ['sun-print'] })).toMatchObject({ problem: 'unknown_goods' });
  expect(await save({ id: 'never-was-any-one', seenVersion: 1 })).toMatchObject({ problem: 'not_found' });
  expect(await rows()).toMatchObject([{ limitTotal: 10, products: ['moon-print'], version: 1 }]);
});

it('pauses and goes on, once however often it is asked', async () => {
  await save();
  const turn = (status: 'active' | 'paused', seenVersion: number) =>
    setDiscountStatus(house.deps, { discountId: DRAFT.id, seenVersion, status, merchantId: 'greta' });
  expect([await turn('paused', 1), await turn('paused', 1)]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await rows()).toMatchObject([{ status: 'paused', version: 2 }]);
  expect(await turn('active', 1)).toMatchObject({ problem: 'changed_meanwhile' });
  expect(await turn('active', 2)).toMatchObject({ ok: true });
});

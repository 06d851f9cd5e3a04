import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAds } from '@/lib/db/ads';
import { insertMerchant } from '@/lib/db/merchants';
import type { AdCall, AdIds, AdSettings, AdStep } from '@/lib/domain/ads/ad';
import type { AdPlatform, AdProblem } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { enterAdSpend, makeAd, planAd, readAdSpend } from './make-ad';
import { addProduct, createTestHouse, type TestHouse } from './testing';

const settings: AdSettings = {
  name: 'Sea',
  text: 'The sea, on paper',
  headline: 'Sea',
  countries: ['DE'],
  ageFrom: 18,
  ageTo: 65,
  dailyBudgetMinor: 1000,
  welcome: { kind: 'copy' },
};

/** Meta as it may be: `next` answers once in place of the usual; what was made is there all the same when `acted`. */
class FakeAds implements AdPlatform {
  readonly made: { step: AdStep; ids: AdIds }[] = [];
  next: { answer: Result<string, AdProblem>; acted: boolean } | null = null;

  plan(step: AdStep): AdCall {
    return { step, path: step, form: {} };
  }
  async create(step: AdStep, _ad: unknown, ids: AdIds) {
    const next = this.next;
    this.next = null;
    if (!next || next.acted) this.made.push({ step, ids: { ...ids } });
    return next ? next.answer : succeed(`meta-${step}`);
  }
  async find(step: AdStep) {
    return succeed(this.made.some((one) => one.step === step) ? `meta-${step}` : null);
  }
  async spend() {
    return succeed({ amountMinor: 1234, currency: 'EUR' });
  }
}

let house: TestHouse;
let meta: FakeAds;
beforeEach(async () => {
  house = await createTestHouse();
  meta = new FakeAds();
  house.deps.ads = meta;
  await addProduct(house, { slug: 'sea', stock: 3 });
  const at = new Date();
  await insertMerchant(house.deps.db, {
    id: 'greta',
    name: 'Greta',
    email: 'greta@shop.example',
    role: 'owner',
    passwordHash: 'x',
    at,
  });
});
afterEach(() => house.drop());

const wish = { id: 'ad-0000000000001', productSlug: 'sea', settings };
const make = (changes: Partial<typeof wish> = {}) => makeAd(house.deps, { ...wish, ...changes, merchantId: 'greta' });
const steps = () => meta.made.map(({ step }) => step);

test('makes campaign, ad set, creative and ad in order, and nothing more at a second tap', async () => {
  expect(await make()).toEqual(succeed('meta-ad'));
  expect(steps()).toEqual(['campaign', 'ad_set', 'creative', 'ad']);
  expect(meta.made.at(-1)?.ids).toEqual({
    campaign: 'meta-campaign',
    ad_set: 'meta-ad_set',
    creative: 'meta-creative',
  });
  expect(await make()).toEqual(succeed('meta-ad'));
  expect(steps()).toHaveLength(4);
  expect(await listAds(house.deps.db, 9)).toMatchObject([
    { metaAdId: 'meta-ad', leaseUntil: null, productSlug: 'sea' },
  ]);
});

test('two taps at once make one ad', async () => {
  const both = await Promise.all([make(), make()]);
  expect(steps()).toEqual(['campaign', 'ad_set', 'creative', 'ad']);
  expect(both.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1);
  for (const one of both) if (!one.ok) expect(one.problem).toBe('ad_being_made');
});

test('goes on where Meta refused, with the ids it has', async () => {
  meta.next = { answer: fail('ad_no_permission', { code: 200 }), acted: false };
  expect(await make()).toMatchObject({ problem: 'ad_no_permission' });
  expect(await make()).toMatchObject({ ok: true });
  expect(steps()).toEqual(['campaign', 'ad_set', 'creative', 'ad']);
});

test.each([true, false])('after a lost answer it looks first: it was made %s', async (acted) => {
  meta.next = { answer: fail('ad_unanswered'), acted };
  expect(await make()).toMatchObject({ problem: 'ad_unanswered' });
  expect(await make()).toMatchObject({ ok: true });
  expect(steps()).toEqual(['campaign', 'ad_set', 'creative', 'ad']);
});

test('a dry run makes nothing; without an account, or for no product, there is nothing to make', async () => {
  expect(await planAd(house.deps, wish)).toMatchObject({
    ok: true,
    value: [{ step: 'campaign' }, {}, {}, { step: 'ad' }],
  });
  expect(await make({ productSlug: 'no-such' })).toMatchObject({ problem: 'not_found' });
  house.deps.ads = null;
  expect(await make()).toMatchObject({ problem: 'ads_not_set_up' });
  expect(meta.made).toEqual([]);
  expect(await listAds(house.deps.db, 9)).toEqual([]);
});

test('its cost is read from Meta, or entered', async () => {
  await make();
  expect(await readAdSpend(house.deps, wish)).toEqual(succeed(null));
  expect(await listAds(house.deps.db, 9)).toMatchObject([{ spendMinor: 1234, spendCurrency: 'EUR' }]);
  expect(await enterAdSpend(house.deps, { id: wish.id, spendMinor: 999 })).toEqual(succeed(null));
  expect(await listAds(house.deps.db, 9)).toMatchObject([{ spendMinor: 999 }]);
  expect(await enterAdSpend(house.deps, { id: 'no-such-ad-000001', spendMinor: 1 })).toMatchObject({
    problem: 'not_found',
  });
});

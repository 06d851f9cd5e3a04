import { claimAd, getAd, insertAd, keepAdId, keepAdSpend, releaseAd } from '@/lib/db/ads';
import { getProductBySlug } from '@/lib/db/products';
import { AD_STEPS, type AdCall, type AdIds, type AdSettings, type AdStep, type PlannedAd } from '@/lib/domain/ads/ad';
import { threadPictureAddress } from '@/lib/domain/catalogue/picture';
import type { AdPlatform, AdProblem } from '@/lib/domain/ports';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type AdDeps = Pick<Deps, 'db' | 'now' | 'log' | 'ads' | 'shopUrl'>;
type AdWish = { id: string; productSlug: string; settings: AdSettings };

/** Four calls of at most 15 s each. */
const LEASE_MS = 90_000;

/** The exact calls that making this ad would need, none of them made. Problem: "not_found" for the product. */
export async function planAd(deps: AdDeps, wish: AdWish): Promise<Result<AdCall[], 'not_found' | 'ads_not_set_up'>> {
  const platform = deps.ads;
  if (!platform) return fail('ads_not_set_up');
  const planned = await plannedAd(deps, wish);
  return planned.ok ? succeed(AD_STEPS.map((step) => platform.plan(step, planned.value, {}))) : planned;
}

/**
 * Makes campaign, ad set, creative and ad at Meta, all paused, each id kept before the next call. Posted again it goes on
 * where it stopped, and makes nothing twice: after a lost answer it looks first. Problems: those of `AdPlatform`;
 * "ad_being_made"; "not_found"; "ads_not_set_up".
 */
export async function makeAd(
  deps: AdDeps,
  wish: AdWish & { merchantId: string },
): Promise<Result<string, AdProblem | 'ad_being_made' | 'not_found' | 'ads_not_set_up'>> {
  if (!deps.ads) return fail('ads_not_set_up');
  const planned = await plannedAd(deps, wish);
  if (!planned.ok) return planned;
  const now = deps.now();
  await insertAd(deps.db, { ...wish, at: now });
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const ad = await claimAd(deps.db, { id: wish.id, now, leaseUntil });
  if (!ad) {
    const there = await getAd(deps.db, wish.id);
    return there?.metaAdId ? succeed(there.metaAdId) : fail('ad_being_made');
  }
  // What was first wanted under this id is made, whatever the second form says.
  const first = await plannedAd(deps, ad);
  if (!first.ok) return first;
  const ids: AdIds = { ...ad.ids };
  let unsure = ad.unsure;
  for (const step of AD_STEPS.filter((one) => ids[one] === undefined)) {
    const made = await makeStep(deps.ads, step, { ad: first.value, ids, unsure });
    unsure = false;
    if (!made.ok) return stop(deps, ad.id, step, made);
    ids[step] = made.value;
    await keepAdId(deps.db, ad.id, step, made.value);
  }
  await releaseAd(deps.db, ad.id, false);
  deps.log('ad.made', { ad: ad.id });
  return succeed(ids.ad ?? '');
}

type Step = { ad: PlannedAd; ids: AdIds; unsure: boolean };

async function makeStep(
  platform: AdPlatform,
  step: AdStep,
  { ad, ids, unsure }: Step,
): Promise<Result<string, AdProblem>> {
  if (unsure) {
    const found = await platform.find(step, ad);
    if (!found.ok) return found.problem === 'ad_unanswered' ? found : fail('ad_unanswered', found.detail);
    if (found.value !== null) return succeed(found.value);
  }
  return platform.create(step, ad, ids);
}

async function stop(deps: AdDeps, id: string, step: AdStep, failure: Failure<AdProblem>): Promise<Failure<AdProblem>> {
  await releaseAd(deps.db, id, failure.problem === 'ad_unanswered');
  const { code, subcode } = failure.detail ?? {};
  deps.log('ad.not_made', { ad: id, step, problem: failure.problem, code: String(code), subcode: String(subcode) });
  return failure;
}

async function plannedAd(deps: AdDeps, { id, productSlug, settings }: AdWish): Promise<Result<PlannedAd, 'not_found'>> {
  const product = await getProductBySlug(deps.db, productSlug);
  if (product?.status !== 'active') return fail('not_found');
  const file = product.images[0]?.file ?? null;
  return succeed({
    settings,
    mark: id.slice(0, 8),
    imageUrl: file && new URL(threadPictureAddress(file), deps.shopUrl).href,
  });
}

/** Reads from Meta what an ad has cost so far. Problems: those of `AdPlatform`; "not_found"; "ads_not_set_up". */
export async function readAdSpend(
  deps: AdDeps,
  { id }: { id: string },
): Promise<Result<null, AdProblem | 'not_found' | 'ads_not_set_up'>> {
  if (!deps.ads) return fail('ads_not_set_up');
  const ad = await getAd(deps.db, id);
  if (!ad?.metaAdId) return fail('not_found');
  const spend = await deps.ads.spend(ad.metaAdId);
  if (!spend.ok) return spend;
  await keepAdSpend(deps.db, id, { ...spend.value, at: deps.now() });
  return succeed(null);
}

/** Keeps what the merchant says an ad has cost, in euro. Problem: "not_found". */
export async function enterAdSpend(
  deps: AdDeps,
  { id, spendMinor }: { id: string; spendMinor: number },
): Promise<Result<null, 'not_found'>> {
  if (!(await getAd(deps.db, id))) return fail('not_found');
  await keepAdSpend(deps.db, id, { amountMinor: spendMinor, currency: 'EUR', at: deps.now() });
  return succeed(null);
}

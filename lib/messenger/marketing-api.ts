import { z } from 'zod';
import type { AdIds, AdStep, PlannedAd } from '@/lib/domain/ads/ad';
import type { AdPlatform, AdProblem } from '@/lib/domain/ports';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import { type AdFormOptions, adCall, adEdge, adObjectName } from './ad-forms';
import { callGraph, type GraphAnswer, type GraphOptions } from './graph-api';

export type AdPlatformOptions = Omit<GraphOptions, 'pageAccessToken'> & AdFormOptions & { accessToken: string };

const TIMEOUT_MS = 15_000;

const createdSchema = z.object({ id: z.string().min(1).max(40) });
const listSchema = z.object({ data: z.array(z.object({ id: z.string(), name: z.string().optional() })) });
const insightsSchema = z.object({
  data: z.array(
    z.object({ spend: z.string().regex(/^\d+(\.\d{1,2})?$/), account_currency: z.string().regex(/^[A-Z]{3}$/) }),
  ),
});

/**
 * The Marketing API on fetch, with `appsecret_proof`. Nothing is tried twice here.
 * Source: Marketing API docs, "Click to Messenger Ads", "Insights", "Error Codes".
 */
export function createAdPlatform(options: AdPlatformOptions): AdPlatform {
  const graph: GraphOptions = { ...options, pageAccessToken: options.accessToken, timeoutMs: TIMEOUT_MS };

  async function create(step: AdStep, ad: PlannedAd, ids: AdIds): Promise<Result<string, AdProblem>> {
    const { path, form } = adCall(step, ad, ids, options);
    const answer = resultOf(await callGraph(graph, { method: 'POST', path, form }), createdSchema);
    return answer.ok ? succeed(answer.value.id) : answer;
  }

  async function find(step: AdStep, ad: PlannedAd): Promise<Result<string | null, AdProblem>> {
    const name = adObjectName(step, ad);
    const filtering = JSON.stringify([{ field: 'name', operator: 'EQUAL', value: name }]);
    const query = { fields: 'id,name', limit: '100', filtering };
    const answer = resultOf(await callGraph(graph, { method: 'GET', path: adEdge(step, options), query }), listSchema);
    // Meta's filters differ between edges: the name is compared here as well.
    return answer.ok ? succeed(answer.value.data.find((one) => one.name === name)?.id ?? null) : answer;
  }

  async function spend(metaAdId: string): Promise<Result<{ amountMinor: number; currency: string }, AdProblem>> {
    const query = { fields: 'spend,account_currency', date_preset: 'maximum' };
    const path = `${encodeURIComponent(metaAdId)}/insights`;
    const answer = resultOf(await callGraph(graph, { method: 'GET', path, query }), insightsSchema);
    if (!answer.ok) return answer;
    // An ad that nobody has seen yet has no line at all.
    const [line] = answer.value.data;
    return succeed({ amountMinor: hundredths(line?.spend ?? '0'), currency: line?.account_currency ?? 'EUR' });
  }

  return { plan: (step, ad, ids) => adCall(step, ad, ids, options), create, find, spend };
}

function hundredths(decimal: string): number {
  const [whole = '0', part = ''] = decimal.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function resultOf<T extends z.ZodType>(answer: GraphAnswer, schema: T): Result<z.infer<T>, AdProblem> {
  if (answer.is === 'error') return refusal(answer.code, answer.subcode);
  const parsed = answer.is === 'ok' ? schema.safeParse(answer.json) : null;
  if (answer.is === 'not_sent') return fail('ad_rate_limited');
  return parsed?.success ? succeed(parsed.data) : fail('ad_unanswered');
}

const NO_PERMISSION = new Set([3, 10, 200, 273, 294]);
const RATE_LIMITED = new Set([4, 17, 32, 613, 80000, 80003, 80004]);
const UNSURE = new Set([1, 2, -1]);
/** "Your budget is too low", for a daily budget of an ad set. */
const BUDGET_TOO_LOW = 1885272;

function refusal(code: number, subcode: number | null): Failure<AdProblem> {
  const detail = { code, subcode };
  if (code === 190) return fail('ad_token_dead', detail);
  if (NO_PERMISSION.has(code)) return fail('ad_no_permission', detail);
  if (RATE_LIMITED.has(code)) return fail('ad_rate_limited', detail);
  if (UNSURE.has(code)) return fail('ad_unanswered', detail);
  if (subcode === BUDGET_TOO_LOW) return fail('ad_budget_too_low', detail);
  return fail('ad_refused', detail);
}

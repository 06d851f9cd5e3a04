import 'server-only';
import { type Language, marketForAcceptLanguage, marketOf, pageMarketOf } from '@/lib/domain/market';
import type { Failure } from '@/lib/domain/result';
import { marketOfRequest } from './market-of-request';
import { PROBLEMS, type ProblemName, sentenceFor } from './problems';

/** Answers that concern one person are kept nowhere. */
const PERSONAL = { 'cache-control': 'private, no-store' } as const;

const RETRY_AFTER_SECONDS: Partial<Record<number, number>> = { 429: 60, 503: 5 };

/** A personal answer in JSON. */
export function respond(value: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return Response.json(value, { status: init.status ?? 200, headers: { ...PERSONAL, ...init.headers } });
}

/**
 * A problem as a status and a sentence in the reader's language: `{problem, message, detail?}`. Says after how many
 * seconds another try makes sense (`detail.retryAfterSeconds`, or a usual time) where waiting helps.
 */
export function respondProblem(request: Request, failure: Failure<ProblemName>): Response {
  const { problem, detail } = failure;
  const { status } = PROBLEMS[problem];
  const { headers: asked } = request;
  const market = marketOfRequest(asked.get('cookie') ?? undefined, asked.get('accept-language') ?? undefined);
  const message = sentenceFor(problem, pageMarketOf(market).language);
  const headers = retryHeader(status, detail);
  return respond({ problem, message, ...(detail === undefined ? {} : { detail }) }, { status, headers });
}

/** German or English, as the browser prefers: for pages that no choice of market applies to. */
export function languageOf(headers: Headers): Language {
  return marketOf(marketForAcceptLanguage(headers.get('accept-language'))).language;
}

function retryHeader(status: number, detail: Failure['detail']): Record<string, string> {
  const seconds = detail?.retryAfterSeconds ?? RETRY_AFTER_SECONDS[status];
  return typeof seconds === 'number' ? { 'retry-after': String(Math.ceil(seconds)) } : {};
}

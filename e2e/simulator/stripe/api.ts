import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Answer, Call, Handler, Route } from '../world/exchange';
import { apiVersion, type Double } from './double';
import { badParameter, StripeProblem } from './errors';
import { expand } from './expand';
import { decodeForm, type FormParts } from './form';
import { type Claim, claimKey, releaseKey, stillRunning } from './idempotency';
import { newId } from './ids';
import { readParams } from './params';

/** Who calls: the shop's server with its secret key, or a page with the publishable one. */
export type Caller = {
  publishable: boolean;
  version: string | null;
  /** The call comes from the double's own card frame, the only place where card numbers are taken. */
  fromFrame: boolean;
  id: string;
};

type Path = Record<string, string>;

export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  publishable: boolean;
  /** Checks the parameters and returns what then does the work. */
  begin: (double: Double, raw: FormParts, path: Path, caller: Caller) => () => unknown;
};

/** One call of the API: what it takes and what it does. */
export function endpoint<Shape extends z.ZodType>(
  spec: { method: Endpoint['method']; path: string; params: Shape; publishable?: boolean },
  run: (double: Double, input: z.output<Shape>, caller: Caller, path: Path) => unknown,
): Endpoint {
  return {
    method: spec.method,
    path: spec.path,
    publishable: spec.publishable ?? false,
    begin: (double, raw, path, caller) => {
      const input = readParams(spec.params, raw);
      return () => run(double, input, caller, path);
    },
  };
}

function unauthorised(message: string, code?: string): StripeProblem {
  return new StripeProblem(401, { type: 'invalid_request_error', message, ...(code ? { code } : {}) }, false);
}

function keyOf(call: Call): string | null {
  const header = call.headers.authorization ?? '';
  const [scheme = '', value = ''] = header.split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? null;
  return null;
}

function identify(double: Double, call: Call, publishable: boolean, id: string): Caller {
  const { secretKey, publishableKey } = double.world.accounts.stripe;
  const key = keyOf(call);
  if (!key) {
    throw unauthorised(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (key !== secretKey && key !== publishableKey) {
    throw unauthorised(`Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`);
  }
  if (key === publishableKey && !publishable) {
    const message =
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.';
    throw unauthorised(message, 'secret_key_required');
  }
  const version = call.headers['stripe-version'];
  return {
    publishable: key === publishableKey,
    version: typeof version === 'string' ? version : null,
    fromFrame: call.headers.origin === double.origin,
    id,
  };
}

function readForm(call: Call): { raw: FormParts; wishes: string[] } {
  const type = call.headers['content-type'] ?? '';
  if (call.body.length > 0 && !type.startsWith('application/x-www-form-urlencoded')) {
    throw badParameter(`Invalid request (check that your POST content type is application/x-www-form-urlencoded).`);
  }
  const query = call.url.search.slice(1);
  const { expand: wished, ...raw } = decodeForm(call.method === 'POST' ? call.body.toString('utf8') : query);
  const wishes = wished === undefined ? [] : typeof wished === 'string' ? [wished] : Object.values(wished);
  return { raw, wishes: wishes.filter((wish) => typeof wish === 'string') };
}

function refuseRemovedParameters(raw: FormParts, caller: Caller): void {
  if ('payment_method_types' in raw && caller.version !== null && caller.version >= '2026-09-30') {
    throw badParameter('Received unknown parameter: payment_method_types', 'payment_method_types', 'parameter_unknown');
  }
}

/** What Stripe's transport adds to every answer. */
function headersFor(call: Call, id: string): Record<string, string> {
  const version = call.headers['stripe-version'];
  const key = call.headers['idempotency-key'];
  return {
    'content-type': 'application/json',
    'request-id': id,
    'stripe-version': typeof version === 'string' ? version : apiVersion,
    ...(typeof key === 'string' && call.method === 'POST' ? { 'idempotency-key': key } : {}),
  };
}

export function problemAnswer(problem: StripeProblem, headers: Record<string, string>): Answer {
  const advice: Record<string, string> =
    problem.status === 409
      ? { 'stripe-should-retry': 'true' }
      : problem.status < 429
        ? { 'stripe-should-retry': 'false' }
        : {};
  const body = JSON.stringify({ error: problem.body }, null, 2);
  return { status: problem.status, headers: { ...headers, ...advice }, body };
}

function asProblem(error: unknown): StripeProblem {
  if (error instanceof StripeProblem) return error;
  console.error('The Stripe double failed', error);
  return new StripeProblem(500, { type: 'api_error', message: `The double itself failed: ${String(error)}` });
}

async function work(double: Double, spec: Endpoint, call: Call, id: string, key: string | null): Promise<Answer> {
  const headers = headersFor(call, id);
  let claim: Claim | null = null;
  try {
    const caller = identify(double, call, spec.publishable, id);
    const { raw, wishes } = readForm(call);
    if (key) claim = claimKey(double, key, call.url.pathname, JSON.stringify([raw, wishes]), id);
    if (claim?.kind === 'replay') {
      const replayed = { 'idempotent-replayed': 'true', 'original-request': claim.requestId };
      return { ...claim.answer, headers: { ...headers, ...replayed } };
    }
    refuseRemovedParameters(raw, caller);
    const run = spec.begin(double, raw, call.params, caller);
    const fault = double.world.faults.take(`${call.method} ${call.url.pathname}`, ['delay']);
    if (fault?.delayMs) await pause(fault.delayMs);
    double.caller = { id, idempotencyKey: key };
    const answer = { status: 200, body: JSON.stringify(expand(double, run(), wishes), null, 2) };
    if (claim) claim.saved.answer = answer;
    return { ...answer, headers };
  } catch (error) {
    const problem = asProblem(error);
    const answer = problemAnswer(problem, headers);
    if (claim?.kind === 'fresh' && problem.saved)
      claim.saved.answer = { status: answer.status, body: String(answer.body) };
    else releaseKey(double, claim);
    return answer;
  } finally {
    double.caller = null;
  }
}

/** The routes of the API, each behind the key check, idempotency, expansion and Stripe's shape of errors. */
export function apiRoutes(double: Double, endpoints: Endpoint[]): Route[] {
  return endpoints.map((spec) => {
    const handler: Handler = (call) => {
      const given = call.headers['idempotency-key'];
      const key = spec.method === 'POST' && typeof given === 'string' && given !== '' ? given : null;
      return work(double, spec, call, newId('req'), key);
    };
    return { method: spec.method, pattern: spec.path, handler };
  });
}

/** A status that a test forces: Stripe's body for it; one forced after acting is what a replay of the key gets, too. */
export function forcedAnswer(double: Double, status: number, call: Call, acted: Answer | null): Answer {
  const key = call.headers['idempotency-key'];
  const problem = forcedProblem(status, String(key ?? ''));
  const answer = problemAnswer(problem, headersFor(call, newId('req')));
  if (status === 429) answer.headers['stripe-rate-limited-reason'] = 'endpoint-rate';
  const saved = typeof key === 'string' ? double.state.saved.get(key) : undefined;
  if (acted && saved && status >= 500) saved.answer = { status, body: String(answer.body) };
  return answer;
}

function forcedProblem(status: number, key: string): StripeProblem {
  if (status === 409) return stillRunning(key);
  if (status === 429) {
    const message =
      'Request rate limit exceeded. Learn more about rate limits here https://docs.stripe.com/rate-limits.';
    return new StripeProblem(429, { type: 'invalid_request_error', code: 'rate_limit', message });
  }
  if (status === 401) return unauthorised('Invalid API Key provided.');
  const type = status >= 500 ? 'api_error' : 'invalid_request_error';
  return new StripeProblem(status, { type, message: 'Sorry! There was an error while talking to one of our servers.' });
}

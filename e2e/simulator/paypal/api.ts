import { type Answer, answerJson, type Call, type Handler, type Route } from '../world/exchange';
import { authorizationRoutes } from './authorizations';
import { captureOrder, findCapture, refundCapture, refundShape } from './captures';
import { disputeRoutes } from './disputes';
import { type Double, newId, paypalAccount } from './double';
import { isMultipart, readParts } from './multipart';
import type { Order } from './objects';
import { createOrder, createShape, findOrder, shown } from './orders';
import { patchOrder, patchShape } from './patching';
import { notFound, PaypalProblem, parse, problemBody, unprocessable } from './problems';
import { searchTransactions } from './reporting';
import type { AddRoute, Work } from './route';
import { verifyPosted } from './signing';
import { webhookRoutes } from './webhooks';

const tokenSeconds = 32_400;
const keptMs = { orders: 6 * 60 * 60 * 1000, payments: 45 * 24 * 60 * 60 * 1000 };

/** The API of the simulated PayPal: token, orders, captures, refunds, webhook check and transaction search. */
export function apiRoutes(double: Double): Route[] {
  const route: AddRoute = (method, pattern, work) => ({
    method,
    pattern,
    handler: answering((call) => perform(double, call, work)),
  });
  const id = (call: Call) => call.params.id ?? '';
  return [
    { method: 'POST', pattern: '/v1/oauth2/token', handler: answering((call) => giveToken(double, call)) },
    route('POST', '/v2/checkout/orders', (_call, body) => {
      const order = createOrder(double, parse(createShape, body));
      return { status: order.hidden.withSource ? 200 : 201, value: shown(double, order) };
    }),
    route('GET', '/v2/checkout/orders/:id', (call) => ({
      status: 200,
      value: shown(double, findOrder(double, id(call))),
    })),
    route('PATCH', '/v2/checkout/orders/:id', (call, body) => {
      patchOrder(double, findOrder(double, id(call)), parse(patchShape, body));
      return { status: 204, value: null };
    }),
    route('POST', '/v2/checkout/orders/:id/capture', (call) => {
      const order: Order = captureOrder(double, findOrder(double, id(call)));
      return { status: 201, value: shown(double, order) };
    }),
    route('GET', '/v2/payments/captures/:id', (call) => ({ status: 200, value: findCapture(double, id(call)) })),
    route('POST', '/v2/payments/captures/:id/refund', (call, body) => {
      const refund = refundCapture(double, findCapture(double, id(call)), parse(refundShape, body ?? {}));
      return { status: 201, value: refund };
    }),
    route('GET', '/v2/payments/refunds/:id', (call) => {
      const refund = double.state.refunds.get(id(call));
      if (!refund) throw notFound();
      return { status: 200, value: refund };
    }),
    route('POST', '/v1/notifications/verify-webhook-signature', (_call, body) => ({
      status: 200,
      value: { verification_status: verifyPosted(body) ? 'SUCCESS' : 'FAILURE' },
    })),
    route('GET', '/v1/reporting/transactions', (call) => ({ status: 200, value: searchTransactions(double, call) })),
    ...authorizationRoutes(double, route),
    ...disputeRoutes(double, route),
    ...webhookRoutes(double, route),
  ];
}

function answering(work: (call: Call) => Answer): Handler {
  return (call) => {
    const debugId = newId(13).toLowerCase();
    const headers = { 'paypal-debug-id': debugId };
    try {
      const answer = work(call);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    } catch (error) {
      if (!(error instanceof PaypalProblem)) throw error;
      return answerJson(problemBody(error, debugId), error.status, headers);
    }
  };
}

function giveToken(double: Double, call: Call): Answer {
  const [, encoded = ''] = (call.headers.authorization ?? '').split(' ');
  const known = `${paypalAccount.clientId}:${paypalAccount.clientSecret}`;
  if (Buffer.from(encoded, 'base64').toString('utf8') !== known)
    return answerJson({ error: 'invalid_client', error_description: 'Client Authentication failed' }, 401);
  const token = `A21AA${newId(60)}`;
  double.state.tokens.set(token, double.world.clock.nowMs() + tokenSeconds * 1000);
  const scope =
    'https://uri.paypal.com/services/payments/payment https://uri.paypal.com/services/reporting/search/read';
  return answerJson({
    scope,
    access_token: token,
    token_type: 'Bearer',
    app_id: 'APP-KIOSK',
    expires_in: tokenSeconds,
    nonce: newId(),
  });
}

function perform(double: Double, call: Call, work: Work): Answer {
  const [, token = ''] = (call.headers.authorization ?? '').split(' ');
  if ((double.state.tokens.get(token) ?? 0) < double.world.clock.nowMs())
    throw new PaypalProblem(401, 'AUTHENTICATION_FAILURE');
  const key = headerOf(call, 'paypal-request-id');
  if (key && key.length > 108) throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_STRING_MAX_LENGTH');
  const known = key && call.method === 'POST' ? replayOf(double, key, call.url.pathname) : null;
  if (known) return known;
  const mocked = mockOf(call);
  const outcome = run(() => {
    if (mocked) throw unprocessable(mocked);
    return work(call, bodyOf(call));
  });
  const answer =
    outcome instanceof PaypalProblem
      ? answerJson(problemBody(outcome, newId(13)), outcome.status)
      : outcome.status === 204
        ? { status: 204, headers: {}, body: '' }
        : answerJson(outcome.value, outcome.status);
  if (key && call.method === 'POST')
    double.state.saved.set(key, {
      path: call.url.pathname,
      atMs: double.world.clock.nowMs(),
      status: answer.status,
      body: String(answer.body),
    });
  return answer;
}

function run<T>(work: () => T): T | PaypalProblem {
  try {
    return work();
  } catch (error) {
    if (error instanceof PaypalProblem) return error;
    throw error;
  }
}

/** The same id again: the state of the first, as long as it is kept. */
function replayOf(double: Double, key: string, path: string): Answer | null {
  const saved = double.state.saved.get(key);
  const kept = path.startsWith('/v2/payments') ? keptMs.payments : keptMs.orders;
  if (!saved || saved.path !== path || double.world.clock.nowMs() - saved.atMs > kept) return null;
  return { status: saved.status, headers: { 'content-type': 'application/json' }, body: saved.body };
}

/** `PayPal-Mock-Response`, with which the sandbox forces an issue. */
function mockOf(call: Call): string | null {
  const header = headerOf(call, 'paypal-mock-response');
  return /"mock_application_codes"\s*:\s*"([A-Z_]+)"/.exec(header ?? '')?.[1] ?? null;
}

function headerOf(call: Call, name: string): string | null {
  const value = call.headers[name];
  return typeof value === 'string' ? value : null;
}

function bodyOf(call: Call): unknown {
  if (call.body.length === 0) return null;
  try {
    if (isMultipart(call)) return readParts(call);
    return JSON.parse(call.body.toString('utf8'));
  } catch (cause) {
    throw new PaypalProblem(400, 'INVALID_REQUEST', 'MALFORMED_REQUEST_JSON', { field: String(cause) });
  }
}

import { answerHtml, type Route } from '../world/exchange';
import { findChallenge, finishAuthentication } from './authentication';
import type { Double } from './double';
import { escapeHtml, page } from './html';
import type { NextAction, PaymentIntent } from './objects';

const results = ['complete', 'fail', 'cancel'];

/** The bank's page, as the shopper sees it in the frame of Stripe.js or after being sent there. */
function challengePage(source: string, intent: PaymentIntent | null): string {
  if (!intent) {
    return page('Authentication', '<h1>This authentication is over</h1><p>You can go back to the shop.</p>');
  }
  const amount = `${intent.amount} (minor units) ${intent.currency.toUpperCase()}`;
  return page(
    '3D Secure 2 Test Page',
    `<h1>3D Secure 2 Test Page</h1>
<p>This is a test 3D Secure 2 authentication for a transaction of ${escapeHtml(amount)}.</p>
<form method="post" action="/challenge/${escapeHtml(source)}">
<button class="primary" name="result" value="complete">Complete</button>
<button name="result" value="fail">Fail</button>
<button name="result" value="cancel">Cancel</button>
</form>`,
  );
}

function returnTo(action: NextAction | null, intent: PaymentIntent, passed: boolean): string | null {
  if (action?.type !== 'redirect_to_url' || !action.redirect_to_url.return_url) return null;
  const url = new URL(action.redirect_to_url.return_url);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret);
  url.searchParams.set('redirect_status', passed ? 'succeeded' : 'failed');
  return url.toString();
}

/** The challenge of 3-D Secure: Complete, Fail or Cancel, then back to Stripe.js or to the shop's return address. */
export function challengeRoutes(double: Double): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/challenge/:source',
      handler: (call) => {
        const source = call.params.source ?? '';
        return answerHtml(challengePage(source, findChallenge(double, source)));
      },
    },
    {
      method: 'POST',
      pattern: '/challenge/:source',
      handler: (call) => {
        const source = call.params.source ?? '';
        const intent = findChallenge(double, source);
        const result = new URLSearchParams(call.body.toString('utf8')).get('result') ?? '';
        if (!intent || !results.includes(result)) return answerHtml(challengePage(source, intent), 400);
        const action = intent.next_action;
        const passed = result === 'complete';
        finishAuthentication(double, intent, passed);
        const back = returnTo(action, intent, passed);
        if (back) return { status: 303, headers: { location: back }, body: '' };
        return answerHtml(page('Authentication', '<p>Thank you.</p><script src="/endive/challenge-done.js"></script>'));
      },
    },
  ];
}

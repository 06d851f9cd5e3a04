import { type Answer, answerHtml, type Route } from '../world/exchange';
import type { Caller } from './api';
import { readCard } from './card-input';
import { confirmIntent } from './confirming';
import type { Double } from './double';
import { StripeProblem } from './errors';
import { emit } from './events';
import { escapeHtml, page } from './html';
import { createIntent } from './intent-booking';
import { addMethod } from './methods';
import type { CheckoutSession, PaymentIntent } from './objects';

/** The page is Stripe's own: card numbers are at home there. */
const itself: Caller = { publishable: true, version: null, fromFrame: true, id: 'req_hosted_page' };

function draw(double: Double, session: CheckoutSession, problem: string | null = null): Answer {
  const lines = (double.state.sessionLines.get(session.id) ?? [])
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('');
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: (session.currency ?? 'eur').toUpperCase(),
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const total = format.format((session.amount_total ?? 0) / 10 ** digits);
  const back = session.cancel_url ? `<p><a href="${escapeHtml(session.cancel_url)}">Back to the shop</a></p>` : '';
  const html = `<h1>Pay ${escapeHtml(total)}</h1><ul>${lines}</ul>
${problem ? `<p role="alert">${escapeHtml(problem)}</p>` : ''}
<form method="post" action="/c/pay/${session.id}">
<p><label>Card number <input name="number" inputmode="numeric" autocomplete="cc-number" required></label></p>
<p><label>Expiration date <input name="expiry" placeholder="MM / YY" required></label></p>
<p><label>Security code <input name="cvc" inputmode="numeric" required></label></p>
<button class="primary">Pay</button></form>${back}`;
  return answerHtml(page('Checkout', html), problem ? 402 : 200);
}

const over = () =>
  answerHtml(page('Checkout', '<h1>This page has expired</h1><p>Go back to the shop to start again.</p>'), 410);

function intentOf(double: Double, session: CheckoutSession): PaymentIntent {
  const known = session.payment_intent ? double.state.intents.get(session.payment_intent) : undefined;
  if (known) return known;
  const data = double.state.sessionIntents.get(session.id) ?? {};
  const intent = createIntent(double, {
    ...data,
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'eur',
    automatic_payment_methods: { enabled: true },
  });
  session.payment_intent = intent.id;
  return intent;
}

function complete(double: Double, session: CheckoutSession, intent: PaymentIntent): Answer {
  session.status = 'complete';
  session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid';
  session.url = null;
  emit(double, 'checkout.session.completed', session);
  return leadTo((session.success_url ?? '').replace('{CHECKOUT_SESSION_ID}', session.id));
}

const leadTo = (location: string): Answer => ({ status: 303, headers: { location }, body: '' });

function pay(double: Double, session: CheckoutSession, form: URLSearchParams): Answer {
  const [month = '', year = ''] = (form.get('expiry') ?? '').split('/').map((part) => part.trim());
  const typed = {
    type: 'card' as const,
    card: {
      number: form.get('number') ?? '',
      exp_month: Number(month),
      exp_year: Number(year),
      cvc: form.get('cvc') ?? '',
    },
  };
  try {
    const method = addMethod(double, readCard(typed, itself, double.world.clock.nowSeconds()));
    const intent = intentOf(double, session);
    const returnUrl = `${double.origin}/c/pay/${session.id}/authenticated`;
    confirmIntent(double, intent, { payment_method: method.id, return_url: returnUrl }, itself);
    if (intent.next_action?.type === 'redirect_to_url') return leadTo(intent.next_action.redirect_to_url.url);
    return complete(double, session, intent);
  } catch (error) {
    if (!(error instanceof StripeProblem)) throw error;
    return draw(double, session, String(error.body.message));
  }
}

/** Stripe's hosted Checkout: goods, total and a card, on a page of Stripe's own; then back to the shop. */
export function hostedPageRoutes(double: Double): Route[] {
  const withOpen = (id: string | undefined, work: (session: CheckoutSession) => Answer): Answer => {
    const session = double.state.sessions.get(id ?? '');
    return session?.status === 'open' ? work(session) : over();
  };
  return [
    {
      method: 'GET',
      pattern: '/c/pay/:id',
      handler: (call) => withOpen(call.params.id, (session) => draw(double, session)),
    },
    {
      method: 'POST',
      pattern: '/c/pay/:id',
      handler: (call) =>
        withOpen(call.params.id, (session) => pay(double, session, new URLSearchParams(call.body.toString('utf8')))),
    },
    {
      method: 'GET',
      pattern: '/c/pay/:id/authenticated',
      handler: (call) =>
        withOpen(call.params.id, (session) => {
          const intent = intentOf(double, session);
          if (intent.status === 'succeeded' || intent.status === 'requires_capture')
            return complete(double, session, intent);
          return draw(double, session, intent.last_payment_error?.message ?? 'Please try again.');
        }),
    },
  ];
}

import { type Answer, answerHtml, type Call, type Route } from '../world/exchange';
import { approvalStyle } from './approval-style';
import type { Double } from './double';
import type { Order } from './objects';
import { approve, findOrder } from './orders';
import { PaypalProblem } from './problems';

const WORDS = {
  de: {
    ribbon: 'Simulator: hier bewegt sich kein Geld',
    pay: 'Jetzt zahlen',
    decline: 'Mit einer Karte zahlen, die abgelehnt wird',
    cancel: 'Abbrechen und zurück zu Otter & Ottilie',
    hello: 'Hallo, Ada',
    with: 'Zahlen mit',
    source: 'PayPal-Guthaben',
    over: 'Diese Zahlung ist beendet',
    overText: 'Du kannst zum Shop zurückgehen.',
  },
  en: {
    ribbon: 'Simulator: no money moves here',
    pay: 'Pay now',
    decline: 'Pay with a card that is declined',
    cancel: 'Cancel and return to Otter & Ottilie',
    hello: 'Hi, Ada',
    with: 'Pay with',
    source: 'PayPal balance',
    over: 'This payment is over',
    overText: 'You can go back to the shop.',
  },
};
type Words = (typeof WORDS)['de'];

/** PayPal's page as she sees it after the order button: Pay, a card that is declined, or Cancel; then back to the shop. */
export function approvalRoutes(double: Double): Route[] {
  return [
    { method: 'GET', pattern: '/checkoutnow', handler: (call) => show(double, call) },
    { method: 'POST', pattern: '/checkoutnow', handler: (call) => answer(double, call) },
  ];
}

function orderOf(double: Double, call: Call): Order | null {
  try {
    const order = findOrder(double, call.url.searchParams.get('token') ?? '');
    return order.status === 'PAYER_ACTION_REQUIRED' || order.status === 'CREATED' ? order : null;
  } catch (error) {
    if (error instanceof PaypalProblem) return null;
    throw error;
  }
}

function show(double: Double, call: Call): Answer {
  const order = orderOf(double, call);
  const wish = order?.hidden.context.locale ?? String(call.headers['accept-language'] ?? '');
  const language = wish.startsWith('de') ? 'de' : 'en';
  const words = WORDS[language];
  const body = order ? form(order, words, wish) : `<h1>${words.over}</h1><p>${words.overText}</p>`;
  // PayPal refuses to be framed. A phone's webview is no frame; the simulated one is drawn as one, and says so by its name.
  const isWebview = /FBA[NV]|Orca-Android/.test(String(call.headers['user-agent'] ?? ''));
  const ancestors = isWebview ? double.world.origins.messenger : "'none'";
  return answerHtml(page(words, language, body), order ? 200 : 404, {
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${ancestors}`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
}

function answer(double: Double, call: Call): Answer {
  const order = orderOf(double, call);
  const result = new URLSearchParams(call.body.toString('utf8')).get('result');
  if (!order || (result !== 'pay' && result !== 'decline' && result !== 'cancel')) return show(double, call);
  const { return_url, cancel_url } = order.hidden.context;
  if (result === 'cancel') return redirect(cancel_url, { token: order.id });
  if (result === 'decline') double.state.behaviours.set(order.id, 'declined');
  else double.state.behaviours.delete(order.id);
  approve(double, order);
  return redirect(return_url, { token: order.id, PayerID: order.payer?.payer_id ?? '' });
}

function redirect(to: string | undefined, query: Record<string, string>): Answer {
  if (!to) return answerHtml('<p>OK</p>');
  const url = new URL(to);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { status: 303, headers: { location: url.toString() }, body: '' };
}

function form(order: Order, words: Words, locale: string): string {
  const total = order.purchase_units[0]?.amount;
  const currency = total?.currency_code ?? 'EUR';
  const text = (value: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(value));
  const items = (order.purchase_units[0]?.items ?? [])
    .map(
      (item) =>
        `<li><span>${escapeText(item.quantity)} × ${escapeText(item.name)}</span><span>${text(item.unit_amount.value)}</span></li>`,
    )
    .join('');
  return `<p class="total">${text(total?.value ?? '0')}</p><p class="shop">Otter &amp; Ottilie</p>
<h1>${words.hello}</h1><p class="source"><span>${words.with}</span><b>${words.source}</b></p><ul>${items}</ul>
<form method="post"><button class="pay" name="result" value="pay">${words.pay}</button>
<button name="result" value="decline">${words.decline}</button>
<button class="plain" name="result" value="cancel">${escapeText(words.cancel)}</button></form>`;
}

function page(words: Words, language: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>PayPal · Simulator</title>
<style>${approvalStyle}</style></head><body><p class="ribbon">${words.ribbon}</p>
<header><i>Pay</i><i>Pal</i></header><main>${body}</main></body></html>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

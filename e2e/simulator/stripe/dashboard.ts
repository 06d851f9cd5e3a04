import { answerHtml, Refusal, type Route } from '../world/exchange';
import { readableAmount } from './amounts';
import { decideDispute, openDispute } from './dispute-opening';
import type { Double } from './double';
import { escapeHtml, page } from './html';
import type { Charge } from './money-objects';
import type { PaymentIntent } from './objects';
import { createRefund } from './refunds';

function stateOf(charge: Charge): string {
  if (charge.disputed) return 'Disputed';
  if (charge.refunded) return 'Refunded';
  if (charge.amount_refunded > 0 && charge.captured) return 'Partly refunded';
  if (charge.status === 'failed') return `Failed (${charge.outcome.reason ?? charge.failure_code ?? ''})`;
  return charge.captured ? 'Succeeded' : 'Uncaptured';
}

function openDisputeOf(double: Double, charge: Charge) {
  const disputes = [...double.state.disputes.values()].filter((dispute) => dispute.charge === charge.id);
  return disputes.find((dispute) => !['won', 'lost', 'warning_closed'].includes(dispute.status)) ?? null;
}

/** What the shopper's bank could do with this charge now. */
function movesFor(double: Double, charge: Charge): string {
  const moves = openDisputeOf(double, charge)
    ? { won: 'Close as won', lost: 'Close as lost' }
    : charge.captured && !charge.disputed && !charge.refunded
      ? { fraudulent: 'Open a dispute', product_not_received: 'Goods never came', inquiry: 'Ask about it' }
      : {};
  const buttons = Object.entries(moves).map(
    ([value, label]) => `<button name="move" value="${value}">${label}</button>`,
  );
  if (buttons.length === 0) return refundForm(charge);
  const hidden = `<input type="hidden" name="charge" value="${escapeHtml(charge.id)}">`;
  return `<form method="post" action="/dashboard/disputes">${hidden}${buttons.join('')}</form>${refundForm(charge)}`;
}

/** What the merchant could do here herself, without her shop knowing. */
function refundForm(charge: Charge): string {
  if (!charge.captured || charge.disputed || charge.refunded) return '';
  const hidden = `<input type="hidden" name="charge" value="${escapeHtml(charge.id)}">`;
  const amount = `<input name="amount" inputmode="numeric" aria-label="Minor units to refund from ${escapeHtml(charge.id)}">`;
  return `<form method="post" action="/dashboard/refunds">${hidden}${amount}<button>Refund</button></form>`;
}

function row(cells: string[], moves: string): string {
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td>${moves}</td></tr>`;
}

const kinds = ['fraudulent', 'product_not_received', 'inquiry'] as const;
const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);

function chargeRow(double: Double, charge: Charge): string {
  const { card } = charge.payment_method_details;
  const notes = Object.entries(charge.metadata).map(([name, value]) => `${name}: ${value}`);
  const amount = readableAmount(charge.amount, charge.currency).toUpperCase();
  const payment = charge.payment_intent ?? charge.id;
  const cells = [timeOf(charge.created), amount, stateOf(charge), `${card.brand} •••• ${card.last4}`];
  return row([...cells, notes.join(', '), payment], movesFor(double, charge));
}

function waitingRow(intent: PaymentIntent): string {
  const amount = readableAmount(intent.amount, intent.currency).toUpperCase();
  return row([timeOf(intent.created), amount, intent.status, '', '', intent.id], '');
}

function paymentsPage(double: Double): string {
  const charges = [...double.state.charges.values()].reverse();
  const waiting = [...double.state.intents.values()].filter((intent) => intent.latest_charge === null).reverse();
  const rows = [...waiting.map(waitingRow), ...charges.map((charge) => chargeRow(double, charge))];
  const names = ['Time (UTC)', 'Amount', 'State', 'Card', 'Metadata', 'Id', 'Bank'];
  const head = names.map((name) => `<th scope="col">${name}</th>`).join('');
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Payments', `<h1>Payments</h1>${rows.length > 0 ? table : '<p>No payments yet.</p>'}`);
}

/** `/dashboard`: every payment of this world, newest first, and what the shopper's bank may do with it. */
export function dashboardRoutes(double: Double): Route[] {
  return [
    { method: 'GET', pattern: '/dashboard', quiet: true, handler: () => answerHtml(paymentsPage(double)) },
    {
      method: 'POST',
      pattern: '/dashboard/refunds',
      quiet: true,
      handler: (call) => {
        const form = new URLSearchParams(call.body.toString('utf8'));
        const charge = form.get('charge') ?? '';
        const amount = form.get('amount');
        createRefund(double, { charge, ...(amount ? { amount: Number(amount) } : {}) });
        return { status: 303, headers: { location: '/dashboard' }, body: '' };
      },
    },
    {
      method: 'POST',
      pattern: '/dashboard/disputes',
      quiet: true,
      handler: (call) => {
        const form = new URLSearchParams(call.body.toString('utf8'));
        const charge = double.state.charges.get(form.get('charge') ?? '');
        if (!charge) throw new Refusal(404, 'There is no such charge.');
        const move = form.get('move');
        const dispute = openDisputeOf(double, charge);
        const kind = kinds.find((known) => known === move);
        if (kind && !dispute) openDispute(double, charge, kind);
        else if (dispute && (move === 'won' || move === 'lost')) decideDispute(double, dispute, move);
        return { status: 303, headers: { location: '/dashboard' }, body: '' };
      },
    },
  ];
}

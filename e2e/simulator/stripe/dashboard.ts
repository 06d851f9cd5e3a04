import { answerHtml, type Route } from '../world/http';
import { readableAmount } from './amounts';
import type { Double } from './double';
import { escapeHtml, page } from './html';
import type { Charge } from './money-objects';
import type { PaymentIntent } from './objects';

function stateOf(charge: Charge): string {
  if (charge.disputed) return 'Disputed';
  if (charge.refunded) return 'Refunded';
  if (charge.amount_refunded > 0 && charge.captured) return 'Partly refunded';
  if (charge.status === 'failed') return `Failed (${charge.outcome.reason ?? charge.failure_code ?? ''})`;
  return charge.captured ? 'Succeeded' : 'Uncaptured';
}

function row(cells: string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function chargeRow(charge: Charge): string {
  const { card } = charge.payment_method_details;
  const when = new Date(charge.created * 1000).toISOString().replace('T', ' ').slice(0, 19);
  const notes = Object.entries(charge.metadata).map(([name, value]) => `${name}: ${value}`);
  const amount = readableAmount(charge.amount, charge.currency).toUpperCase();
  const cardText = `${card.brand} •••• ${card.last4}`;
  return row([when, amount, stateOf(charge), cardText, notes.join(', '), charge.payment_intent ?? charge.id]);
}

function waitingRow(intent: PaymentIntent): string {
  const when = new Date(intent.created * 1000).toISOString().replace('T', ' ').slice(0, 19);
  return row([when, readableAmount(intent.amount, intent.currency).toUpperCase(), intent.status, '', '', intent.id]);
}

/** `/dashboard`: every payment of this world, newest first. */
export function dashboardRoute(double: Double): Route {
  return {
    method: 'GET',
    pattern: '/dashboard',
    quiet: true,
    handler: () => {
      const charges = [...double.state.charges.values()].reverse();
      const waiting = [...double.state.intents.values()].filter((intent) => intent.latest_charge === null).reverse();
      const rows = [...waiting.map(waitingRow), ...charges.map(chargeRow)];
      const head = ['Time (UTC)', 'Amount', 'State', 'Card', 'Metadata', 'Id'].map(
        (name) => `<th scope="col">${name}</th>`,
      );
      const table = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
      return answerHtml(page('Payments', `<h1>Payments</h1>${rows.length > 0 ? table : '<p>No payments yet.</p>'}`));
    },
  };
}

import type { Call } from '../world/exchange';
import type { Double } from './double';
import type { Money } from './objects';
import { PaypalProblem } from './problems';

type Row = { id: string; code: string; at: string; amount: Money; more: Record<string, unknown> };

/** Transaction search: payments that came in, and refunds as transactions of their own that name their payment. */
export function searchTransactions(double: Double, call: Call): unknown {
  const from = Date.parse(call.url.searchParams.get('start_date') ?? '');
  const to = Date.parse(call.url.searchParams.get('end_date') ?? '');
  if (Number.isNaN(from) || Number.isNaN(to))
    throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_PARAMETER_SYNTAX');
  const rows = [...paymentsOf(double), ...refundsOf(double)].filter(({ at }) => Date.parse(at) >= from - 1000);
  const details = rows.map(({ id, code, at, amount, more }) => ({
    transaction_info: {
      transaction_id: id,
      transaction_event_code: code,
      transaction_initiation_date: at,
      transaction_amount: amount,
      transaction_status: 'S',
      ...more,
    },
  }));
  return { transaction_details: details, total_items: details.length, total_pages: 1, page: 1 };
}

function paymentsOf({ state }: Double): Row[] {
  return [...state.captures.values()]
    .filter(({ status }) => status !== 'PENDING' && status !== 'DECLINED')
    .map(({ id, amount, custom_id, invoice_id, create_time }) => ({
      id,
      code: 'T0006',
      at: create_time,
      amount,
      more: { ...(custom_id ? { custom_field: custom_id } : {}), ...(invoice_id ? { invoice_id } : {}) },
    }));
}

function refundsOf({ state }: Double): Row[] {
  return [...state.refunds.values()].map(({ id, amount, create_time, links }) => ({
    id,
    code: 'T1107',
    at: create_time,
    amount: { ...amount, value: `-${amount.value}` },
    more: {
      paypal_reference_id:
        links
          .find(({ rel }) => rel === 'up')
          ?.href.split('/')
          .pop() ?? '',
      paypal_reference_id_type: 'TXN',
    },
  }));
}

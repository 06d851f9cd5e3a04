import type { Row, Sample } from './sample-order';

export type Statement = { text: string; values: (string | null)[] };

/** An attempt as it is before its payment is known. */
const OPEN = { status: 'open', end_reason: null, provider_payment_id: null, charge_id: null, ended_at: null };

/**
 * Everything that one order writes, in an order that no constraint minds; what all buyers share (the variant's row, the two
 * counters) comes last, so that they wait for each other as shortly as can be.
 */
export function statementsOf(sample: Sample): Statement[] {
  const [attempt] = sample.payment_attempts;
  const variant = sample.ledger.find(({ variant_id }) => variant_id)?.variant_id;
  if (!attempt || !variant) throw new Error('the sample is no order');
  const { id = null, cart_id = null, provider_payment_id = null, charge_id = null, ended_at = null } = attempt;
  return [
    insert('payment_attempts', [{ ...attempt, ...OPEN }]),
    insert('stock_holds', [{ attempt_id: id, variant_id: variant, quantity: '1' }]),
    insert('ledger', sample.ledger),
    { text: 'update payment_attempts set provider_payment_id = $2 where id = $1', values: [id, provider_payment_id] },
    {
      text: `update payment_attempts set status = 'ended', end_reason = 'succeeded', charge_id = $2, ended_at = $3 where id = $1`,
      values: [id, charge_id, ended_at],
    },
    { text: `update carts set status = 'ordered', updated_at = $2 where id = $1`, values: [cart_id, ended_at] },
    { text: 'delete from stock_holds where attempt_id = $1', values: [id] },
    insert('outgoing_messages', sample.outgoing_messages),
    {
      text: 'update variants set available = available - 1, held = held + 1 where id = $1 and available >= 1',
      values: [variant],
    },
    { text: 'update variants set held = held - 1, sold = sold + 1 where id = $1', values: [variant] },
    insertNumbered('orders', 'order', sample.orders),
    insertNumbered('invoices', 'invoice', sample.invoices),
    insert('outgoing_mails', sample.outgoing_mails),
  ];
}

function insert(table: string, rows: Row[]): Statement {
  const columns = Object.keys(rows[0] ?? {});
  const places = rows.map((_, row) => `(${columns.map((_, at) => `$${row * columns.length + at + 1}`)})`);
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  return { text: `insert into ${table} (${columns}) values ${places}`, values };
}

/** A row under the next number of its kind. */
function insertNumbered(table: string, counter: string, rows: Row[]): Statement {
  const unnumbered = rows.map(({ number: _number, ...row }) => row);
  const { text, values } = insert(table, unnumbered);
  const next = `with next as (update counters set value = value + 1 where name = '${counter}' returning value)`;
  const numbered = text.replace('(', '(number, ').replace('values (', 'values ((select value from next), ');
  return { text: `${next} ${numbered}`, values };
}

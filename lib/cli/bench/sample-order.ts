import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A row as text, column by column, without what the database numbers itself. */
export type Row = Record<string, string | null>;
/** What is left of one order in each table; its hold on the stock has gone by then. */
export type Sample = Record<keyof typeof WHOSE, Row[]>;

const OF_HERS = 'order_id in (select id from orders where shopper_id = $1)';
const WHOSE = {
  payment_attempts: 'shopper_id = $1',
  orders: 'shopper_id = $1',
  invoices: OF_HERS,
  outgoing_mails: OF_HERS,
  outgoing_messages: OF_HERS,
  ledger: 'attempt_id in (select id from payment_attempts where shopper_id = $1)',
};

/** The rows of her one order. */
export async function readSample(pool: Pool, shopperId: string): Promise<Sample> {
  const read = (table: keyof Sample) => readRows(pool, table, shopperId);
  return {
    payment_attempts: await read('payment_attempts'),
    orders: await read('orders'),
    invoices: await read('invoices'),
    outgoing_mails: await read('outgoing_mails'),
    outgoing_messages: await read('outgoing_messages'),
    ledger: await read('ledger'),
  };
}

async function readRows(pool: Pool, table: keyof Sample, shopperId: string): Promise<Row[]> {
  const { rows: columns } = await pool.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''`,
    [table],
  );
  const asText = columns.map(({ name }) => `${name}::text`).join(', ');
  const { rows } = await pool.query<Row>(`select ${asText} from ${table} where ${WHOSE[table]}`, [shopperId]);
  return rows;
}

/** The same rows for somebody else: every id in them, wherever it stands, is another one. */
export function renewed(sample: Sample, shopperId: string): Sample {
  const [attempt] = sample.payment_attempts;
  const provider = [attempt?.dialog_request_id, attempt?.provider_payment_id, attempt?.charge_id];
  const own = [attempt, ...sample.orders, ...sample.invoices, ...sample.outgoing_mails, ...sample.outgoing_messages];
  const ids = [...provider, ...own.map((row) => row?.id)].filter((id) => id != null);
  const withShopper = JSON.stringify(sample).replaceAll(attempt?.shopper_id ?? '', shopperId);
  const text = ids.reduce((rest, id) => rest.replaceAll(id, randomBytes(16).toString('base64url')), withShopper);
  return JSON.parse(text) as Sample;
}

import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** Orders a second in plain SQL: guarded stock, an order with a line, a ledger row and a message, one commit. */
export async function measureBareOrders(pool: Pool, clients: number, count: number): Promise<number> {
  await pool.query(`
    drop table if exists bench_stock, bench_orders, bench_lines, bench_ledger, bench_outbox;
    create table bench_stock (id int primary key, available int not null check (available >= 0));
    create table bench_orders (id text primary key, shopper text not null, total int not null, at timestamptz not null);
    create table bench_lines (order_id text not null references bench_orders, sku text not null, quantity int not null);
    create table bench_ledger (id bigint generated always as identity primary key, order_id text not null, amount int not null);
    create table bench_outbox (id text primary key, message jsonb not null, at timestamptz not null);
    insert into bench_stock values (1, 1000000)`);
  let left = count;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await pool.connect();
      while (left-- > 0) {
        const id = randomUUID();
        await client.query('begin');
        await client.query('update bench_stock set available = available - 1 where id = 1 and available >= 1');
        await client.query('insert into bench_orders values ($1, $2, 2980, now())', [id, id]);
        await client.query(`insert into bench_lines values ($1, 'A', 1)`, [id]);
        await client.query('insert into bench_ledger (order_id, amount) values ($1, 2980)', [id]);
        await client.query(`insert into bench_outbox values ($1, '{"text":"receipt"}', now())`, [id]);
        await client.query('commit');
      }
      client.release();
    }),
  );
  const perSecond = count / ((performance.now() - began) / 1000);
  await pool.query('drop table bench_lines, bench_stock, bench_orders, bench_ledger, bench_outbox');
  return perSecond;
}

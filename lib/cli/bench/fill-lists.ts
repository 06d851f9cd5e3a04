import type { Pool, PoolClient } from 'pg';

type Filling = { products: number; orders: number; names: readonly string[]; mails: readonly string[] };

/**
 * Brings the tables of the desk's lists to so many rows, in bulk. One product in fifty is a draft, one order in a thousand is open, and so are the first sixty;
 * each order bears the search marks of a name and of an address, taken in turn from those given.
 */
export async function fillLists(pool: Pool, { products, orders, names, mails }: Filling): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await fillProducts(client, products);
    await client.query(`insert into shoppers (id, page_id, psid, first_name, created_at)
      select 'shp_' || n, '1', case when n % 2 = 0 then n::text end, 'Ada', now() from generate_series(1, 1000) n
      on conflict do nothing`);
    // Carts and attempts of these orders are of no interest: nothing points at them but keys.
    await client.query('set session_replication_role = replica');
    const indexes = await dropIndexes(client, 'orders');
    await client.query(
      `insert into orders (id, number, shopper_id, attempt_id, status, currency, total_minor, quote, market_id, sealed_details,
         charge_id, payment_method, captured_minor, placed_at, search_marks)
       select 'ord_' || n, n, 'shp_' || (n % 1000 + 1), 'att_' || n, case when n % 1000 = 0 or n <= 60 then 'paid' else 'fulfilled' end,
         'EUR', 2980, '{"lines":[{"quantity":2}]}', 'de', 'sealed', 'ch_' || n, 'visa 4242', 2980, now() - n * interval '1 second',
         array[($2::text[])[n % array_length($2::text[], 1) + 1], ($3::text[])[n % array_length($3::text[], 1) + 1]]
       from generate_series((select count(*) + 1 from orders), $1::int) n`,
      [orders, names, mails],
    );
    for (const definition of indexes) await client.query(definition);
    await client.query('set session_replication_role = origin');
    // As the database does by itself, some minutes later.
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}

/** A million rows are quicker in without them; answers how each is made again. Keys stay. */
async function dropIndexes(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not indisunique`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function fillProducts(client: PoolClient, count: number): Promise<void> {
  await client.query(
    `insert into products (id, slug, status, title, subtitle, description_html, tags, options, images, position, updated_at)
     select 'prd_' || n, 'p-' || n, case when n % 50 = 0 then 'draft' else 'active' end,
       jsonb_build_object('de', 'Druck ' || md5(n::text), 'en', 'Print ' || md5(n::text)), '{"de":"","en":""}', '{"de":"","en":""}',
       array['zx-' || lpad(n::text, 6, '0'), 'otter' || lpad((n % 100)::text, 2, '0')], '[]', '[]', n, now() - n * interval '1 second'
     from generate_series((select count(*) + 1 from products), $1::int) n`,
    [count],
  );
  await client.query(
    `insert into variants (id, product_id, sku, position, started, available)
     select 'var_' || n, 'prd_' || n, 'SKU-' || n, 0, 5, 5
     from generate_series((select count(*) + 1 from variants), $1::int) n`,
    [count],
  );
  await client.query(
    `insert into variant_prices (variant_id, currency, amount_minor) select 'var_' || n, 'EUR', 1000
     from generate_series((select count(*) + 1 from variant_prices), $1::int) n`,
    [count],
  );
}

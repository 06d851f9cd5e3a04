import { randomBytes } from 'node:crypto';
import { type OpenDatabase, openDatabase } from '@/lib/db/client';
import { openCluster } from '@/lib/db/postgres-cluster';
import { readPidFile } from '@/lib/db/postgres-process';
import { findBrokenInvariants } from '@/lib/flows/testing-invariants';

/** Goods of a test's own: one variant, with a price in both currencies. */
export type Goods = { slug: string; variantId: string; priceMinor: number };
export type Stock = { available: number; held: number; sold: number };

/** A look into the database of a running shop, for what no door tells, and goods put on its shelf. */
export class ShopDatabase {
  private constructor(
    private readonly open: OpenDatabase,
    /** The process of the database server. */
    readonly serverPid: number,
  ) {}

  static async of(dataDir: string): Promise<ShopDatabase> {
    const cluster = await openCluster(dataDir);
    const server = await readPidFile(cluster);
    if (!server) throw new Error(`no database runs in ${cluster.folder}`);
    const url = `postgres://kiosk:${cluster.password}@127.0.0.1:${server.port}/kiosk`;
    return new ShopDatabase(openDatabase(url, { maxConnections: 1 }), server.pid);
  }

  async rows<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.open.pool.query<Row>(query, values)).rows;
  }

  async count(table: string, where = 'true', values: unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: number }>(`select count(*)::int from ${table} where ${where}`, values);
    return row?.count ?? 0;
  }

  async addGoods({ stock = 100, priceMinor = 2490, status = 'active', title = 'Proof print' } = {}): Promise<Goods> {
    const name = `proof-${randomBytes(5).toString('hex')}`;
    const text = JSON.stringify({ de: title, en: title });
    const none = JSON.stringify({ de: '', en: '' });
    await this.rows(
      `insert into products (id, slug, status, title, subtitle, description_html, options, images)
       values ($1, $1, $2, $3, $4, $4, '[]', '[]')`,
      [name, status, text, none],
    );
    await this.rows(
      'insert into variants (id, product_id, sku, position, started, available) values ($1, $1, $1, 0, $2, $2)',
      [name, stock],
    );
    for (const currency of ['EUR', 'USD'])
      await this.rows('insert into variant_prices (variant_id, currency, amount_minor) values ($1, $2, $3)', [
        name,
        currency,
        priceMinor,
      ]);
    return { slug: name, variantId: name, priceMinor };
  }

  async stockOf({ variantId }: Goods): Promise<Stock> {
    const [stock] = await this.rows<Stock>('select available, held, sold from variants where id = $1', [variantId]);
    if (!stock) throw new Error(`${variantId} is no variant`);
    return stock;
  }

  /** What must be as before when a door refused. */
  async standing(): Promise<Record<string, number>> {
    const [row] = await this.rows<Record<string, number>>(
      `select (select count(*) from orders)::int as orders, (select count(*) from payment_attempts)::int as attempts,
        (select count(*) from stock_holds)::int as holds, (select count(*) from ledger)::int as ledger,
        (select coalesce(sum(quantity), 0) from cart_lines)::int as pieces, (select count(*) from shoppers)::int as shoppers,
        (select count(*) from webhook_events)::int as events, (select count(*) from merchants)::int as merchants,
        (select sum(available) from variants)::int as available, (select sum(version) from products)::int as versions`,
    );
    return row ?? {};
  }

  brokenInvariants(): Promise<string[]> {
    return findBrokenInvariants(this.open.db);
  }

  close(): Promise<void> {
    return this.open.close();
  }
}

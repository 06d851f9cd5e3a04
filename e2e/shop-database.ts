import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Pool } from 'pg';

/** Goods of a test's own: one variant, with a price in both currencies. */
export type Goods = { slug: string; variantId: string; priceMinor: number };
export type Stock = { available: number; held: number; sold: number };

/** A look into the database of a running shop, for what no door tells, and goods put on its shelf. */
export class ShopDatabase {
  private constructor(
    private readonly pool: Pool,
    /** The process of the database server. */
    readonly serverPid: number,
  ) {}

  static async of(dataDir: string): Promise<ShopDatabase> {
    const folder = await clusterFolder(dataDir);
    const [pid = '', , , port = ''] = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n');
    const password = await readFile(path.join(folder, 'kiosk-password'), 'utf8');
    const account = { host: '127.0.0.1', port: Number(port), user: 'kiosk', password, database: 'kiosk' };
    const pool = new Pool({ ...account, max: 1 });
    pool.on('error', () => undefined); // a test may end the server: its next query says so
    return new ShopDatabase(pool, Number(pid));
  }

  async rows<Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(query, values)).rows;
  }

  async count(table: string, where = 'true', values: unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: number }>(`select count(*)::int from ${table} where ${where}`, values);
    return row?.count ?? 0;
  }

  /** Goods of a story's own. They stand last: no other story begins with them, sold out as this one may leave them. */
  async addGoods({ stock = 100, priceMinor = 2490, status = 'active', title = 'Proof print' } = {}): Promise<Goods> {
    const name = `proof-${randomBytes(5).toString('hex')}`;
    const text = JSON.stringify({ de: title, en: title });
    const none = JSON.stringify({ de: '', en: '' });
    await this.rows(
      `insert into products (id, slug, status, title, subtitle, description_html, options, images, position)
       values ($1, $1, $2, $3, $4, $4, '[]', '[]', 1000000)`,
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
        (select count(*) from merchants)::int as merchants,
        (select sum(available) from variants)::int as available, (select sum(version) from products)::int as versions`,
    );
    return row ?? {};
  }

  /** The server's processes that serve somebody else, and the server itself: all of them stand still for a frozen machine. */
  async processes(): Promise<number[]> {
    const rows = await this.rows<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()');
    return [this.serverPid, ...rows.map(({ pid }) => pid)];
  }

  /** Names of what must never be, and is. */
  async brokenInvariants(): Promise<string[]> {
    const broken: string[] = [];
    for (const [name, query] of Object.entries(NEVER)) if ((await this.rows(query)).length > 0) broken.push(name);
    return broken;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** By the invariants of the reliability reference, section 2. Each finds nothing while it holds. */
const NEVER: Record<string, string> = {
  'I1 an attempt with two orders': 'select attempt_id from orders group by attempt_id having count(*) > 1',
  'I3 an order that is not its attempt': `select o.id from orders o join payment_attempts a on a.id = o.attempt_id
    where (o.total_minor, o.currency, o.charge_id, 'succeeded') is distinct from
      (a.amount_minor, a.currency, a.charge_id, a.end_reason)`,
  'I3 a paid attempt without an order': `select id from payment_attempts a where end_reason = 'succeeded'
    and not exists (select from orders where attempt_id = a.id)`,
  'I4 pieces that came from nowhere': 'select id from variants where started + adjusted <> available + held + sold',
  'I5 a hold that belongs to no open attempt': `select h.variant_id from stock_holds h
    join payment_attempts a on a.id = h.attempt_id where a.status <> 'open'`,
  'I5 held pieces that nobody holds': `select v.id from variants v where v.held <>
    (select coalesce(sum(quantity), 0) from stock_holds where variant_id = v.id)`,
  'I9 a discount that was given more often than it counts, or than its limit': `select id from discounts d
    where used > limit_total or used <> (select count(*) from discount_redemptions r
      where r.discount_id = d.id and r.status <> 'released')`,
  'I11 money rows that do not sum to zero': `select attempt_id from ledger where unit <> 'piece'
    group by attempt_id having sum(amount) <> 0`,
};

/** Run as root, the shop may put its database where an ordinary user can reach it, and then says where. */
async function clusterFolder(dataDir: string): Promise<string> {
  const note = await readFile(path.join(dataDir, 'postgres-is-elsewhere.txt'), 'utf8').catch(() => '');
  return /lies in (.+)/.exec(note)?.[1] ?? path.join(dataDir, 'postgres');
}

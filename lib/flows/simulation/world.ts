import { sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import type { ConfirmCheckoutInput } from '../confirm-checkout';
import type { Deps } from '../deps';
import { addProduct, addShopper, type TestHouse } from '../testing';
import { FaultyGateway } from './faulty-gateway';
import { SimulatedClock } from './moment';
import type { History } from './steps';

/** What one shopper's browser knows and repeats. */
export type Browser = {
  shopperId: ShopperId;
  requests: Map<number, ConfirmCheckoutInput>;
  /** The body that each request id was accepted with. */
  accepted: Map<number, string>;
  /** Orders that she was told of, by request: each equal request hears the same. */
  told: Map<string, string>;
  dialogs: { request: number; attemptId: string; total: Money; chargeId: string | null }[];
};

export type World = {
  deps: Deps;
  clock: SimulatedClock;
  gateway: FaultyGateway;
  browsers: Browser[];
  variants: { variantId: string; productId: string; slug: string }[];
  /** Charges made to misfit on purpose: only these, and charges of dialogs, may be given back. */
  misfits: Set<string>;
  problems: string[];
  edits: number;
};

/** A shop of its own for one history, in an emptied database. */
export async function createWorld(house: TestHouse, history: History): Promise<World> {
  const clock = new SimulatedClock();
  const gateway = new FaultyGateway();
  let ids = 0;
  const deps: Deps = {
    ...house.deps,
    payments: { stripe: gateway, paypal: null },
    now: clock.now,
    newId: () => `id-${String(ids++).padStart(4, '0')}`,
    log: () => undefined,
  };
  const here = { ...house, deps };
  const variants = [];
  for (const [index, stock] of history.stocks.entries())
    variants.push(await addProduct(here, { slug: `print-${index}`, stock }));
  const browsers: Browser[] = [];
  for (let index = 0; index < history.shoppers; index += 1) {
    const shopperId = await addShopper(here, { psid: `40160912000000${index}` });
    browsers.push({ shopperId, requests: new Map(), accepted: new Map(), told: new Map(), dialogs: [] });
  }
  return { deps, clock, gateway, browsers, variants, misfits: new Set(), problems: [], edits: 0 };
}

/**
 * Empties every table but the settings, so that the next history finds a fresh shop without paying for a fresh database.
 * One statement for all; the references among the tables rest meanwhile.
 */
export async function prepareEmptying(house: TestHouse): Promise<() => Promise<void>> {
  const { rows } = await house.deps.db.execute<{ tablename: string }>(
    sql`select tablename from pg_tables where schemaname = 'public' and tablename <> 'settings'`,
  );
  const deletes = rows.map(({ tablename }) => `delete from "${tablename}";`).join('\n');
  const statement = sql.raw(`begin; set local session_replication_role = replica;\n${deletes}\ncommit;`);
  return async () => {
    await house.deps.db.execute(statement);
  };
}

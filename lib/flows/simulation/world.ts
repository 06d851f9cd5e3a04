import { sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { ConfirmCheckoutInput } from '../confirm-checkout';
import type { Deps } from '../deps';
import { addProduct, addShopper, type TestHouse } from '../testing';
import type { FakeDisputeDesk } from '../testing-disputes';
import { FaultyDesk } from './faulty-desk';
import { FaultyGateway } from './faulty-gateway';
import { SimulatedClock } from './moment';
import { PaypalProvider } from './paypal-provider';
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
  paypal: FaultyGateway;
  paypalPages: PaypalProvider;
  /** The disputes of the first provider. */
  desk: FakeDisputeDesk;
  browsers: Browser[];
  variants: { variantId: string; productId: string; slug: string }[];
  /** Charges made to misfit on purpose: only these, and charges of dialogs, may be given back. */
  misfits: Set<string>;
  problems: string[];
  edits: number;
};

export function gatewayOfPayment({ gateway, paypal }: World, paymentId: string): FaultyGateway {
  return paymentId.startsWith('pp_') ? paypal : gateway;
}

/** Every charge that stands at a provider. */
export function chargesOf({ gateway, paypal }: World) {
  const at = (provider: PaymentProvider, { provider: { charges } }: FaultyGateway) =>
    charges.map((charge) => ({ provider, charge }));
  return [...at('stripe', gateway), ...at('paypal', paypal)];
}

/** A shop of its own for one history, in an emptied database. */
export async function createWorld(house: TestHouse, history: History): Promise<World> {
  const clock = new SimulatedClock();
  const gateway = new FaultyGateway();
  const paypalPages = new PaypalProvider();
  const paypal = new FaultyGateway(paypalPages);
  const desk = new FaultyDesk(gateway);
  let ids = 0;
  const deps: Deps = {
    ...house.deps,
    payments: { stripe: gateway, paypal },
    disputes: { stripe: desk },
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
  const providers = { gateway, paypal, paypalPages, desk };
  return { deps, clock, ...providers, browsers, variants, misfits: new Set(), problems: [], edits: 0 };
}

/**
 * Empties every table (of the settings one stays), so that the next history finds a fresh shop without paying for a fresh database.
 * A function of the database's own: its plans are kept. The references among the tables rest meanwhile.
 */
export async function prepareEmptying(house: TestHouse): Promise<() => Promise<void>> {
  const { rows } = await house.deps.db.execute<{ tablename: string }>(
    sql`select tablename from pg_tables where schemaname = 'public' and tablename <> 'settings'`,
  );
  const deletes = rows.map(({ tablename }) => `delete from "${tablename}";`).join('\n');
  await house.deps.db.execute(
    sql.raw(`create function forget_history() returns void language plpgsql as $$ begin
      perform set_config('session_replication_role', 'replica', true);
      ${deletes}
      delete from settings where key <> 'catalogue_version';
    end $$`),
  );
  return async () => {
    await house.deps.db.execute(sql`select forget_history()`);
  };
}

import { openDatabase } from '@/lib/db/client';
import type { ShopperId } from '@/lib/domain/ids';
import type { Deps } from '@/lib/flows/deps';
import type { BareOrders } from './bare-orders';
import { buy, fillCarts, makeDeps, totalOf } from './buyers';
import { type Figure, printFigures, quantile } from './table';

const CLIENTS = [1, 8];
const ORDERS_A_CLIENT = 250;
const WARM_UP = 100;

/**
 * Orders through the real flow on a real database, with a provider that answers at once: what the shop itself takes.
 * Beside it the floor: the same rows by bare SQL in one transaction, which is neither safe nor a shop.
 */
export async function measureOrders(databaseUrl: string, floor: BareOrders): Promise<Figure[]> {
  const database = openDatabase(databaseUrl, { maxConnections: 16 });
  const deps = makeDeps(database.db);
  const figures: Figure[] = [];
  try {
    await order(deps, await fillCarts(deps, 'warm-up', WARM_UP), 1);
    for (const clients of CLIENTS) {
      const floorPerSecond = await floor.perSecond(clients, clients * ORDERS_A_CLIENT);
      const shopperIds = await fillCarts(deps, `bench-${clients}`, clients * ORDERS_A_CLIENT);
      figures.push({ ...(await order(deps, shopperIds, clients)), floorPerSecond });
    }
  } finally {
    await database.close();
  }
  printFigures('Orders through confirm', 'bare SQL, the same rows in one transaction', figures);
  return figures;
}

async function order(deps: Deps, shopperIds: ShopperId[], clients: number): Promise<Omit<Figure, 'floorPerSecond'>> {
  const agreedTotal = await totalOf(deps, shopperIds);
  const waiting = [...shopperIds];
  const tookMs: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let shopperId = waiting.pop(); shopperId; shopperId = waiting.pop()) {
        const start = performance.now();
        await buy(deps, shopperId, agreedTotal);
        tookMs.push(performance.now() - start);
      }
    }),
  );
  const perSecond = shopperIds.length / ((performance.now() - began) / 1000);
  const what = `${clients} client${clients > 1 ? 's' : ''}`;
  return { what, perSecond, p50Ms: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

import { z } from 'zod';
import { expect, test } from './doors';
import { ShopDatabase } from './shop-database';
import type { House } from './shop-process';
import type { World } from './world';

const PATIENCE_MS = 8_000;

/** What the shop asked of the provider since a moment. */
async function askedOfStripe(world: World, since: number): Promise<string[]> {
  const wire = await world.control<unknown>(`/control/wire?since=${since}`, undefined, world.stripeOrigin);
  const { entries } = z
    .object({ entries: z.array(z.object({ id: z.int(), direction: z.string(), method: z.string(), url: z.string() })) })
    .parse(wire);
  return entries
    .filter(({ direction }) => direction === 'shop → stripe')
    .map(({ method, url }) => `${method} ${url}`)
    .filter((call) => !call.startsWith('GET '));
}

async function lastWire(world: World): Promise<number> {
  const wire = await world.control<unknown>('/control/wire', undefined, world.stripeOrigin);
  const { entries } = z.object({ entries: z.array(z.object({ id: z.int() })) }).parse(wire);
  return entries.at(-1)?.id ?? 0;
}

async function untilReady(house: House): Promise<void> {
  const look = () => fetch(`${house.shopOrigin}/api/ready`).then(({ status }) => status);
  await expect.poll(look, { timeout: 30_000 }).toBe(200);
}

for (const [how, stop, resume] of [
  ['stands still', 'SIGSTOP', 'SIGCONT'],
  ['is killed', 'SIGKILL', null],
] as const) {
  test(`a database that ${how}: 503 before any money moves, and nothing to repair afterwards`, async ({
    house,
    newBuyer,
    stranger,
    database,
    world,
  }) => {
    const goods = await database.addGoods({ stock: 3 });
    const buyer = newBuyer();
    await buyer.put(goods);
    const order = await buyer.order();
    await stranger.get('/shop'); // from now on it is kept in memory
    const before = await lastWire(world);

    const pids = resume ? await database.processes() : [database.serverPid];
    for (const pid of pids) process.kill(pid, stop);
    try {
      const began = Date.now();
      const asked = [
        buyer.confirm(order),
        newBuyer().add(goods),
        buyer.post('/api/checkout/quote', { country: 'DE' }),
        buyer.get('/api/cart/summary'),
      ];
      // A server that was killed may be back before one of them looks: then it answers as ever.
      for (const answer of await Promise.all(asked)) {
        if (!resume && answer.status < 500) continue;
        expect([answer.status, answer.problem]).toEqual([503, 'database_down']);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect(Date.now() - began).toBeLessThan(PATIENCE_MS);
      if (resume) {
        expect(await askedOfStripe(world, before)).toEqual([]);
        expect((await stranger.get('/api/health')).status).toBe(200);
        expect((await stranger.get('/api/ready')).status).toBe(503);
        expect((await stranger.get('/shop')).status, 'the kept pages').toBe(200);
      }
    } finally {
      if (resume) for (const pid of pids) process.kill(pid, resume);
    }

    await untilReady(house);
    expect((await buyer.confirm(order)).json).toMatchObject({ is: 'paid' });
    expect(await world.charges()).toHaveLength(1);
    const after = await ShopDatabase.of(house.dataDir);
    expect(await after.stockOf(goods)).toEqual({ available: 2, held: 0, sold: 1 });
    expect(await after.brokenInvariants()).toEqual([]);
    await after.close();
  });
}

import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { CrashWorld } from './crash-world';

/** People by their shopper id, and how they meant to pay. */
export type People = Map<string, string>;

/** After everything came to rest: provider, database and threads tell the same of everybody. */
export async function expectAllInOrder(world: CrashWorld, people: People): Promise<{ bought: number }> {
  const standing = await world.till.standing();
  expect(standing.broken).toEqual([]);
  expect(world.unrecorded).toEqual([]);
  expect(world.till.endedByItself).toBeNull();

  const charges = await world.charges();
  const moved = charges.filter((charge) => charge.status === 'succeeded');
  const kept = moved.filter((charge) => !charge.refunded);
  expect(kept.map((charge) => charge.id).sort()).toEqual(standing.orders.map((order) => order.chargeId).sort());
  expect(new Set(standing.orders.map((order) => order.shopperId)).size).toBe(standing.orders.length);
  expect(standing.orders.map((order) => order.number).sort((a, b) => a - b)).toEqual(
    standing.orders.map((_, index) => 1001 + index),
  );
  const sold = standing.orders.length;
  expect(standing.stock).toEqual({ available: 100_000 - sold, held: 0, sold });

  const buyers = new Set(standing.orders.map((order) => order.shopperId));
  for (const [shopperId, psid] of people)
    expect(await world.receipts(psid), `receipts of ${psid}`).toBe(buyers.has(shopperId) ? 1 : 0);
  return { bought: buyers.size };
}

/** What a run counted, for the report that `npm run proof` writes. */
export async function tellFacts(facts: Record<string, string | number>): Promise<void> {
  console.info(JSON.stringify(facts));
  if (process.env.PROOF_FACTS) await writeFile(process.env.PROOF_FACTS, JSON.stringify(facts));
}

import { and, eq, gte, sql } from 'drizzle-orm';
import type { Database } from './client';
import { products, variants } from './schema/catalogue';
import { ledger, stockHolds } from './schema/orders';
import { together } from './transaction';

export type StockLine = { variantId: string; quantity: number };
/** Slugs of products whose availability turned: a page that shows them is stale. */
export type Turned = string[];

type Move = { from: 'available' | 'held'; to: 'available' | 'held' | 'sold'; why: 'hold' | 'release' | 'sell' };

/**
 * Moves stock from available to held, one conditional update per variant in one fixed order.
 * Answers the variant that has not enough; the caller then rolls back.
 */
export async function holdStock(
  tx: Database,
  attemptId: string,
  lines: StockLine[],
  at: Date,
): Promise<{ lacking: string | null; turned: Turned }> {
  const turned: Turned = [];
  for (const line of summed(lines)) {
    const [[after]] = await together([
      tx
        .update(variants)
        .set({
          available: sql`${variants.available} - ${line.quantity}`,
          held: sql`${variants.held} + ${line.quantity}`,
        })
        .where(and(eq(variants.id, line.variantId), gte(variants.available, line.quantity)))
        .returning({ available: variants.available, productId: variants.productId }),
      tx.insert(stockHolds).values({ attemptId, variantId: line.variantId, quantity: line.quantity }),
      book(tx, attemptId, line, { from: 'available', to: 'held', why: 'hold' }, at),
    ]);
    if (!after) return { lacking: line.variantId, turned };
    if (after.available === 0) turned.push(after.productId);
  }
  return { lacking: null, turned: await slugsOf(tx, turned) };
}

/** Gives held stock back to the shelf. Only after the provider's word that no money can move any more. */
export async function releaseHolds(tx: Database, attemptId: string, at: Date): Promise<Turned> {
  const turned: Turned = [];
  for (const line of await takeHolds(tx, attemptId)) {
    const moved = await tx
      .update(variants)
      .set({ available: sql`${variants.available} + ${line.quantity}`, held: sql`${variants.held} - ${line.quantity}` })
      .where(eq(variants.id, line.variantId))
      .returning({ available: variants.available, productId: variants.productId });
    await book(tx, attemptId, line, { from: 'held', to: 'available', why: 'release' }, at);
    if (moved[0] && moved[0].available === line.quantity) turned.push(moved[0].productId);
  }
  return slugsOf(tx, turned);
}

/** Takes an attempt's holds off the list, for `sellHeld` or for giving them back; empty when they had gone. */
export async function takeHolds(tx: Database, attemptId: string): Promise<StockLine[]> {
  const held = await tx.delete(stockHolds).where(eq(stockHolds.attemptId, attemptId)).returning();
  return summed(held);
}

/** Turns stock that was held, as `takeHolds` listed it, into sold stock. */
export async function sellHeld(tx: Database, attemptId: string, lines: StockLine[], at: Date): Promise<void> {
  await together(
    lines.flatMap((line) => [
      tx
        .update(variants)
        .set({ held: sql`${variants.held} - ${line.quantity}`, sold: sql`${variants.sold} + ${line.quantity}` })
        .where(eq(variants.id, line.variantId)),
      book(tx, attemptId, line, { from: 'held', to: 'sold', why: 'sell' }, at),
    ]),
  );
}

/**
 * Puts sold pieces back on the shelf, once per refund. Throws where more would come back than was ever sold (I6): whoever asks
 * counted the order's own pieces before.
 */
export async function restockSold(
  tx: Database,
  { attemptId, refundId, lines, at }: { attemptId: string; refundId: string; lines: StockLine[]; at: Date },
): Promise<Turned> {
  const turned: Turned = [];
  for (const line of summed(lines)) {
    const [after] = await tx
      .update(variants)
      .set({ available: sql`${variants.available} + ${line.quantity}`, sold: sql`${variants.sold} - ${line.quantity}` })
      .where(and(eq(variants.id, line.variantId), gte(variants.sold, line.quantity)))
      .returning({ available: variants.available, productId: variants.productId });
    if (!after) throw new Error(`more pieces of ${line.variantId} would come back than were sold`);
    const row = { attemptId, variantId: line.variantId, unit: 'piece', who: 'shop', why: 'restock', at };
    const key = `restock:${refundId}:${line.variantId}`;
    await tx.insert(ledger).values([
      { ...row, key: `${key}:sold`, account: 'sold', amount: -line.quantity },
      { ...row, key: `${key}:available`, account: 'available', amount: line.quantity },
    ]);
    if (after.available === line.quantity) turned.push(after.productId);
  }
  return slugsOf(tx, turned);
}

async function book(tx: Database, attemptId: string, line: StockLine, move: Move, at: Date): Promise<void> {
  const row = { attemptId, variantId: line.variantId, unit: 'piece', who: 'shop', why: move.why, at };
  const key = `${move.why}:${attemptId}:${line.variantId}`;
  await tx.insert(ledger).values([
    { ...row, key: `${key}:${move.from}`, account: move.from, amount: -line.quantity },
    { ...row, key: `${key}:${move.to}`, account: move.to, amount: line.quantity },
  ]);
}

/** Two lines of one variant count together; everybody locks in the same order. */
function summed(lines: StockLine[]): StockLine[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.variantId, (sums.get(line.variantId) ?? 0) + line.quantity);
  return [...sums]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
}

async function slugsOf(tx: Database, productIds: string[]): Promise<Turned> {
  if (productIds.length === 0) return [];
  const rows = await tx.select({ slug: products.slug }).from(products).where(sql`${products.id} in ${productIds}`);
  return rows.map((row) => row.slug);
}

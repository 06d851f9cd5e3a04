import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { productAsks } from './schema/outreach';

export type NewAsk = {
  shopperId: ShopperId;
  kind: 'restock' | 'price';
  currency: CurrencyCode;
  wanted: readonly { variantId: string; seenMinor: number | null }[];
  at: Date;
};

/** Keeps what she wants to be told of; an ask that is open already stays as it is. */
export async function insertAsks(tx: Database, newId: () => string, { wanted, at, ...ask }: NewAsk): Promise<void> {
  if (wanted.length === 0) return;
  await tx
    .insert(productAsks)
    .values(wanted.map((one) => ({ ...ask, ...one, id: newId(), askedAt: at })))
    .onConflictDoNothing();
}

/** Closes asks of hers; answers how many were open, so that of two who answer one does. */
export async function closeAsks(tx: Database, ids: readonly string[], at: Date): Promise<number> {
  const rows = await tx
    .update(productAsks)
    .set({ doneAt: at })
    .where(and(inArray(productAsks.id, [...ids]), isNull(productAsks.doneAt)))
    .returning({ id: productAsks.id });
  return rows.length;
}

/** The stop word takes every open ask back. */
export async function closeAsksOfShopper(tx: Database, shopperId: ShopperId, at: Date): Promise<void> {
  await tx
    .update(productAsks)
    .set({ doneAt: at })
    .where(and(eq(productAsks.shopperId, shopperId), isNull(productAsks.doneAt)));
}

import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import type { Database } from './client';
import { pictures, products } from './schema/catalogue';

export type PictureRow = Omit<typeof pictures.$inferInsert, 'removingAt'>;

export async function insertPicture(db: Database, picture: PictureRow): Promise<void> {
  await db.insert(pictures).values(picture);
}

/** Pictures that nobody saw yet and whose time has come to ask whether a product has them, and those that are going already. */
export async function listDuePictures(db: Database, at: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(lte(pictures.lookAgainAt, at), isNull(pictures.publicAt)))
    .orderBy(asc(pictures.lookAgainAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Marks a picture that was never public and that no product has; false where one has it: then it is looked at again at `again`. Whoever saves a product with it meanwhile waits for this, and is refused then.
 */
export async function markForRemoval(
  tx: Database,
  id: string,
  { at, again }: { at: Date; again: Date },
): Promise<boolean> {
  await tx.select({ id: pictures.id }).from(pictures).where(eq(pictures.id, id)).for('update');
  const file = `${UPLOADED}${id}`;
  const { rows } = await tx.execute<{ shown: boolean }>(sql`
    select exists (select 1 from ${products} where images @> ${JSON.stringify([{ file }])}::jsonb)
      or exists (select 1 from ${pictures} where id = ${id} and public_at is not null) as shown`);
  const isShown = rows[0]?.shown ?? true;
  await tx
    .update(pictures)
    .set(isShown ? { lookAgainAt: again } : { removingAt: at })
    .where(and(eq(pictures.id, id), isNull(pictures.removingAt)));
  return !isShown;
}

/**
 * Of these uploads those that a product may take: there, and not going. They stay as they are until the transaction ends.
 * `publicAt`: a product on sale takes them, so from now on people may see them.
 */
export async function takePictures(tx: Database, ids: string[], publicAt: Date | null): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(inArray(pictures.id, ids), isNull(pictures.removingAt)))
    .orderBy(asc(pictures.id))
    .for('update');
  const seen = and(inArray(pictures.id, ids), isNull(pictures.publicAt), isNull(pictures.removingAt));
  if (publicAt) await tx.update(pictures).set({ publicAt }).where(seen);
  return new Set(rows.map((row) => row.id));
}

/** What is known of an upload: its measures, its colour and what its widest rendition weighs. */
export async function getPicture(db: Database, id: string) {
  const { width, height, dominantColour, bytes } = pictures;
  const [row] = await db.select({ width, height, dominantColour, bytes }).from(pictures).where(eq(pictures.id, id));
  return row ?? null;
}

export async function deletePicture(db: Database, id: string): Promise<void> {
  await db.delete(pictures).where(eq(pictures.id, id));
}

/** Every uploaded picture that is not going. */
export async function listPictureIds(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: pictures.id })
    .from(pictures)
    .where(isNull(pictures.removingAt))
    .orderBy(asc(pictures.id));
  return rows.map((row) => row.id);
}

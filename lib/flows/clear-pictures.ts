import { deletePicture, listDuePictures, markForRemoval } from '@/lib/db/pictures';
import { inTransaction } from '@/lib/db/transaction';
import { RENDITIONS } from '@/lib/domain/catalogue/picture';
import type { Deps } from './deps';

const BATCH = 20;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes uploads that no product took and that nobody can have seen, a day after they came; what was once on sale stays, for
 * bubbles and receipts show it. First nobody may take it any more, then the files go, then the row: a crash in between is
 * finished by the next round. Answers how many went.
 */
export async function clearPictures(deps: Pick<Deps, 'db' | 'now' | 'log' | 'pictures'>): Promise<number> {
  const at = deps.now();
  const again = new Date(at.getTime() + WEEK_MS);
  let gone = 0;
  for (const id of await listDuePictures(deps.db, at, BATCH)) {
    if (!(await inTransaction(deps.db, (tx) => markForRemoval(tx, id, { at, again })))) continue;
    await deps.pictures.store.remove(RENDITIONS.map((ending) => `${id}-${ending}`));
    await deletePicture(deps.db, id);
    gone += 1;
  }
  if (gone > 0) deps.log('pictures.cleared', { count: gone });
  return gone;
}

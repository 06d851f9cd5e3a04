import type { Database } from '@/lib/db/client';
import { forgetSearchMarks, keepSearchMarks, listUnmarkedOrders } from '@/lib/db/order-search';
import { readSetting, saveSetting } from '@/lib/db/settings';
import { inTransaction } from '@/lib/db/transaction';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { nameWords, type OrderSearch } from '@/lib/domain/orders/order-search';
import type { Sealer } from '@/lib/domain/ports';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

const PLACE = 'orders.search_marks';
const KEY_SETTING = 'order_search_key';

/**
 * Makes orders findable by name and e-mail address, some at a time: each gets marks that say nothing to whoever reads the
 * table. With a new key all are made anew. Answers how many orders were marked.
 */
export async function markOrders(deps: Pick<Deps, 'db' | 'sealer'>, limit = 200): Promise<number> {
  const { db, sealer } = deps;
  await followKey(db, sealer);
  const found = await listUnmarkedOrders(db, limit);
  for (const { id, sealedDetails, firstName } of found) {
    const { email, address } = orderDetailsSchema.parse(JSON.parse(sealer.open(orderDetailsPlace(id), sealedDetails)));
    const words = [...nameWords(address?.name ?? ''), ...nameWords(firstName ?? '')];
    const marks = [...words.map((word) => markOfWord(sealer, word)), ...(email ? [markOfEmail(sealer, email)] : [])];
    await keepSearchMarks(db, { id, sealedDetails, marks: [...new Set(marks)] });
  }
  return found.length;
}

/** The marks that an order must bear to be what somebody looks for; none for a number. */
export function marksOf({ sealer }: Pick<Deps, 'sealer'>, search: OrderSearch): string[] {
  if (search.is === 'number') return [];
  if (search.is === 'email') return [markOfEmail(sealer, search.email)];
  return search.words.map((word) => markOfWord(sealer, word));
}

function markOfWord(sealer: Sealer, word: string): string {
  return sealer.mark(PLACE, `word:${word}`);
}

function markOfEmail(sealer: Sealer, email: string): string {
  return sealer.mark(PLACE, `email:${email.trim().toLowerCase()}`);
}

async function followKey(db: Database, sealer: Sealer): Promise<void> {
  const present = sealer.mark(PLACE, 'key');
  if ((await readSetting(db, KEY_SETTING)) === present) return;
  await inTransaction(db, async (tx) => {
    await forgetSearchMarks(tx);
    await saveSetting(tx, KEY_SETTING, present);
  });
}

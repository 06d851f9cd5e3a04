import { deleteWish, insertWish, noteSeen } from '@/lib/db/wishes';
import type { ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Wish = { shopperId: ShopperId; slug: string };

/** Puts a product on her list, once. Problem: "not_for_sale" for what is not on sale, and beyond 200 wishes. */
export async function addWish(deps: Pick<Deps, 'db' | 'now'>, wish: Wish): Promise<Result<null, 'not_for_sale'>> {
  return (await insertWish(deps.db, { ...wish, at: deps.now() })) ? succeed(null) : fail('not_for_sale');
}

/** Takes a product off her list; what does not lie there is as good. */
export async function removeWish(deps: Pick<Deps, 'db'>, wish: Wish): Promise<Result<null, never>> {
  await deleteWish(deps.db, wish);
  return succeed(null);
}

/** Remembers for a month what a known session looked at. */
export async function keepSeen(deps: Pick<Deps, 'db' | 'now'>, seen: Wish): Promise<void> {
  await noteSeen(deps.db, { ...seen, at: deps.now() });
}

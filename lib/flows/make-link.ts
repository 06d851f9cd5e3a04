import { listVariantsOfSkus } from '@/lib/db/cart-links';
import { getCollection, getProductBySlug } from '@/lib/db/products';
import { insertLink } from '@/lib/db/referrals';
import type { RefTarget } from '@/lib/domain/messaging/ref';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Makes a link into the thread; the same form posted twice makes one. Problem: "not_found" for what it shall lead to. */
export async function makeLink(
  deps: Pick<Deps, 'db' | 'now'>,
  link: { code: string; label: string; target: RefTarget },
): Promise<Result<null, 'not_found'>> {
  if (!(await isThere(deps, link.target))) return fail('not_found');
  await insertLink(deps.db, { ...link, at: deps.now() });
  return succeed(null);
}

async function isThere(deps: Pick<Deps, 'db'>, target: RefTarget): Promise<boolean> {
  if (target.kind === 'product') return (await getProductBySlug(deps.db, target.slug))?.status === 'active';
  if (target.kind === 'collection') return (await getCollection(deps.db, target.slug)) !== null;
  if (target.kind !== 'cart') return true;
  const skus = new Set(target.lines.map((line) => line.sku));
  return (await listVariantsOfSkus(deps.db, [...skus])).length === skus.size;
}

import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { listDueDrafts, publishDraft } from '@/lib/db/publishing';
import { inTransaction } from '@/lib/db/transaction';
import type { Deps } from './deps';

const BATCH = 50;

/** Puts drafts on sale whose time has come: they were ready for it when the time was set. Answers how many. */
export async function publishDue(deps: Pick<Deps, 'db' | 'now' | 'log'>): Promise<number> {
  const at = deps.now();
  let published = 0;
  for (const productId of await listDueDrafts(deps.db, at, BATCH)) {
    const slug = await inTransaction(deps.db, async (tx) => {
      const slug = await publishDraft(tx, productId, at);
      if (slug) await announceCatalogueChange(tx, [slug]);
      return slug;
    });
    if (!slug) continue;
    deps.log('catalogue.published', { product: productId });
    published += 1;
  }
  return published;
}

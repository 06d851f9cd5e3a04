import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import {
  insertCollection,
  lockCollection,
  renewRuled,
  setMembers,
  swapCollections,
  updateCollection,
} from '@/lib/db/collections';
import { inTransaction } from '@/lib/db/transaction';
import type { CollectionEdit } from '@/lib/domain/catalogue/collection-form';
import { slugOf } from '@/lib/domain/catalogue/import/catalogue-form';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type CollectionDeps = Pick<Deps, 'db' | 'log' | 'now'>;

/**
 * Writes a collection and what stands in it: the named products in their order, or whatever fits its rule. An empty slug makes
 * a new one, with an address of its title that stays. Problems: "not_found"; "changed_meanwhile".
 */
export async function saveCollection(
  deps: CollectionDeps,
  edit: CollectionEdit & { merchantId: string },
): Promise<Result<{ slug: string }, 'not_found' | 'changed_meanwhile'>> {
  const { title, description, rule } = edit;
  return inTransaction(deps.db, async (tx) => {
    const facts = { title, description, rule };
    if (edit.slug !== '') {
      const version = await lockCollection(tx, edit.slug);
      if (version === null) return fail('not_found');
      if (version !== edit.seenVersion) return fail('changed_meanwhile');
      await updateCollection(tx, edit.slug, facts);
    }
    const slug = edit.slug || (await insertCollection(tx, slugOf(title.de || title.en), facts));
    if (rule) await renewRuled(tx, { slug });
    else await setMembers(tx, slug, edit.members);
    const after = { title, rule, members: rule ? null : edit.members.length };
    const entry = { merchantId: edit.merchantId, what: 'collection.saved', about: `collection:${slug}` } as const;
    await writeAudit(tx, { ...entry, after, at: deps.now() });
    await announceCatalogueChange(tx, []);
    deps.log('catalogue.collection_saved', { collection: slug, merchant: edit.merchantId });
    return succeed({ slug });
  });
}

/** Moves a collection one step up (-1) or down (1) in the shop's order; at the end it stays. Problem: "not_found". */
export async function moveCollection(
  deps: CollectionDeps,
  { slug, by }: { slug: string; by: number },
): Promise<Result<null, 'not_found'>> {
  return inTransaction(deps.db, async (tx) => {
    if ((await lockCollection(tx, slug)) === null) return fail('not_found');
    if (await swapCollections(tx, slug, by)) await announceCatalogueChange(tx, []);
    return succeed(null);
  });
}

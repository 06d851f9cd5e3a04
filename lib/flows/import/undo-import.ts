import { writeAuditOf } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { endWork, type ImportItem, type ImportJob } from '@/lib/db/catalogue-imports';
import type { Database } from '@/lib/db/client';
import { listHandCollections } from '@/lib/db/collections';
import { listStatesById } from '@/lib/db/product-states';
import { inTransaction, sqlStateOf } from '@/lib/db/transaction';
import { deleteProducts, lockVersions } from '@/lib/db/write-import';
import type { PlanWorld } from '@/lib/domain/catalogue/transfer/plan';
import { planProduct } from '@/lib/domain/catalogue/transfer/plan';
import { cellsOf } from '@/lib/domain/catalogue/transfer/product-cells';
import type { ProductState, WantedProduct } from '@/lib/domain/catalogue/transfer/record';
import { CURRENCIES } from '@/lib/domain/currencies';
import { auditOf, batchesOf, Stopped } from './apply-import';
import type { ImportDeps } from './read-import';
import { type PlannedItem, writeProducts, writeVariants } from './write-plans';

const FOREIGN_KEY = '23503';

/**
 * Brings back what stood before an import, all of it or nothing: words, prices and variants as they were, stock by the
 * difference that the import made, and new products go. Problem, as the import's: "undo_too_late" where a product was
 * changed, ordered or put into a cart since.
 */
export async function undoImport(deps: ImportDeps, job: ImportJob): Promise<void> {
  try {
    await inTransaction(deps.db, async (tx) => {
      const at = deps.now();
      const writing = { tx, at, newId: deps.newId };
      const total = job.added + job.changed;
      const collections = new Set((await listHandCollections(tx)).map(({ slug }) => slug));
      const slugs: string[] = [];
      const back: PlannedItem[] = [];
      for await (const items of batchesOf(deps, tx, job, { total, share: 0 })) {
        await refuseChanged(tx, items);
        if (slugs.length <= 100) slugs.push(...items.map(({ plan }) => plan.slug));
        await deleteProducts(
          tx,
          items.filter((item) => item.isNew).map((item) => item.productId),
        );
        const reversed = await reverse(tx, items, { collections, sanitise: (html) => html, takesStock: true });
        await writeProducts(writing, reversed);
        back.push(...reversed);
      }
      const booked = { editId: `${job.id}:undo`, who: job.who, why: 'import undone' };
      for (let place = 0; place < back.length; place += 200)
        if (!(await writeVariants(writing, back.slice(place, place + 200), booked))) throw new Stopped('undo_too_late');
      if (slugs.length > 0) await announceCatalogueChange(tx, slugs);
      await writeAuditOf(tx, auditOf(job, 'import.undone', at));
      if (!(await endWork(tx, job, { status: 'undone', total, done: total }))) throw new Stopped('taken_over');
    });
    deps.log('catalogue.import_undone', { import: job.id, who: job.who });
  } catch (error) {
    const isTooLate =
      sqlStateOf(error) === FOREIGN_KEY || (error instanceof Stopped && error.problem === 'undo_too_late');
    if (isTooLate) await endWork(deps.db, job, { status: 'done', problem: 'undo_too_late' });
    else if (!(error instanceof Stopped)) throw error;
  }
}

/** The version that an import leaves behind is the one after that which it saw; a new product's is the first. */
async function refuseChanged(tx: Database, items: ImportItem[]): Promise<void> {
  const versions = await lockVersions(
    tx,
    items.map((item) => item.productId),
  );
  if (items.some((item) => versions.get(item.productId) !== item.plan.seenVersion + 1))
    throw new Stopped('undo_too_late');
}

async function reverse(tx: Database, items: ImportItem[], world: PlanWorld): Promise<PlannedItem[]> {
  const changed = items.filter((item) => !item.isNew);
  const states = new Map(
    (
      await listStatesById(
        tx,
        changed.map((item) => item.productId),
      )
    ).map((state) => [state.id, state]),
  );
  return changed.flatMap(({ productId, before, plan }) => {
    const now = states.get(productId);
    if (!now || !before) return [];
    const { planned } = planProduct(asBefore(before, now, plan.variants), now, world);
    if (planned.is === 'refused') throw new Stopped('undo_too_late');
    return planned.is === 'changed' ? [{ productId, isNew: false, plan: planned.plan }] : [];
  });
}

/** What stood before, as a wish: only the stock is that of now without what the import brought. */
function asBefore(before: ProductState, now: ProductState, steps: ImportItem['plan']['variants']): WantedProduct {
  const brought = new Map(steps.map((step) => [step.id, step.stockBy]));
  const present = new Map(now.variants.map((variant) => [variant.id, variant.stock]));
  const amounts = (prices: Partial<Record<string, number>>) =>
    Object.fromEntries(CURRENCIES.map((code) => [code, prices[code] ?? null]));
  return {
    row: 0,
    slug: before.slug,
    importKey: null,
    cells: cellsOf(before.facts),
    ifNew: {},
    isWhole: true,
    newCollections: [],
    variants: before.variants.map(({ id, sku, optionValues, barcode, weightGrams, archived, prices, compareAt }) => ({
      row: 0,
      sku,
      optionValues,
      barcode,
      weightGrams,
      archived,
      stock: (present.get(id) ?? 0) - (brought.get(id) ?? 0),
      prices: amounts(prices),
      compareAt: amounts(compareAt),
    })),
  };
}

import { raiseVersions } from '@/lib/db/bulk-products';
import type { Database } from '@/lib/db/client';
import { renewRuled } from '@/lib/db/collections';
import { listPriceHistory } from '@/lib/db/product-edits';
import {
  insertProducts,
  insertVariants,
  moveStocks,
  type PriceRow,
  placeMany,
  updateProducts,
  updateVariants,
  type VariantRow,
  writePrices,
} from '@/lib/db/write-import';
import { lowestBefore } from '@/lib/domain/catalogue/lowest-price';
import type { ProductPlan } from '@/lib/domain/catalogue/transfer/plan';
import type { ProductFacts } from '@/lib/domain/catalogue/transfer/record';
import type { Deps } from '../deps';

export type PlannedItem = { productId: string; isNew: boolean; plan: ProductPlan };
export type Writing = { tx: Database; at: Date; newId: Deps['newId'] };

/**
 * Writes many products' plans, a handful of statements in all: everything but what is held by shoppers' hands, the rows of
 * variants that can be bought now. Those come last, with `writeVariants`, so that no purchase waits for a long import.
 */
export async function writeProducts(writing: Writing, items: PlannedItem[]): Promise<void> {
  const { tx, at, newId } = writing;
  await placeMany(
    tx,
    [],
    items.flatMap(({ plan }) => plan.newCollections),
  );
  const said = items.flatMap(({ productId, isNew, plan }) =>
    plan.facts ? [{ id: productId, isNew, plan, facts: asStored(plan.facts) }] : [],
  );
  await insertProducts(
    tx,
    said
      .filter(({ isNew }) => isNew)
      .map(({ id, plan, facts }) => ({ ...facts, id, slug: plan.slug, importKey: plan.importKey })),
    at,
  );
  await updateProducts(
    tx,
    said.filter(({ isNew }) => !isNew).map(({ id, facts }) => ({ ...facts, id })),
    at,
  );
  const onlyVariants = items.filter(({ plan }) => !plan.facts).map(({ productId }) => productId);
  if (onlyVariants.length > 0) await raiseVersions(tx, onlyVariants, at);

  const fresh: VariantRow[] = [];
  const priced: Omit<PriceRow, 'lowestBeforeMinor'>[] = [];
  for (const { productId, plan } of items)
    for (const step of plan.variants) {
      const id = step.id ?? newId();
      if (step.id === null) fresh.push({ ...step, id, productId });
      for (const price of step.prices) priced.push({ ...price, variantId: id });
    }
  await insertVariants(tx, fresh, at);
  await writePrices(tx, await withLowest(tx, priced, at), at);
  await placeMany(
    tx,
    said.map(({ id, facts }) => ({ id, collections: facts.collections })),
    [],
  );
  await renewRuled(tx, { productIds: said.map(({ id }) => id) });
}

/** The variants that were there before: what they are, and their stock. False when a stock would fall below zero. */
export async function writeVariants(
  { tx, at }: Writing,
  items: PlannedItem[],
  booked: { editId: string; who: string; why: string },
): Promise<boolean> {
  const present = items.flatMap(({ productId, plan }) =>
    plan.variants.flatMap((step) => (step.id === null ? [] : [{ ...step, id: step.id, productId }])),
  );
  // Always in the same order, as every purchase locks them.
  present.sort((a, b) => (a.id < b.id ? -1 : 1));
  await updateVariants(
    tx,
    present.filter((step) => step.isTouched),
    at,
  );
  return moveStocks(
    tx,
    present.filter((step) => step.stockBy !== 0),
    { ...booked, at },
  );
}

/** Where nobody wrote anything, nothing is kept. */
function asStored(facts: ProductFacts) {
  const isBlank = (value: object): boolean =>
    Object.values(value).every((part) => (typeof part === 'object' ? isBlank(part) : part === ''));
  return { ...facts, safety: isBlank(facts.safety) ? null : facts.safety, seo: isBlank(facts.seo) ? null : facts.seo };
}

/** Puts beside each announced reduction the lowest price of the 30 days before it. */
async function withLowest(tx: Database, steps: Omit<PriceRow, 'lowestBeforeMinor'>[], at: Date): Promise<PriceRow[]> {
  const isReduction = (step: (typeof steps)[number]) =>
    step.amountMinor !== null && step.compareAtMinor !== null && step.compareAtMinor > step.amountMinor;
  const reduced = steps.filter(isReduction).map((step) => step.variantId);
  const history = reduced.length > 0 ? await listPriceHistory(tx, [...new Set(reduced)]) : new Map();
  return steps.map((step) => {
    if (!isReduction(step) || step.amountMinor === null) return { ...step, lowestBeforeMinor: null };
    const past = history.get(`${step.variantId} ${step.currency}`) ?? [];
    const points = step.isNewPrice ? [...past, { amountMinor: step.amountMinor, since: at }] : past;
    return { ...step, lowestBeforeMinor: lowestBefore(points) };
  });
}

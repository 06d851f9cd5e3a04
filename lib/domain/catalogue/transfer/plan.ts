import { type ImportProblem, type ImportReason, REMARKS } from '../import/imported-product';
import type { ProductOption } from '../product';
import { lacksWords } from '../product-input';
import { planVariants } from './plan-variants';
import { cellsOf, factsOf, PRODUCT_COLUMNS } from './product-cells';
import type { Cells, ProductFacts, ProductState, WantedProduct } from './record';
import type { Change, VariantStep } from './steps';

/** What would be done with one product; `facts` null where only its variants change. */
export type ProductPlan = {
  row: number;
  slug: string;
  importKey: string | null;
  productId: string | null;
  seenVersion: number;
  facts: ProductFacts | null;
  variants: VariantStep[];
  newCollections: WantedProduct['newCollections'];
};
export type Planned =
  | { is: 'unchanged' }
  | { is: 'new' | 'changed'; plan: ProductPlan; changes: Change[] }
  | { is: 'refused' };

export type PlanWorld = {
  sanitise: (html: string) => string;
  /** Addresses of the collections that are filled by hand. */
  collections: ReadonlySet<string>;
  takesStock: boolean;
};

const HTML = ['description_de', 'description_en'];

/**
 * Compares what a file says about a product with what the shop holds (null: nothing): the steps that lead there, every cell that
 * would change, and what stands in the way. Prices in minor units; stock as a difference, so that sales meanwhile count.
 */
export function planProduct(
  wanted: WantedProduct,
  known: ProductState | null,
  world: PlanWorld,
): { planned: Planned; report: ImportProblem[] } {
  const report: ImportProblem[] = [];
  const wrong = (row: number, column: string, reason: ImportReason, value: string) =>
    void report.push({ row, column, reason, value: value.slice(0, 80) });
  const before: Cells = known ? cellsOf(known.facts) : {};
  const said = { ...(known ? {} : wanted.ifNew), ...wanted.cells };
  const merged: Record<string, string> = { ...before, ...said };
  for (const column of HTML) {
    const html = merged[column] ?? '';
    if (html !== before[column]) merged[column] = world.sanitise(html);
  }
  const { facts, faults } = factsOf(merged);
  for (const { column, reason } of faults) wrong(wanted.row, column, reason, merged[column] ?? '');
  if (known && wanted.importKey && sameKeys(known.facts.options, facts.options)) facts.options = known.facts.options;
  keepKnownPictures(facts, known, () => wrong(wanted.row, 'pictures', 'picture_unknown', ''));
  for (const slug of facts.collections)
    if (!world.collections.has(slug) && !wanted.newCollections.some((one) => one.slug === slug))
      wrong(wanted.row, 'collections', 'collection_unknown', slug);
  const variants = planVariants(wanted, known, { takesStock: world.takesStock, options: facts.options }, wrong);

  const after = cellsOf(facts);
  const changes: Change[] = PRODUCT_COLUMNS.filter((column) => (before[column] ?? '') !== (after[column] ?? '')).map(
    (column) => ({ row: wanted.row, sku: '', column, before: before[column] ?? '', after: after[column] ?? '' }),
  );
  const isChanged = changes.length > 0;
  changes.push(...variants.changes);
  if (known && changes.length === 0) return { planned: { is: 'unchanged' }, report };
  if (facts.status === 'active' && !variants.isPriced) wrong(wanted.row, 'status', 'no_price', facts.status);
  if (facts.status === 'active' && before.pictures !== after.pictures && facts.images.some(lacksWords))
    wrong(wanted.row, 'pictures', 'value_unknown', '');
  if (report.some(({ reason }) => !REMARKS.has(reason))) return { planned: { is: 'refused' }, report };
  const plan: ProductPlan = {
    row: wanted.row,
    slug: known?.slug ?? wanted.slug,
    importKey: known ? known.importKey : wanted.importKey,
    productId: known?.id ?? null,
    seenVersion: known?.version ?? 0,
    facts: isChanged || !known ? facts : null,
    variants: variants.steps,
    newCollections: wanted.newCollections,
  };
  return { planned: { is: known ? 'changed' : 'new', plan, changes }, report };
}

function sameKeys(a: ProductOption[], b: ProductOption[]): boolean {
  const keys = (options: ProductOption[]) =>
    JSON.stringify(options.map(({ key, values }) => [key, values.map((one) => one.key)]));
  return keys(a) === keys(b);
}

// A file names pictures, it does not hold them: those of the product may be ordered and described anew, no others taken.
function keepKnownPictures(facts: ProductFacts, known: ProductState | null, remark: () => void): void {
  const own = new Set(known?.facts.images.map(({ file }) => file));
  const kept = facts.images.filter(({ file }) => file === null || own.has(file));
  if (kept.length === facts.images.length) return;
  facts.images = kept;
  remark();
}

import {
  clearFindings,
  endWork,
  type ImportItem,
  type ImportJob,
  insertItems,
  insertProblems,
  reportProgress,
} from '@/lib/db/catalogue-imports';
import { listHandCollections } from '@/lib/db/collections';
import { listSlugsOfSkus, listStatesByKey } from '@/lib/db/product-states';
import { type ImportProblem, REMARKS, type Table } from '@/lib/domain/catalogue/import/imported-product';
import { formatOf } from '@/lib/domain/catalogue/transfer/file-format';
import { type PlanWorld, planProduct } from '@/lib/domain/catalogue/transfer/plan';
import { eachProduct, skusToFind, tableFor } from '@/lib/domain/catalogue/transfer/read-products';
import type { ProductState, ReadProduct, WantedProduct } from '@/lib/domain/catalogue/transfer/record';
import type { Result } from '@/lib/domain/result';
import type { Deps } from '../deps';

/** How a file is opened; what is wrong with it as a whole has a name. */
export type ImportFiles = {
  open: (content: string) => Promise<Result<Table>>;
  sanitise: (html: string) => string;
};
export type ImportDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'log'> & { files: ImportFiles };

const BATCH = 200;
/** Who has so many problems reads no further. */
const MOST_PROBLEMS = 1_000;
export const LEASE_MS = 60_000;

/**
 * Compares a file with the shop, product by product, and writes down what would change and what is wrong: nothing of the shop
 * changes. Ends as "ready", as "mapping" where nobody knows what the columns mean, or as "failed".
 */
export async function readImport(deps: ImportDeps, job: ImportJob): Promise<void> {
  const opened = await deps.files.open(job.content ?? '');
  if (!opened.ok) {
    await endWork(deps.db, job, { status: 'failed', problem: opened.problem, problemDetail: opened.detail ?? null });
    return;
  }
  const format = job.options.mapping ? 'own' : formatOf(opened.value);
  if (!format) {
    await endWork(deps.db, job, { status: 'mapping', columns: [...opened.value.columns], format: null });
    return;
  }
  const table = tableFor(opened.value, job.options);
  await clearFindings(deps.db, job.id);
  await reportProgress(deps.db, job, { total: table.rows.length, done: 0, format });
  const slugs = new Map<string, string>();
  const skus = skusToFind(table, format);
  for (let at = 0; at < skus.length; at += 2_000)
    for (const [sku, slug] of await listSlugsOfSkus(deps.db, skus.slice(at, at + 2_000))) slugs.set(sku, slug);

  const collections = new Set((await listHandCollections(deps.db)).map(({ slug }) => slug));
  const reading = new Reading(deps, job, { sanitise: deps.files.sanitise, collections, ...job.options });
  let batch: ReadProduct[] = [];
  for (const product of eachProduct(table, format, job.options, (sku) => slugs.get(sku))) {
    batch.push(product);
    if (batch.length < BATCH) continue;
    if (!(await reading.take(batch))) return;
    batch = [];
  }
  if (!(await reading.take(batch))) return;
  const { counts } = reading;
  await endWork(deps.db, job, { status: 'ready', format, ...counts, done: table.rows.length });
  deps.log('catalogue.import_read', { import: job.id, format, ...counts });
}

class Reading {
  readonly counts = { added: 0, changed: 0, unchanged: 0, errors: 0, remarks: 0 };
  private place = 0;
  private problems = 0;
  private rows = 0;

  constructor(
    private readonly deps: ImportDeps,
    private readonly job: ImportJob,
    private readonly world: PlanWorld,
  ) {}

  /** Plans a batch and writes it down; false when another worker has taken over. */
  async take(batch: ReadProduct[]): Promise<boolean> {
    const { db, now } = this.deps;
    const wanted = batch.flatMap((one) => one.wanted ?? []);
    const skus = wanted.flatMap((one) => one.variants.map((variant) => variant.sku));
    const [states, owners] = [
      await listStatesByKey(db, {
        slugs: wanted.map((one) => one.slug),
        importKeys: wanted.flatMap((one) => one.importKey ?? []),
      }),
      await listSlugsOfSkus(db, skus),
    ];
    const items: ImportItem[] = [];
    const report = batch.flatMap((one) => one.report);
    for (const asked of wanted) {
      const { mine, known } = place(asked, states);
      const clean = withOwnSkus(mine, known, owners, report);
      if (!clean) continue;
      const { planned, report: found } = planProduct(clean, known, this.world);
      report.push(...found);
      if (planned.is === 'unchanged') this.counts.unchanged += 1;
      if (planned.is !== 'new' && planned.is !== 'changed') continue;
      this.counts[planned.is === 'new' ? 'added' : 'changed'] += 1;
      const { plan, changes } = planned;
      const productId = known?.id ?? this.deps.newId();
      const isNew = known === null;
      items.push({ importId: this.job.id, place: ++this.place, productId, isNew, plan, changes, before: known });
    }
    await insertItems(db, items);
    await this.note(report);
    this.rows += batch.reduce((sum, one) => sum + Math.max(1, one.wanted?.variants.length ?? 1), 0);
    return reportProgress(db, this.job, { done: this.rows, claimedUntil: new Date(now().getTime() + LEASE_MS) });
  }

  private async note(report: ImportProblem[]): Promise<void> {
    const noted = report.map((problem) => ({ ...problem, isError: !REMARKS.has(problem.reason) }));
    const errors = noted.filter((problem) => problem.isError).length;
    this.counts.errors += errors;
    this.counts.remarks += noted.length - errors;
    const kept = noted.slice(0, Math.max(0, MOST_PROBLEMS - this.problems));
    await insertProblems(
      this.deps.db,
      this.job.id,
      kept.map((problem) => ({ ...problem, place: ++this.problems })),
    );
  }
}

/** The product that is meant. One that came from elsewhere leaves the shop's own of the same address alone. */
function place(asked: WantedProduct, states: ProductState[]): { mine: WantedProduct; known: ProductState | null } {
  const bySlug = states.find((state) => state.slug === asked.slug) ?? null;
  if (asked.importKey === null) return { mine: asked, known: bySlug };
  const known = states.find((state) => state.importKey === asked.importKey) ?? null;
  return { mine: !known && bySlug ? { ...asked, slug: `${asked.slug}-import` } : asked, known };
}

/** SKUs that another product has: an imported one says whose it is, in our own file that is an error. */
function withOwnSkus(
  asked: WantedProduct,
  known: ProductState | null,
  owners: Map<string, string>,
  report: ImportProblem[],
): WantedProduct | null {
  const slug = known?.slug ?? asked.slug;
  const isElsewhere = (sku: string) => (owners.get(sku) ?? slug) !== slug;
  const taken = asked.variants.filter(({ sku }) => isElsewhere(sku));
  if (taken.length === 0) return asked;
  if (asked.importKey === null) {
    for (const { row, sku } of taken) report.push({ row, column: 'sku', reason: 'sku_taken', value: sku.slice(0, 80) });
    return null;
  }
  const variants = asked.variants.map((variant) =>
    isElsewhere(variant.sku) ? { ...variant, sku: `${variant.sku}@${slug}` } : variant,
  );
  return { ...asked, variants };
}

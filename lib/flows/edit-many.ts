import { writeAudit } from '@/lib/db/audit';
import {
  type LockedProduct,
  listPricesOf,
  listVariantIdsOf,
  lockProducts,
  raiseVersions,
  setStatuses,
} from '@/lib/db/bulk-products';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { bookStockChange, moveStock, setVariantPrice } from '@/lib/db/edit-products';
import { inTransaction } from '@/lib/db/transaction';
import { type BulkEdit, changedBy } from '@/lib/domain/catalogue/bulk-edit';
import { lacksWords } from '@/lib/domain/catalogue/product-input';
import { isCurrency } from '@/lib/domain/currencies';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Problem = 'not_found' | 'no_price' | 'alt_missing' | 'stock_too_low';
type Run = { tx: Database; at: Date; products: LockedProduct[]; merchantId: string };

/**
 * Changes many products at once, all of them or none: `detail.fields` names by id those that stood in the way. The same form
 * for stock twice is one change. Problems: "not_found"; "no_price" and "alt_missing" for what shall go on sale;
 * "stock_too_low".
 */
export async function editMany(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  edit: BulkEdit & { merchantId: string },
): Promise<Result<null, Problem>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const at = deps.now();
      const products = await lockProducts(tx, edit.ids);
      if (products.length < edit.ids.length) return fail('not_found');
      const refused = await change({ tx, at, products, merchantId: edit.merchantId }, edit);
      if (refused) throw new Refused(refused);
      await announceCatalogueChange(
        tx,
        products.map((product) => product.slug),
      );
      const { ids, merchantId, ...after } = edit;
      const about = ids.length === 1 ? `product:${ids[0]}` : 'products:several';
      await writeAudit(tx, { merchantId, what: 'products.changed', about, after: { ...after, products: ids }, at });
      deps.log('catalogue.many_changed', { what: edit.what, products: products.length, merchant: edit.merchantId });
      return succeed(null);
    });
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    throw error;
  }
}

/** Rolls the transaction back, with what was changed of the others. */
class Refused extends Error {
  constructor(readonly failure: Failure<Problem>) {
    super(failure.problem);
  }
}

function change(run: Run, edit: BulkEdit): Promise<Failure<Problem> | null> {
  if (edit.what === 'price') return changeAllPrices(run, edit);
  if (edit.what === 'stock') return changeAllStock(run, edit);
  return changeStates(run, edit);
}

async function changeStates(
  { tx, at, products }: Run,
  { what, ids }: Extract<BulkEdit, { what: 'active' | 'draft' | 'archived' }>,
): Promise<Failure<Problem> | null> {
  if (what === 'active') {
    const unpriced = products.filter((product) => !product.priced);
    if (unpriced.length > 0) return naming('no_price', unpriced);
    const nameless = products.filter((product) => product.images.some(lacksWords));
    if (nameless.length > 0) return naming('alt_missing', nameless);
  }
  await setStatuses(tx, ids, what, at);
  return null;
}

async function changeAllPrices({ tx, at }: Run, { ids, percent }: Extract<BulkEdit, { what: 'price' }>): Promise<null> {
  for (const { variantId, currency, amountMinor } of await listPricesOf(tx, ids)) {
    const changed = isCurrency(currency) ? changedBy(amountMinor, percent, currency) : amountMinor;
    if (isCurrency(currency) && changed !== amountMinor)
      await setVariantPrice(tx, { variantId, currency, amountMinor: changed, at });
  }
  await raiseVersions(tx, ids, at);
  return null;
}

async function changeAllStock(
  { tx, at, products, merchantId }: Run,
  { ids, difference, reason, editId }: Extract<BulkEdit, { what: 'stock' }>,
): Promise<Failure<Problem> | null> {
  for (const { id: variantId, productId } of await listVariantIdsOf(tx, ids)) {
    const booked = { editId, variantId, difference, who: `merchant:${merchantId}`, why: reason, at };
    if (!(await bookStockChange(tx, booked))) continue;
    if (!(await moveStock(tx, booked)))
      return naming(
        'stock_too_low',
        products.filter((product) => product.id === productId),
      );
  }
  return null;
}

function naming<P extends Problem>(problem: P, products: LockedProduct[]): Failure<P> {
  return fail(problem, { fields: Object.fromEntries(products.map((product) => [product.id, problem])) });
}

import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { bookStockChange, getSlugOfVariant, moveStock } from '@/lib/db/edit-products';
import { inTransaction } from '@/lib/db/transaction';
import type { StockEdit } from '@/lib/domain/catalogue/edits';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Changes the stock of a variant by a difference and books who did it and why. The same edit again is recognised and
 * changes nothing more. Problems: "not_found"; "stock_too_low" when fewer pieces are free than shall go: those held for
 * open payments are not the merchant's to take.
 */
export async function adjustStock(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  edit: StockEdit & { merchantId: string },
): Promise<Result<null, 'not_found' | 'stock_too_low'>> {
  const slug = await getSlugOfVariant(deps.db, edit.variantId);
  if (!slug) return fail('not_found');
  try {
    return await inTransaction(deps.db, async (tx) => {
      const change = { ...edit, who: `merchant:${edit.merchantId}`, why: edit.reason, at: deps.now() };
      if (!(await bookStockChange(tx, change))) return succeed(null);
      if (!(await moveStock(tx, edit))) throw new Refused(fail('stock_too_low'));
      await announceCatalogueChange(tx, [slug]);
      const after = { difference: edit.difference, reason: edit.reason };
      const about = `variant:${edit.variantId}`;
      await writeAudit(tx, { merchantId: edit.merchantId, what: 'stock.booked', about, after, at: change.at });
      deps.log('stock.adjusted', { variant: edit.variantId, merchant: edit.merchantId, pieces: edit.difference });
      return succeed(null);
    });
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    throw error;
  }
}

/** Rolls the transaction back, with what was booked. */
class Refused extends Error {
  constructor(readonly failure: Failure<'stock_too_low'>) {
    super(failure.problem);
  }
}

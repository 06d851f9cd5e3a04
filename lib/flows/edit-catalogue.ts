import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { getVariantPrices, lockProduct, raiseProductVersion, setVariantPrice } from '@/lib/db/edit-products';
import { inTransaction } from '@/lib/db/transaction';
import type { PriceEdit } from '@/lib/domain/catalogue/edits';
import { CURRENCIES } from '@/lib/domain/currencies';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Sets the prices of a variant, null for a currency in which it is not sold. Each new price goes into the history.
 * Problems: "not_found"; "changed_meanwhile" when somebody edited the product since `seenVersion`, unless the prices are
 * already as asked: the same form sent twice changes nothing more.
 */
export async function changePrices(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  edit: PriceEdit & { merchantId: string },
): Promise<Result<null, 'not_found' | 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    const product = await lockProduct(tx, edit.productId);
    const present = product && (await getVariantPrices(tx, edit));
    if (!product || !present) return fail('not_found');

    const changed = CURRENCIES.flatMap((currency) => {
      const amountMinor = edit[currency];
      return amountMinor === undefined || amountMinor === (present[currency] ?? null)
        ? []
        : [{ currency, amountMinor }];
    });
    if (changed.length === 0) return succeed(null);
    if (product.version !== edit.seenVersion) return fail('changed_meanwhile');

    for (const price of changed) await setVariantPrice(tx, { variantId: edit.variantId, ...price, at });
    await raiseProductVersion(tx, product.id, at);
    await writeAudit(tx, {
      merchantId: edit.merchantId,
      what: 'prices.changed',
      about: `product:${product.id}`,
      before: {
        variant: edit.variantId,
        ...Object.fromEntries(changed.map(({ currency }) => [currency, present[currency] ?? null])),
      },
      after: {
        variant: edit.variantId,
        ...Object.fromEntries(changed.map((price) => [price.currency, price.amountMinor])),
      },
      at,
    });
    await announceCatalogueChange(tx, [product.slug]);
    deps.log('catalogue.prices_changed', { variant: edit.variantId, merchant: edit.merchantId });
    return succeed(null);
  });
}

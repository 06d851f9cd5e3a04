import { writeAudit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { renewRuled } from '@/lib/db/collections';
import { setVariantPrice } from '@/lib/db/edit-products';
import { takePictures } from '@/lib/db/pictures';
import {
  freeSlug,
  getEditedProduct,
  insertProduct,
  insertVariant,
  listVariantsAround,
  placeByHand,
} from '@/lib/db/product-edits';
import { inTransaction } from '@/lib/db/transaction';
import type { EditedProduct } from '@/lib/domain/catalogue/draft-of';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import { isCurrency } from '@/lib/domain/currencies';
import type { LocalizedText } from '@/lib/domain/market';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

const COPY = { de: ' (Kopie)', en: ' (copy)' };

/**
 * Makes a draft that has everything of a product but its stock, its announced reductions and its SKUs, which get a number
 * behind them. `copyId` comes with the form: the same form twice is one copy. Problem: "not_found".
 */
export async function copyProduct(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  edit: { productId: string; copyId: string; merchantId: string },
): Promise<Result<null, 'not_found'>> {
  return inTransaction(deps.db, async (tx) => {
    if (await getEditedProduct(tx, edit.copyId)) return succeed(null);
    const pattern = await getEditedProduct(tx, edit.productId);
    if (!pattern) return fail('not_found');
    const at = deps.now();
    const { variants, collections, version: _version, slug: _slug, ...facts } = pattern;
    const uploads = facts.images.flatMap(({ file }) =>
      file?.startsWith(UPLOADED) ? [file.slice(UPLOADED.length)] : [],
    );
    await takePictures(tx, uploads, null);
    await insertProduct(tx, {
      ...facts,
      id: edit.copyId,
      slug: await freeSlug(tx, `${pattern.slug}-copy`),
      title: titled(facts.title),
      status: 'draft',
      publishAt: null,
      updatedAt: at,
    });
    await copyVariants({ deps, tx, at, copyId: edit.copyId }, variants);
    await placeByHand(tx, edit.copyId, collections);
    await renewRuled(tx, { productId: edit.copyId });
    const [about, after] = [`product:${edit.copyId}`, { pattern: edit.productId }];
    await writeAudit(tx, { merchantId: edit.merchantId, what: 'product.copied', about, after, at });
    deps.log('catalogue.product_copied', { product: edit.productId, copy: edit.copyId, merchant: edit.merchantId });
    return succeed(null);
  });
}

type Run = { deps: Pick<Deps, 'newId'>; tx: Database; at: Date; copyId: string };

async function copyVariants({ deps, tx, at, copyId }: Run, variants: EditedProduct['variants']): Promise<void> {
  const taken = new Set<string>();
  for (const [position, { optionValues, weightGrams, ...variant }] of variants.entries()) {
    const id = deps.newId();
    const sku = await freeSku(tx, variant.sku, taken);
    // A barcode names one thing in the world: the copy is another one.
    await insertVariant(tx, { id, productId: copyId, sku, barcode: '', optionValues, position, weightGrams, stock: 0 });
    for (const [currency, amountMinor] of Object.entries(variant.prices))
      if (isCurrency(currency) && amountMinor !== undefined)
        await setVariantPrice(tx, { variantId: id, currency, amountMinor, at });
  }
}

async function freeSku(tx: Database, sku: string, taken: Set<string>): Promise<string> {
  for (let number = 2; ; number += 1) {
    const wished = `${sku.slice(0, 90)}-${number}`;
    const isTaken = taken.has(wished) || (await listVariantsAround(tx, '', [wished])).length > 0;
    if (isTaken) continue;
    taken.add(wished);
    return wished;
  }
}

function titled(title: LocalizedText): LocalizedText {
  const behind = (text: string, word: string) => (text ? `${text.slice(0, 150)}${word}` : '');
  return { de: behind(title.de, COPY.de), en: behind(title.en, COPY.en) };
}

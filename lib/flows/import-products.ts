import { createHash } from 'node:crypto';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { renewRuled } from '@/lib/db/collections';
import { bookStockChange, getVariantPrices, moveStock, setVariantPrice } from '@/lib/db/edit-products';
import {
  archiveVariants,
  insertImportedVariant,
  listImported,
  listTakenSlugs,
  listVariantsFor,
  placeInCollections,
  saveImportedProduct,
  updateImportedVariant,
  type VariantRow,
} from '@/lib/db/import-products';
import { inTransaction } from '@/lib/db/transaction';
import { type CatalogueForm, catalogueForm } from '@/lib/domain/catalogue/import/catalogue-form';
import type { ImportedProduct } from '@/lib/domain/catalogue/import/imported-product';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Deps } from './deps';

export type ImportOutcome = { added: number; changed: number; unchanged: number; placeholders: number };

type ImportDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'log'>;
type Run = { deps: ImportDeps; tx: Database; currency: CurrencyCode; at: Date };

/**
 * Takes products of a file into the catalogue, all of them or none. A product that stands as the file says is left
 * alone, so the same file twice changes nothing; a changed one takes the file's words, prices and stock, and variants
 * that the file no longer holds go off sale. Prices are in minor units of `currency`; other currencies stay.
 */
export async function importProducts(
  deps: ImportDeps,
  input: { products: ImportedProduct[]; currency: CurrencyCode },
): Promise<ImportOutcome> {
  return inTransaction(deps.db, async (tx) => {
    const run: Run = { deps, tx, currency: input.currency, at: deps.now() };
    const forms = input.products.map(catalogueForm);
    const keys = forms.map((form) => form.importKey);
    const known = await listImported(tx, keys);
    const taken = await listTakenSlugs(
      tx,
      forms.map((form) => form.slug),
      keys,
    );
    const outcome: ImportOutcome = { added: 0, changed: 0, unchanged: 0, placeholders: 0 };
    const touched: string[] = [];
    for (const form of forms) {
      const importHash = hashOf(form, input.currency);
      const present = known.get(form.importKey);
      outcome.placeholders += form.images.length;
      if (present?.importHash === importHash) outcome.unchanged += 1;
      else {
        const slug = present?.slug ?? (taken.has(form.slug) ? `${form.slug}-import` : form.slug);
        await store(run, form, { id: present?.id ?? deps.newId(), slug, importHash });
        touched.push(slug);
        if (present) outcome.changed += 1;
        else outcome.added += 1;
      }
    }
    if (touched.length > 0) await announceCatalogueChange(tx, touched);
    deps.log('catalogue.imported', { added: outcome.added, changed: outcome.changed, unchanged: outcome.unchanged });
    return outcome;
  });
}

async function store(run: Run, form: CatalogueForm, saved: { id: string; slug: string; importHash: string }) {
  const { tx, at } = run;
  await saveImportedProduct(tx, form, { ...saved, at });
  const rows = await listVariantsFor(
    tx,
    saved.id,
    form.variants.map((variant) => variant.sku),
  );
  const own = new Map(rows.filter((row) => row.productId === saved.id).map((row) => [row.sku, row]));
  const elsewhere = new Set(rows.filter((row) => row.productId !== saved.id).map((row) => row.sku));
  const kept = new Set<string>();
  for (const [position, variant] of form.variants.entries()) {
    // Another product of the shop has this SKU already: the imported variant says whose it is.
    const sku = elsewhere.has(variant.sku) ? `${variant.sku}@${saved.slug}` : variant.sku;
    const id = await storeVariant(
      run,
      { ...variant, sku, position, productId: saved.id },
      own.get(sku),
      saved.importHash,
    );
    kept.add(id);
  }
  const gone = [...own.values()].filter((row) => !kept.has(row.id)).map((row) => row.id);
  await archiveVariants(tx, gone, at);
  await placeInCollections(tx, saved.id, form.collections);
  await renewRuled(tx, { productId: saved.id });
}

type VariantToStore = CatalogueForm['variants'][number] & { position: number; productId: string };

async function storeVariant(run: Run, variant: VariantToStore, present: VariantRow | undefined, importHash: string) {
  const { tx, currency, at, deps } = run;
  const { sku, optionValues, position, weightGrams, productId, stock, priceMinor } = variant;
  const facts = { optionValues, position, weightGrams };
  const id = present?.id ?? deps.newId();
  if (!present) await insertImportedVariant(tx, { ...facts, id, productId, sku, stock });
  else {
    await updateImportedVariant(tx, id, facts);
    await moveTo(run, present, stock, importHash);
  }
  const prices = await getVariantPrices(tx, { variantId: id, productId });
  if (prices?.[currency] !== priceMinor)
    await setVariantPrice(tx, { variantId: id, currency, amountMinor: priceMinor, at });
  return id;
}

// What is held for open payments is not the file's to count: only what is free becomes what it says.
async function moveTo({ tx, at, deps }: Run, row: VariantRow, stock: number, importHash: string): Promise<void> {
  const difference = stock - row.available;
  if (difference === 0) return;
  const change = { editId: deps.newId(), variantId: row.id, difference, who: 'import', why: importHash, at };
  await bookStockChange(tx, change);
  await moveStock(tx, change);
}

function hashOf(form: CatalogueForm, currency: CurrencyCode): string {
  return createHash('sha256')
    .update(JSON.stringify([currency, form]))
    .digest('base64url');
}

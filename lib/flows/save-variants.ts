import type { Database } from '@/lib/db/client';
import { getVariantPrices, setVariantPrice } from '@/lib/db/edit-products';
import { archiveVariants } from '@/lib/db/import-products';
import {
  giveUpSkus,
  insertVariant,
  listPriceHistory,
  listVariantsAround,
  type OwnVariant,
  setReduction,
  updateVariant,
} from '@/lib/db/product-edits';
import { lowestBefore, type PricePoint } from '@/lib/domain/catalogue/lowest-price';
import type { ProductInput } from '@/lib/domain/catalogue/product-input';
import { CURRENCIES } from '@/lib/domain/currencies';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

export type VariantProblem = 'not_found' | 'sku_taken';
type Run = { deps: Pick<Deps, 'newId'>; tx: Database; at: Date; productId: string };
type VariantInput = ProductInput['variants'][number];

/**
 * Makes a product's variants what the editor says, in the caller's transaction. One that is no longer named goes off sale; one
 * that comes again under its SKU is the same as before. Stock is only set for a new one: all other changes are booked.
 * Problems: "sku_taken" by another product, naming the field; "not_found" for an id of another product.
 */
export async function saveVariants(run: Run, wanted: VariantInput[]): Promise<Result<null, VariantProblem>> {
  const { tx, productId } = run;
  const around = await listVariantsAround(
    tx,
    productId,
    wanted.map((variant) => variant.sku),
  );
  const own = around.filter((variant) => variant.productId === productId);
  const elsewhere = new Set(around.filter((variant) => variant.productId !== productId).map((variant) => variant.sku));
  const taken = wanted.findIndex((variant) => elsewhere.has(variant.sku));
  if (taken >= 0) return fail('sku_taken', { fields: { [`product.variants.${taken}.sku`]: 'taken' } });
  if (wanted.some((variant) => variant.id && !own.some((one) => one.id === variant.id))) return fail('not_found');

  const named = new Set(wanted.map((variant) => variant.id));
  const placed = wanted.map((variant) => ({ variant, known: knownOf(variant, own, named) }));
  const kept = new Set(placed.map(({ known }) => known?.id));
  await giveUpSkus(tx, changingSkus(placed, own));
  const gone = own.filter((one) => !one.archived && !kept.has(one.id));
  await archiveVariants(
    tx,
    gone.map((one) => one.id),
    run.at,
  );
  const ids: string[] = [];
  for (const [position, { variant, known }] of placed.entries()) {
    const { sku, barcode, optionValues, weight: weightGrams, stock } = variant;
    const facts = { sku, barcode, optionValues, position, weightGrams };
    const id = known?.id ?? run.deps.newId();
    if (known) await updateVariant(tx, id, facts);
    else await insertVariant(tx, { ...facts, id, productId, stock });
    ids.push(id);
  }
  const history = await listPriceHistory(tx, ids);
  for (const [at, variant] of wanted.entries()) await savePrices(run, ids[at] ?? '', variant, history);
  return succeed(null);
}

/** The variant that is meant: by id, or the archived one that had this SKU. */
function knownOf(variant: VariantInput, own: OwnVariant[], named: Set<string>): OwnVariant | undefined {
  if (variant.id) return own.find((one) => one.id === variant.id);
  return own.find((one) => one.archived && one.sku === variant.sku && !named.has(one.id));
}

/** Those whose SKU goes to a sister, or changes: two may have changed places. */
function changingSkus(placed: { variant: VariantInput; known: OwnVariant | undefined }[], own: OwnVariant[]): string[] {
  const wanted = new Map(placed.map(({ variant, known }) => [variant.sku, known?.id]));
  return own.filter((one) => wanted.has(one.sku) && wanted.get(one.sku) !== one.id).map((one) => one.id);
}

async function savePrices(
  { tx, at, productId }: Run,
  variantId: string,
  variant: VariantInput,
  history: Map<string, PricePoint[]>,
): Promise<void> {
  const present = (await getVariantPrices(tx, { productId, variantId })) ?? {};
  for (const currency of CURRENCIES) {
    const asked = variant.prices[currency];
    const was = present[currency] ?? null;
    const changes = asked !== undefined && asked !== was;
    if (changes) await setVariantPrice(tx, { variantId, currency, amountMinor: asked, at });
    const amountMinor = asked === undefined ? was : asked;
    const compareAt = variant.compareAt[currency];
    if (amountMinor === null || (compareAt === undefined && !changes)) continue;
    const past = history.get(`${variantId} ${currency}`) ?? [];
    const isReduction = compareAt != null && compareAt > amountMinor;
    const points = changes ? [...past, { amountMinor, since: at }] : past;
    const reduction = {
      compareAtMinor: compareAt ?? null,
      lowestBeforeMinor: isReduction ? lowestBefore(points) : null,
    };
    await setReduction(tx, { variantId, currency }, reduction);
  }
}

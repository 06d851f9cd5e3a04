import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { renewRuled } from '@/lib/db/collections';
import { lockProduct } from '@/lib/db/edit-products';
import { takePictures } from '@/lib/db/pictures';
import { freeSlug, getEditedProduct, insertProduct, placeByHand, updateProduct } from '@/lib/db/product-edits';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import { auditedFacts } from '@/lib/domain/audit/product-facts';
import type { EditedProduct } from '@/lib/domain/catalogue/draft-of';
import { slugOf } from '@/lib/domain/catalogue/import/catalogue-form';
import { same } from '@/lib/domain/catalogue/merge-drafts';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import { type ProductInput, publishingProblem } from '@/lib/domain/catalogue/product-input';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { saveVariants, type VariantProblem } from './save-variants';

export type ProductEdit = { productId: string; seenVersion: number; input: ProductInput; merchantId: string };
export type SaveProblem = VariantProblem | 'changed_meanwhile' | 'no_price' | 'alt_missing' | 'unknown_picture';

/**
 * Writes a product as its editor holds it; `seenVersion` 0 makes a new one under `productId`, with an address of its title that
 * never changes afterwards. Variants that are no longer named go off sale and keep their orders. The same form twice is one
 * change. Problems: "changed_meanwhile" when somebody edited it since `seenVersion`; "no_price" and "alt_missing" for one
 * that shall be on sale; "sku_taken"; "unknown_picture"; "not_found".
 */
export async function saveProduct(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  edit: ProductEdit,
): Promise<Result<{ slug: string }, SaveProblem>> {
  const { input, productId } = edit;
  const unready = input.status === 'active' || input.publishAt ? publishingProblem(input) : null;
  if (unready) return fail(unready);
  try {
    return await inTransaction(deps.db, async (tx) => {
      const at = deps.now();
      const locked = await lockProduct(tx, productId);
      if (!locked && edit.seenVersion !== 0) return fail('not_found');
      const present = locked && (await getEditedProduct(tx, productId));
      if (locked && locked.version !== edit.seenVersion)
        return present && holds(present, input) ? succeed({ slug: locked.slug }) : fail('changed_meanwhile');
      if (present && holds(present, input)) return succeed({ slug: present.slug });
      if (await hasUnknownPicture(tx, input, at)) return fail('unknown_picture');

      const slug = locked?.slug ?? (await freeSlug(tx, slugOf(input.title.de || input.title.en)));
      const facts = { ...factsOf(input), updatedAt: at };
      if (locked) await updateProduct(tx, productId, facts);
      else await insertProduct(tx, { ...facts, id: productId, slug });
      const stored = await saveVariants({ deps, tx, at, productId }, input.variants);
      if (!stored.ok) throw new Refused(stored);
      await placeByHand(tx, productId, input.collections);
      await renewRuled(tx, { productId });
      await announceCatalogueChange(tx, [slug]);
      await writeAudit(tx, {
        merchantId: edit.merchantId,
        what: locked ? 'product.saved' : 'product.made',
        about: `product:${productId}`,
        ...differences(present ? auditedFacts(present) : {}, auditedFacts(input)),
        at,
      });
      deps.log(locked ? 'catalogue.product_saved' : 'catalogue.product_made', {
        product: productId,
        merchant: edit.merchantId,
        status: input.status,
      });
      return succeed({ slug });
    });
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    // Two people made something of the same name, or gave the same SKU, in the same moment.
    if (constraintOf(error) === 'products_slug') return saveProduct(deps, edit);
    if (constraintOf(error) === 'variants_sku_unique') return fail('sku_taken');
    throw error;
  }
}

/** Rolls the transaction back, with the half of the product that was written. */
class Refused extends Error {
  constructor(readonly failure: Failure<SaveProblem>) {
    super(failure.problem);
  }
}

function factsOf(input: ProductInput) {
  const { title, subtitle, descriptionHtml, vendor, tags, taxClass, status, options, images } = input;
  return {
    title,
    subtitle,
    descriptionHtml,
    vendor,
    tags,
    taxClass,
    status,
    options,
    images,
    safety: { maker: input.maker, responsible: input.responsible, warnings: input.warnings },
    seo: { title: input.seoTitle, description: input.seoDescription },
    publishAt: status === 'draft' ? input.publishAt : null,
  };
}

const NOBODY = { name: '', address: '', contact: '' };
const NO_WORDS = { de: '', en: '' };

/** Whether a product already stands as the form says: then nothing is to be done. */
function holds(present: EditedProduct, input: ProductInput): boolean {
  const asked = factsOf(input);
  const safety = present.safety ?? { maker: NOBODY, responsible: NOBODY, warnings: NO_WORDS };
  const seo = present.seo ?? { title: NO_WORDS, description: NO_WORDS };
  const { publishAt, ...words } = asked;
  const isSame = Object.entries(words).every(([name, value]) =>
    same(name === 'safety' ? safety : name === 'seo' ? seo : Reflect.get(present, name), value),
  );
  return (
    isSame &&
    present.publishAt?.getTime() === publishAt?.getTime() &&
    same([...present.collections].sort(), [...input.collections].sort()) &&
    present.variants.length === input.variants.length &&
    input.variants.every((variant, at) => holdsVariant(present.variants[at], variant))
  );
}

function holdsVariant(
  present: EditedProduct['variants'][number] | undefined,
  variant: ProductInput['variants'][number],
) {
  if (!present || (variant.id !== '' && variant.id !== present.id)) return false;
  const { sku, barcode, optionValues } = variant;
  const amounts = (now: Partial<Record<string, number>>, asked: Partial<Record<string, number | null>>) =>
    Object.entries(asked).every(([currency, amount]) => amount === undefined || (now[currency] ?? null) === amount);
  return (
    same(
      { sku, barcode, optionValues, weightGrams: variant.weight },
      {
        sku: present.sku,
        barcode: present.barcode,
        optionValues: present.optionValues,
        weightGrams: present.weightGrams,
      },
    ) &&
    amounts(present.prices, variant.prices) &&
    amounts(present.compareAtPrices, variant.compareAt)
  );
}

async function hasUnknownPicture(
  tx: Database,
  { images, status, publishAt }: ProductInput,
  at: Date,
): Promise<boolean> {
  const ids = images.flatMap(({ file }) => (file?.startsWith(UPLOADED) ? [file.slice(UPLOADED.length)] : []));
  const known = await takePictures(tx, ids, status === 'draft' && !publishAt ? null : at);
  return ids.some((id) => !known.has(id));
}

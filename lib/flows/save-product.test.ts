import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getEditedProduct } from '@/lib/db/product-edits';
import { getProductBySlug } from '@/lib/db/products';
import { collectionProducts, collections, pictures, products, variants } from '@/lib/db/schema/catalogue';
import { draftOf } from '@/lib/domain/catalogue/draft-of';
import { EMPTY_DRAFT, EMPTY_VARIANT, type ProductDraft } from '@/lib/domain/catalogue/product-draft';
import { productInputSchema } from '@/lib/domain/catalogue/product-input';
import { arrangeVariants } from '@/lib/domain/catalogue/variant-matrix';
import { copyProduct } from './copy-product';
import { changePrices } from './edit-catalogue';
import { saveProduct } from './save-product';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const ID = 'product-number-1';
const SIZE = {
  key: 'size',
  name: { de: 'Größe', en: 'Size' },
  values: ['a4', 'a3'].map((key) => ({ key, name: { de: key.toUpperCase(), en: key.toUpperCase() } })),
};
const DRAFT: ProductDraft = {
  ...EMPTY_DRAFT,
  title: { de: 'Nachtotter', en: 'Night otter' },
  tags: 'Druck, Otter, Druck',
  status: 'active',
  variants: [{ ...EMPTY_VARIANT, sku: 'NO', stock: '7', weight: '120', prices: { EUR: '24,90' } }],
};
const save = (draft: ProductDraft, seenVersion = 0, productId = ID) =>
  saveProduct(house.deps, { productId, seenVersion, input: productInputSchema.parse(draft), merchantId: 'greta' });
/** What the editor would show now. */
async function shown(): Promise<ProductDraft> {
  const product = await getEditedProduct(house.deps.db, ID);
  if (!product) throw new Error('there is no product');
  return draftOf(product, 'de');
}
const rows = () =>
  house.deps.db.select().from(variants).where(eq(variants.productId, ID)).orderBy(asc(variants.position));
const version = async () => (await getEditedProduct(house.deps.db, ID))?.version;

describe('saveProduct', () => {
  it('makes a product that is on sale at once, and the same form twice is one product', async () => {
    const answers = [await save(DRAFT), await save(DRAFT)];
    expect(answers).toEqual([
      { ok: true, value: { slug: 'nachtotter' } },
      { ok: true, value: { slug: 'nachtotter' } },
    ]);
    expect(await getProductBySlug(house.deps.db, 'nachtotter')).toMatchObject({
      status: 'active',
      tags: ['Druck', 'Otter'],
      version: 1,
      variants: [{ sku: 'NO', prices: { EUR: 2490 }, available: 7, weightGrams: 120 }],
    });
  });

  it('gives two of the same name two addresses, and keeps an address when the name changes', async () => {
    await save(DRAFT);
    const twin = { ...DRAFT, variants: DRAFT.variants.map((variant) => ({ ...variant, sku: 'NO2' })) };
    expect(await save(twin, 0, 'product-number-2')).toMatchObject({ value: { slug: 'nachtotter-2' } });
    expect(await save({ ...(await shown()), title: { de: 'Tagotter', en: '' } }, 1)).toMatchObject({
      value: { slug: 'nachtotter' },
    });
  });

  it('adds a value: what was there keeps its id and its pieces, and nothing is on sale that is no longer named', async () => {
    await save(DRAFT);
    const [before] = await rows();
    const plain = await shown();
    const withSizes = { ...plain, options: [SIZE], variants: arrangeVariants(plain, [SIZE]) };
    expect(await save(withSizes, 1)).toMatchObject({ ok: true });
    const [a4, a3] = await rows();
    expect(a4).toMatchObject({ id: before?.id, available: 7, optionValues: ['a4'] });
    expect(a3).toMatchObject({ available: 0, optionValues: ['a3'], sku: 'NO-A3' });

    const again = await shown();
    const onlyA4 = { ...SIZE, values: SIZE.values.slice(0, 1) };
    await save({ ...again, options: [onlyA4], variants: arrangeVariants(again, [onlyA4]) }, 2);
    expect((await rows()).map((row) => row.archivedAt !== null)).toEqual([false, true]);

    const last = await shown();
    await save({ ...last, options: [SIZE], variants: arrangeVariants(last, [SIZE]) }, 3);
    expect((await rows()).map((row) => [row.id, row.archivedAt])).toEqual([
      [a4?.id, null],
      [a3?.id, null],
    ]);
  });

  it('lets two variants change their SKUs, and none take that of another product', async () => {
    const options = [SIZE];
    await save({ ...DRAFT, options, variants: arrangeVariants(DRAFT, options) });
    const [one, two] = await rows();
    const now = await shown();
    const swapped = now.variants.map((variant, at) => ({ ...variant, sku: now.variants[1 - at]?.sku ?? '' }));
    expect(await save({ ...now, variants: swapped }, 1)).toMatchObject({ ok: true });
    expect((await rows()).map((row) => [row.id, row.sku])).toEqual([
      [one?.id, two?.sku],
      [two?.id, one?.sku],
    ]);
    await addProduct(house, { slug: 'other', stock: 1 });
    const thief = { ...(await shown()) };
    const stolen = thief.variants.map((variant, at) => (at === 1 ? { ...variant, sku: 'OTHER' } : variant));
    expect(await save({ ...thief, variants: stolen }, 2)).toEqual({
      ok: false,
      problem: 'sku_taken',
      detail: { fields: { 'product.variants.1.sku': 'taken' } },
    });
    expect(await version()).toBe(2);
  });

  it('refuses what was written over an older state, and of two at once takes one [18×oo 18×dt]', async () => {
    await save(DRAFT);
    const seen = await shown();
    const both = await Promise.all([save({ ...seen, vendor: 'Eine' }, 1), save({ ...seen, vendor: 'Andere' }, 1)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ problem: 'changed_meanwhile' });
    expect(await version()).toBe(2);
    // The answer was lost and the form is sent again: it stands as asked.
    const now = await shown();
    expect(await save(now, 1)).toMatchObject({ ok: true });
    expect(await version()).toBe(2);
  });

  it('names the lowest price of the last 30 days where a reduction is announced', async () => {
    await save(DRAFT);
    house.advance(40 * 24 * 60 * 60);
    const [variant] = await rows();
    const key = { productId: ID, variantId: variant?.id ?? '', merchantId: 'greta' };
    await changePrices(house.deps, { ...key, EUR: 2190, seenVersion: 1 });
    house.advance(5 * 24 * 60 * 60);
    const now = await shown();
    const reduced = now.variants.map((one) => ({ ...one, prices: { EUR: '19,90' }, compareAt: { EUR: '24,90' } }));
    await save({ ...now, variants: reduced }, 2);
    expect((await getProductBySlug(house.deps.db, 'nachtotter'))?.variants[0]).toMatchObject({
      prices: { EUR: 1990 },
      compareAtPrices: { EUR: 2490 },
      lowestBefore: { EUR: 2190 },
    });
  });

  it('puts nothing on sale without a price, nor with a picture that says nothing, unless somebody says why', async () => {
    const free = DRAFT.variants.map((variant) => ({ ...variant, prices: { EUR: '' } }));
    expect(await save({ ...DRAFT, variants: free })).toMatchObject({ problem: 'no_price' });
    await house.deps.db.insert(pictures).values({
      id: 'pic',
      width: 800,
      height: 1000,
      dominantColour: '#336699',
      uploadedBy: 'greta',
      uploadedAt: new Date(),
      lookAgainAt: new Date(),
    });
    const image = {
      file: 'pictures/pic',
      alt: { de: 'Ein Otter', en: '' },
      width: 800,
      height: 1000,
      dominantColour: '#336699',
    };
    expect(await save({ ...DRAFT, images: [image] })).toMatchObject({ problem: 'alt_missing' });
    expect(await save({ ...DRAFT, images: [{ ...image, altWaiver: 'nur Muster' }] })).toMatchObject({ ok: true });
    const invented = [{ ...image, file: 'pictures/invented', altWaiver: 'x' }];
    expect(await save({ ...(await shown()), images: invented }, 1)).toMatchObject({ problem: 'unknown_picture' });
  });

  it('places it in the collections that are filled by hand, and in no other', async () => {
    const words = { title: { de: 'x', en: 'x' }, description: { de: '', en: '' }, position: 1 };
    await house.deps.db.insert(collections).values([
      { ...words, slug: 'by-hand' },
      { ...words, slug: 'by-rule', rule: { tags: ['fern'], vendor: '' } },
    ]);
    await save({ ...DRAFT, collections: ['by-hand', 'by-rule', 'absent'] });
    const placed = await house.deps.db.select().from(collectionProducts);
    expect(placed.map((row) => row.collectionSlug)).toEqual(['by-hand']);
    await save({ ...(await shown()), collections: [] }, 1);
    expect(await house.deps.db.select().from(collectionProducts)).toEqual([]);
  });

  it('is found by what stands in it: titles, tags and SKUs', async () => {
    await save(DRAFT);
    const [row] = await house.deps.db.select().from(products).where(eq(products.id, ID));
    expect(row?.searchText).toBe('nachtotter night otter  druck otter no');
  });
});

describe('copyProduct', () => {
  it('makes one draft with everything but stock, barcode and SKUs', async () => {
    const [variant] = DRAFT.variants;
    await save({ ...DRAFT, variants: [{ ...(variant ?? EMPTY_VARIANT), barcode: '4006381333931' }] });
    const copy = { productId: ID, copyId: 'copy-number-one-', merchantId: 'greta' };
    expect(await copyProduct(house.deps, copy)).toEqual({ ok: true, value: null });
    expect(await copyProduct(house.deps, copy)).toEqual({ ok: true, value: null });
    expect(await getEditedProduct(house.deps.db, copy.copyId)).toMatchObject({
      slug: 'nachtotter-copy',
      status: 'draft',
      title: { de: 'Nachtotter (Kopie)', en: 'Night otter (copy)' },
      tags: ['Druck', 'Otter'],
      variants: [{ sku: 'NO-2', barcode: '', weightGrams: 120, prices: { EUR: 2490 } }],
    });
    expect(await house.deps.db.select().from(products)).toHaveLength(2);
    expect(await copyProduct(house.deps, { ...copy, productId: 'absent', copyId: 'copy-number-two-' })).toMatchObject({
      problem: 'not_found',
    });
  });
});

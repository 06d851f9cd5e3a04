import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getCollectionForMerchant, listAllCollections } from '@/lib/db/collections';
import { products } from '@/lib/db/schema/catalogue';
import { collectionFormSchema } from '@/lib/domain/catalogue/collection-form';
import { EMPTY_DRAFT, EMPTY_VARIANT } from '@/lib/domain/catalogue/product-draft';
import { productInputSchema } from '@/lib/domain/catalogue/product-input';
import { moveCollection, saveCollection } from './edit-collections';
import { saveProduct } from './save-product';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  for (const slug of ['oak', 'pine', 'rose']) await addProduct(house, { slug, stock: 1 });
});
afterEach(() => house.drop());

const BLANK = { slug: '', seenVersion: '0', titleDe: 'Bäume', titleEn: 'Trees', filledBy: 'hand' };
const save = (fields: Record<string, string>) =>
  saveCollection(house.deps, { ...collectionFormSchema.parse({ ...BLANK, ...fields }), merchantId: 'greta' });
const members = async (slug: string) =>
  (await getCollectionForMerchant(house.deps.db, slug))?.members.map((member) => member.slug);
const tag = (slug: string, ...tags: string[]) =>
  house.deps.db.update(products).set({ tags }).where(eq(products.slug, slug));

describe('a collection', () => {
  it('is filled by hand in its own order, and unknown products are passed over', async () => {
    expect(await save({ members: 'pine,absent,oak' })).toEqual({ ok: true, value: { slug: 'baeume' } });
    expect(await members('baeume')).toEqual(['pine', 'oak']);
    expect(await save({ slug: 'baeume', seenVersion: '1', members: 'oak,pine,rose' })).toMatchObject({ ok: true });
    expect(await members('baeume')).toEqual(['oak', 'pine', 'rose']);
  });

  it('fills itself by its rule, and follows when a product changes', async () => {
    await tag('oak', 'Tree', 'Old');
    await tag('pine', 'tree');
    await save({ filledBy: 'rule', tags: 'tree' });
    expect(await members('baeume')).toEqual(['oak', 'pine']);
    await save({ slug: 'baeume', seenVersion: '1', filledBy: 'rule', tags: 'tree, old' });
    expect(await members('baeume')).toEqual(['oak']);

    const variants = [{ ...EMPTY_VARIANT, sku: 'ELM', prices: { EUR: '9' } }];
    const elm = { ...EMPTY_DRAFT, title: { de: 'Elm', en: 'Elm' }, tags: 'OLD, Tree', variants };
    const made = { productId: 'elm', merchantId: 'greta' };
    await saveProduct(house.deps, { ...made, seenVersion: 0, input: productInputSchema.parse(elm) });
    expect((await members('baeume'))?.sort()).toEqual(['elm', 'oak']);
    const [row] = await house.deps.db.select().from(products).where(eq(products.id, 'elm'));
    expect(row?.version).toBe(1);
  });

  it('is not written over what somebody else made of it', async () => {
    await save({});
    await save({ slug: 'baeume', seenVersion: '1', titleDe: 'Ihre Bäume' });
    expect(await save({ slug: 'baeume', seenVersion: '1', titleDe: 'Seine' })).toMatchObject({
      problem: 'changed_meanwhile',
    });
    expect(await save({ slug: 'absent', seenVersion: '1' })).toMatchObject({ problem: 'not_found' });
  });

  it('changes places with its neighbour, and stays where it is at the end', async () => {
    for (const titleDe of ['a', 'b', 'c']) await save({ titleDe });
    const order = async () => (await listAllCollections(house.deps.db)).map((row) => row.slug);
    await moveCollection(house.deps, { slug: 'c', by: -1 });
    expect(await order()).toEqual(['a', 'c', 'b']);
    await moveCollection(house.deps, { slug: 'a', by: -1 });
    expect(await order()).toEqual(['a', 'c', 'b']);
    expect(await moveCollection(house.deps, { slug: 'absent', by: 1 })).toMatchObject({ problem: 'not_found' });
    expect(await house.deps.db.select().from(products).orderBy(asc(products.id))).toHaveLength(3);
  });

  it.each([
    ['no title', { titleDe: '', titleEn: ' ' }],
    ['an empty rule', { filledBy: 'rule', tags: ' , ' }],
    ['a member that is no address', { members: "oak,'; drop table products" }],
    ['a field that nobody asked for', { position: '1' }],
  ])('rows 34 and 45: refuses %s', (_name, fields) => {
    expect(collectionFormSchema.safeParse({ ...BLANK, ...fields }).success).toBe(false);
  });
});

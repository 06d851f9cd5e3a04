import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictures, products } from '@/lib/db/schema/catalogue';
import { EMPTY_DRAFT, EMPTY_VARIANT, type ProductDraft } from '@/lib/domain/catalogue/product-draft';
import { productInputSchema } from '@/lib/domain/catalogue/product-input';
import { addPicture } from './add-picture';
import { clearPictures } from './clear-pictures';
import { publishDue } from './publish-due';
import { saveProduct } from './save-product';
import { createTestHouse, type FakePictureStore, type TestHouse } from './testing';

const DAY_SECONDS = 24 * 60 * 60;
let house: TestHouse;
let store: FakePictureStore;
beforeEach(async () => {
  house = await createTestHouse();
  store = house.pictureStore;
});
afterEach(() => house.drop());

async function upload() {
  const added = await addPicture(house.deps, { bytes: new Uint8Array([1]), merchantId: 'greta' });
  if (!added.ok) throw new Error(added.problem);
  return { ...added.value, alt: { de: 'Ein Otter', en: 'An otter' } };
}
const save = (draft: Partial<ProductDraft>, seenVersion = 0) => {
  const variants = [{ ...EMPTY_VARIANT, sku: 'OTTER', prices: { EUR: '10' } }];
  const whole = { ...EMPTY_DRAFT, title: { de: 'Otter', en: 'Otter' }, variants, ...draft };
  const input = productInputSchema.parse(whole);
  return saveProduct(house.deps, { productId: 'otter', seenVersion, input, merchantId: 'greta' });
};

describe('uploaded pictures', () => {
  it('lie under a name of our own, and are cleared away when no product took them within a day', async () => {
    const { file } = await upload();
    expect([...store.kept.keys()]).toContain(`${file?.replace('pictures/', '')}-640.avif`);
    expect(store.kept.size).toBe(7);
    expect(await clearPictures(house.deps)).toBe(0);
    house.advance(DAY_SECONDS + 1);
    expect(await clearPictures(house.deps)).toBe(1);
    expect(store.kept.size).toBe(0);
    expect(await house.deps.db.select().from(pictures)).toEqual([]);
  });

  it('stay while a draft has them, and go a week after it let go', async () => {
    const image = await upload();
    await save({ images: [image] });
    house.advance(DAY_SECONDS + 1);
    expect(await clearPictures(house.deps)).toBe(0);
    await house.deps.db.update(products).set({ images: [], version: 2 });
    house.advance(7 * DAY_SECONDS);
    expect(await clearPictures(house.deps)).toBe(1);
  });

  it('stay for good once they were on sale: bubbles and receipts show them', async () => {
    const image = await upload();
    await save({ images: [image], status: 'active' });
    await house.deps.db.update(products).set({ images: [] });
    house.advance(30 * DAY_SECONDS);
    expect(await clearPictures(house.deps)).toBe(0);
    expect(store.kept.size).toBe(7);
  });

  it('cannot be taken by a product any more once they are going, also when the store fails on the way', async () => {
    const image = await upload();
    house.advance(DAY_SECONDS + 1);
    const remove = store.remove.bind(store);
    store.remove = async () => Promise.reject(new Error('the bucket is away'));
    await expect(clearPictures(house.deps)).rejects.toThrow('away');
    expect(await save({ images: [image] })).toMatchObject({ problem: 'unknown_picture' });
    store.remove = remove;
    expect(await clearPictures(house.deps)).toBe(1);
  });
});

describe('a draft with a time', () => {
  it('goes on sale by itself then, once, and is refused before it is ready for it', async () => {
    const bare = await upload();
    const nameless = { ...bare, alt: { de: '', en: '' } };
    expect(await save({ publishAt: '2027-01-01T08:00', images: [nameless] })).toMatchObject({ problem: 'alt_missing' });
    expect(await save({ publishAt: '2027-01-01T08:00', images: [bare] })).toMatchObject({ ok: true });
    expect(await publishDue(house.deps)).toBe(0);
    house.advance(365 * DAY_SECONDS);
    expect(await publishDue(house.deps)).toBe(1);
    expect(await publishDue(house.deps)).toBe(0);
    expect(await house.deps.db.select().from(products)).toMatchObject([
      { status: 'active', publishAt: null, version: 2 },
    ]);
  });
});

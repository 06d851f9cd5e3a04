import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLatestHome, getPublishedHome, listPublishedHomes } from '@/lib/db/home';
import { fillBlocks, loadFront } from '@/lib/db/home-front';
import { collectionProducts, collections, pictures, settings } from '@/lib/db/schema/catalogue';
import { homeVersions } from '@/lib/db/schema/home';
import { auditLog } from '@/lib/db/schema/staff';
import type { PostedBlock } from '@/lib/domain/home/block-form';
import { addPicture } from './add-picture';
import { clearPictures } from './clear-pictures';
import { beginHome, publishHome, restoreHome, saveHomeBlock, stepHomeBlock } from './edit-home';
import { addProduct, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const both = (word: string) => ({ de: word, en: word });
const hero = (headline: string): PostedBlock => ({
  id: '',
  kind: 'hero',
  headline: both(headline),
  text: both(''),
  picture: null,
  link: null,
});
const words = (text: string): PostedBlock => ({ id: '', kind: 'text', heading: both(''), text: both(text) });
const picks = (...slugs: string[]): PostedBlock => ({ id: '', kind: 'products', heading: both(''), slugs });
const by = (seenVersion: number) => ({ seenVersion, merchantId: 'greta' });

const save = (seenVersion: number, block: PostedBlock) => saveHomeBlock(house.deps, { ...by(seenVersion), block });
const kinds = async () => (await getLatestHome(house.deps.db)).blocks.map((block) => block.kind);
const idAt = async (at: number) => (await getLatestHome(house.deps.db)).blocks[at]?.id ?? '';
const liveWords = async () =>
  (await getPublishedHome(house.deps.db))?.blocks.map((block) =>
    block.kind === 'hero' ? block.headline.de : block.kind,
  );
async function catalogueVersion() {
  const [row] = await house.deps.db.select().from(settings).where(eq(settings.key, 'catalogue_version'));
  return Number(row?.value ?? 0);
}

describe('the draft of the home page', () => {
  it('is written block by block, moved and emptied again, and nobody sees it', async () => {
    const before = await catalogueVersion();
    expect(await save(0, hero('Neu'))).toEqual({ ok: true, value: { number: 1 } });
    await save(1, words('Hallo'));
    expect(await kinds()).toEqual(['hero', 'text']);
    await stepHomeBlock(house.deps, { ...by(2), id: await idAt(1), step: 'up' });
    expect(await kinds()).toEqual(['text', 'hero']);
    await save(3, { ...words('Anders'), id: await idAt(0) });
    await stepHomeBlock(house.deps, { ...by(4), id: await idAt(1), step: 'remove' });
    expect((await getLatestHome(house.deps.db)).blocks).toMatchObject([{ kind: 'text', text: both('Anders') }]);
    expect(await getPublishedHome(house.deps.db)).toBeNull();
    expect(await catalogueVersion()).toBe(before);
  });

  it('is not written over what somebody else made of it, also in the same moment', async () => {
    await save(0, hero('Ihre'));
    expect(await save(0, hero('Seine'))).toMatchObject({ problem: 'changed_meanwhile' });
    const answers = await Promise.all([save(1, hero('Eins')), save(1, hero('Zwei'))]);
    expect(answers.filter((saved) => saved.ok)).toHaveLength(1);
    expect(answers.filter((saved) => !saved.ok)).toMatchObject([{ problem: 'changed_meanwhile' }]);
    expect(await kinds()).toHaveLength(2);
    expect(await save(2, { ...hero('Weg'), id: 'block-gone' })).toMatchObject({ problem: 'not_found' });
    expect(await stepHomeBlock(house.deps, { ...by(2), id: 'block-gone', step: 'up' })).toMatchObject({
      problem: 'not_found',
    });
  });

  it('keeps every state: nothing of it can be changed or deleted', async () => {
    await save(0, hero('Neu'));
    await expect(house.deps.db.update(homeVersions).set({ madeBy: 'nobody' })).rejects.toThrow();
    await expect(house.deps.db.delete(homeVersions)).rejects.toThrow();
    await expect(house.deps.db.execute('truncate home_versions')).rejects.toThrow();
  });
});

describe('a picture on the home page', () => {
  const upload = () => addPicture(house.deps, { bytes: new Uint8Array(1_234), merchantId: 'greta' });
  const shown = (file: string): PostedBlock => ({
    id: '',
    kind: 'picture',
    picture: { file, alt: both('Otter') },
    link: null,
  });

  it('has its measures and its weight from the shop, and is not cleared away while any version may show it', async () => {
    const sent = await upload();
    const file = (sent.ok && sent.value.file) || '';
    await save(0, shown(file));
    const [block] = (await getLatestHome(house.deps.db)).blocks;
    expect(block).toMatchObject({
      picture: { file, width: 800, height: 1_000, dominantColour: '#336699', bytes: 1_234 },
    });
    await stepHomeBlock(house.deps, { ...by(1), id: await idAt(0), step: 'remove' });
    house.advance(30 * 24 * 60 * 60);
    expect(await clearPictures(house.deps)).toBe(0);
    expect(await house.deps.db.select().from(pictures)).toHaveLength(1);
  });

  it('must be an upload of ours that is still there', async () => {
    expect(await save(0, shown('pictures/aaaaaaaaaaaaaaaaaaaa'))).toMatchObject({ problem: 'picture_gone' });
    const sent = await upload();
    house.advance(2 * 24 * 60 * 60);
    await clearPictures(house.deps);
    expect(await save(0, shown((sent.ok && sent.value.file) || ''))).toMatchObject({ problem: 'picture_gone' });
    expect(await kinds()).toEqual([]);
  });
});

describe('publishing', () => {
  it('shows the draft and tells every front door; a restored version is a draft first', async () => {
    await save(0, hero('Frühling'));
    const before = await catalogueVersion();
    expect(await publishHome(house.deps, by(1))).toEqual({ ok: true, value: { number: 2 } });
    expect(await liveWords()).toEqual(['Frühling']);
    expect(await catalogueVersion()).toBe(before + 1);
    expect(await publishHome(house.deps, by(2))).toEqual({ ok: true, value: { number: 2 } });

    await save(2, words('Sommer'));
    expect(await liveWords()).toEqual(['Frühling']);
    await publishHome(house.deps, by(3));
    expect(await liveWords()).toEqual(['Frühling', 'text']);

    expect(await restoreHome(house.deps, { ...by(4), number: 2 })).toEqual({ ok: true, value: { number: 5 } });
    expect(await liveWords()).toEqual(['Frühling', 'text']);
    await publishHome(house.deps, by(5));
    expect(await liveWords()).toEqual(['Frühling']);
    const history = await listPublishedHomes(house.deps.db, 10);
    expect(history.map(({ number, blocks }) => [number, blocks])).toEqual([
      [6, 1],
      [4, 2],
      [2, 1],
    ]);
    const log = await house.deps.db.select().from(auditLog).orderBy(desc(auditLog.id));
    expect(log.map(({ what, about }) => `${what} ${about}`)).toEqual([
      'home.published home:6',
      'home.restored home:5',
      'home.published home:4',
      'home.changed home:3',
      'home.published home:2',
      'home.changed home:1',
    ]);
  });

  it('takes the last step back, and that back again', async () => {
    await save(0, hero('Neu'));
    await restoreHome(house.deps, { ...by(1), number: 0 });
    expect(await kinds()).toEqual([]);
    await restoreHome(house.deps, { ...by(2), number: 1 });
    expect(await kinds()).toEqual(['hero']);
  });

  it('refuses an old look, a state that there never was, and a page that is too heavy', async () => {
    await save(0, hero('Neu'));
    expect(await publishHome(house.deps, by(0))).toMatchObject({ problem: 'changed_meanwhile' });
    expect(await restoreHome(house.deps, { ...by(1), number: 99 })).toMatchObject({ problem: 'not_found' });
    for (const version of [1, 2, 3, 4]) await save(version, { id: '', kind: 'collection', slug: 'prints', count: 12 });
    expect(await publishHome(house.deps, by(5))).toMatchObject({ problem: 'home_too_heavy' });
    expect(await getPublishedHome(house.deps.db)).toBeNull();
  });
});

describe('the front of the shop', () => {
  beforeEach(async () => {
    const { db } = house.deps;
    const trees = { slug: 'trees', title: both('Bäume'), description: both(''), position: 10 };
    await db.insert(collections).values(trees);
    for (const [at, slug] of ['oak', 'pine', 'elm'].entries()) {
      const { productId } = await addProduct(house, { slug, stock: 1 });
      await db.insert(collectionProducts).values({ collectionSlug: 'trees', productId, position: at });
    }
  });
  const front = async (currency: 'EUR' | 'USD' = 'EUR') =>
    loadFront(house.deps.db, (await getLatestHome(house.deps.db)).blocks, currency);

  it('begins as it is without a word of the merchant, and a draft may begin with the same', async () => {
    expect(await front()).toMatchObject({ blocks: [], shelves: [{ collection: { slug: 'trees' } }] });
    await beginHome(house.deps, by(0));
    expect(await front()).toMatchObject({ blocks: [{ kind: 'collection', slug: 'trees', count: 6 }], shelves: [] });
  });

  it('shows picked products in their order and leaves out what is not to be had', async () => {
    await save(0, picks('elm', 'absent', 'oak'));
    await save(1, picks('absent'));
    await save(2, { id: '', kind: 'collection', slug: 'absent', count: 3 });
    await save(3, { id: '', kind: 'collection', slug: 'trees', count: 2 });
    const { blocks } = await front();
    expect(blocks.map((block) => ('cards' in block ? block.cards.map((card) => card.slug) : block.kind))).toEqual([
      ['elm', 'oak'],
      ['oak', 'pine'],
    ]);
  });

  it('is the shelves again where nothing of it can be shown', async () => {
    await save(0, picks('absent'));
    expect(await fillBlocks(house.deps.db, (await getLatestHome(house.deps.db)).blocks, 'EUR')).toEqual([]);
    expect((await front()).shelves).toHaveLength(1);
  });
});

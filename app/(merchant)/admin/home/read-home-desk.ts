import { listAllCollections, listMemberChoices } from '@/lib/db/collections';
import { getLatestHome, listPublishedHomes } from '@/lib/db/home';
import { fillBlocks } from '@/lib/db/home-front';
import { listProductCards } from '@/lib/db/products';
import type { PostedBlock } from '@/lib/domain/home/block-form';
import { weighHome } from '@/lib/domain/home/weight';
import { MARKETS } from '@/lib/domain/market';
import { homePreviewLink } from '@/lib/flows/preview-link';
import { getDeps } from '@/lib/server/wiring';

const HISTORY = 20;
const CHOICES = 500;
/** In which a block's goods are looked for, to say that there are none. */
const { currency } = MARKETS.de;

/** The draft, what it weighs and lacks, its preview and what was published before it. */
export async function readHomeDesk() {
  const deps = await getDeps();
  const { db } = deps;
  const latest = await getLatestHome(db);
  const [filled, collections, published] = await Promise.all([
    fillBlocks(db, latest.blocks, currency),
    listAllCollections(db),
    listPublishedHomes(db, HISTORY),
  ]);
  const showing = new Set(filled.map((block) => block.id));
  return {
    latest,
    weight: weighHome(latest.blocks),
    empty: new Set(latest.blocks.map((block) => block.id).filter((id) => !showing.has(id))),
    collectionTitles: new Map(collections.map(({ slug, title }) => [slug, title])),
    preview: homePreviewLink(deps, latest.number),
    history: published.map((row) => ({ ...row, preview: homePreviewLink(deps, row.number) })),
  };
}

/** What the form of a block offers, and the products that a pick holds already, by name. */
export async function readBlockChoices(block: PostedBlock) {
  const { db } = await getDeps();
  const slugs = block.kind === 'products' ? block.slugs : [];
  const [products, collections, cards] = await Promise.all([
    listMemberChoices(db, CHOICES),
    listAllCollections(db),
    listProductCards(db, { currency, slugs }),
  ]);
  const titles = new Map([...products, ...cards].map(({ slug, title }) => [slug, title]));
  return {
    choices: { products, collections: collections.map(({ slug, title }) => ({ slug, title })) },
    picked: slugs.map((slug) => ({ slug, title: titles.get(slug) ?? { de: slug, en: slug } })),
  };
}

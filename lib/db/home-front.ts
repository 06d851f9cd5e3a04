import type { HomeBlock } from '@/lib/domain/home/blocks';
import type { FilledBlock, Front } from '@/lib/domain/home/version';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { getCollection, listCollectionRows, listCollections, listProductCards } from './products';

/** How many products of a collection the front shows where the merchant has not said anything. */
export const USUAL_ROW = 6;

/** The front of these blocks as this currency shows it; where nothing of them is to be had, the shelves. */
export async function loadFront(db: Database, blocks: readonly HomeBlock[], currency: CurrencyCode): Promise<Front> {
  const filled = await fillBlocks(db, blocks, currency);
  if (filled.length > 0) return { blocks: filled, shelves: [] };
  const [all, rows] = await Promise.all([
    listCollections(db, currency),
    listCollectionRows(db, { currency, perCollection: USUAL_ROW }),
  ]);
  return { blocks: [], shelves: all.map((collection) => ({ collection, cards: rows.get(collection.slug) ?? [] })) };
}

/** Blocks with their goods; those that have none to show in this currency are left out. */
export async function fillBlocks(
  db: Database,
  blocks: readonly HomeBlock[],
  currency: CurrencyCode,
): Promise<FilledBlock[]> {
  const filled = await Promise.all(blocks.map((block) => fillBlock(db, block, currency)));
  return filled.filter((block) => block !== null);
}

async function fillBlock(db: Database, block: HomeBlock, currency: CurrencyCode): Promise<FilledBlock | null> {
  if (block.kind === 'collection') {
    const { slug, count } = block;
    const [collection, cards] = await Promise.all([
      getCollection(db, slug),
      listProductCards(db, { currency, collection: slug, limit: count }),
    ]);
    return collection && cards.length > 0 ? { ...block, collection, cards } : null;
  }
  if (block.kind !== 'products') return block;
  const found = await listProductCards(db, { currency, slugs: block.slugs });
  const sold = new Map(found.filter((card) => card.fromMinor !== null).map((card) => [card.slug, card]));
  const cards = block.slugs.flatMap((slug) => sold.get(slug) ?? []);
  return cards.length > 0 ? { ...block, cards } : null;
}

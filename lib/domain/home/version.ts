import type { Collection, ProductCard } from '../catalogue/product';
import type { BlockOf, HomeBlock } from './blocks';

/** One state of the home page. `number` rises by one with each. */
export type HomeVersion = {
  number: number;
  state: 'draft' | 'published';
  blocks: HomeBlock[];
  restoredFrom: number | null;
  madeAt: Date;
};

/** Before the first word of the merchant's. */
export const NO_HOME: Pick<HomeVersion, 'number' | 'state' | 'blocks'> = { number: 0, state: 'published', blocks: [] };

/** A block with the goods that it shows in one currency. */
export type FilledBlock =
  | Exclude<HomeBlock, { kind: 'collection' | 'products' }>
  | (BlockOf<'collection'> & { collection: Collection; cards: ProductCard[] })
  | (BlockOf<'products'> & { cards: ProductCard[] });
export type Shelf = { collection: Collection; cards: ProductCard[] };
/** What the shop's front shows: the merchant's blocks, or, where there are none, a shelf for each collection. */
export type Front = { blocks: FilledBlock[]; shelves: Shelf[] };

/** The first picture that a front shows, by its file: what a link to it looks like where it is passed on. */
export function pictureOfFront({ blocks, shelves }: Front): string | null {
  const own = blocks.flatMap((block) => {
    if ('cards' in block) return block.cards.map((card) => card.image?.file);
    return 'picture' in block ? [block.picture?.file] : [];
  });
  const files = [...own, ...shelves.flatMap((shelf) => shelf.cards.map((card) => card.image?.file))];
  return files.find(Boolean) ?? null;
}

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

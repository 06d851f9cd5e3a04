import type { HomeBlock, HomePicture } from './blocks';

/**
 * What the home page may weigh on a phone before anybody has scrolled: its HTML and the pictures that the browser asks for at
 * once. Five rows of six products, as the demo shop has them, measured 245 kB on a screen of 390 points with three pixels each.
 */
export const HOME_BUDGET_BYTES = 300_000;

/** Head, navigation and foot, packed. */
const FRAME_BYTES = 5_000;
/** One product's name, price and marks, packed, and its picture at 640 pixels. */
const CARD_HTML_BYTES = 150;
const CARD_PICTURE_BYTES = 8_500;
const BLOCK_HTML_BYTES = 250;
/** AVIF as the picture maker writes it, for an upload that nobody weighed. */
const BYTES_PER_PIXEL = 0.09;
/** Brotli leaves less than half of plain text. */
const PACKED = 0.45;

/** A phone's screen and what Chromium fetches below it in advance, in points. */
const REACH = 844 + 1_250;
const PAGE_WIDTH = 390;
const ABOVE_BLOCKS = 60;
const ROW_HEIGHT = 340;
const LINE_HEIGHT = 24;
const LETTERS_A_LINE = 42;

export type BlockWeight = { id: string; bytes: number };
export type PageWeight = { bytes: number; blocks: BlockWeight[]; heaviest: string | null; isTooHeavy: boolean };

/**
 * An estimate of what the page weighs, block by block: text always counts, pictures only where they begin within reach of the
 * first screen. `heaviest` names the block to blame; null for a page without blocks.
 */
export function weighHome(blocks: readonly HomeBlock[], budgetBytes = HOME_BUDGET_BYTES): PageWeight {
  let top = ABOVE_BLOCKS;
  const weighed = blocks.map((block) => {
    const pictures = top < REACH ? picturesOf(block) : 0;
    top += heightOf(block);
    return { id: block.id, bytes: Math.round(BLOCK_HTML_BYTES + htmlOf(block) + pictures) };
  });
  const bytes = weighed.reduce((sum, block) => sum + block.bytes, FRAME_BYTES);
  const [heaviest] = weighed.toSorted((a, b) => b.bytes - a.bytes);
  return { bytes, blocks: weighed, heaviest: heaviest?.id ?? null, isTooHeavy: bytes > budgetBytes };
}

function cardsOf(block: HomeBlock): number {
  if (block.kind === 'collection') return block.count;
  return block.kind === 'products' ? block.slugs.length : 0;
}

function picturesOf(block: HomeBlock): number {
  if ('picture' in block) return block.picture ? pictureBytes(block.picture) : 0;
  return cardsOf(block) * CARD_PICTURE_BYTES;
}

function pictureBytes({ bytes, width, height }: HomePicture): number {
  return bytes ?? width * height * BYTES_PER_PIXEL;
}

/** The longer of both languages. */
function lettersOf(block: HomeBlock): number {
  const texts = block.kind === 'text' || block.kind === 'hero' ? [block.text] : [];
  return texts.reduce((sum, { de, en }) => sum + Math.max(de.length, en.length), 0);
}

function htmlOf(block: HomeBlock): number {
  return cardsOf(block) * CARD_HTML_BYTES + lettersOf(block) * PACKED;
}

function heightOf(block: HomeBlock): number {
  const words = Math.ceil(lettersOf(block) / LETTERS_A_LINE) * LINE_HEIGHT;
  const rows = block.kind === 'products' ? Math.ceil(block.slugs.length / 2) : block.kind === 'collection' ? 1 : 0;
  const picture = 'picture' in block && block.picture ? (PAGE_WIDTH * block.picture.height) / block.picture.width : 0;
  return 60 + words + rows * ROW_HEIGHT + picture;
}

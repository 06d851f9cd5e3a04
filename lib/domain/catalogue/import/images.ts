import { cell, countFrom } from './cells';
import type { RowGroup } from './groups';
import type { ImportedImage, ImportProblem } from './imported-product';
import { problemAt } from './report';

/**
 * The pictures of a product, each address once, numbered from 1 in the order that the file asks for. A picture that only a
 * variant names joins at the end. Without its own words a picture is described by the product's title.
 */
export function readImages(group: RowGroup, title: string, pictureOf: ReadonlyMap<string, string>) {
  const report: ImportProblem[] = [];
  const found = new Map<string, { alt: string; wish: number }>();
  for (const row of group.rows) {
    const src = cell(row, 'Image Src');
    if (src === '') continue;
    if (!isWebAddress(src)) report.push(problemAt(row, 'Image Src', 'picture_address_refused'));
    else if (!found.has(src)) {
      const wish = countFrom(cell(row, 'Image Position')) ?? Number.MAX_SAFE_INTEGER;
      found.set(src, { alt: cell(row, 'Image Alt Text').slice(0, 500) || title, wish });
    }
  }
  const skuOf = new Map<string, string>();
  for (const [sku, src] of pictureOf) {
    if (!isWebAddress(src)) continue;
    if (!skuOf.has(src)) skuOf.set(src, sku);
    if (!found.has(src)) found.set(src, { alt: title, wish: Number.MAX_SAFE_INTEGER });
  }
  const images = [...found]
    .sort(([, a], [, b]) => a.wish - b.wish)
    .map(([src, { alt }], i): ImportedImage => {
      const variantSku = skuOf.get(src);
      return { src, alt, position: i + 1, ...(variantSku === undefined ? {} : { variantSku }) };
    });
  return { images, report };
}

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

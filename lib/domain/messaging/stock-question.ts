import type { Product } from '../catalogue/product';
import { type Language, textIn } from '../market';
import { wordsOf } from './product-search';

/** The choice of a product that a text names ("in A4", "in Grün"), in words, and whether one can be bought; null for none. */
export function stockAsked(
  product: Pick<Product, 'title' | 'options' | 'variants'>,
  text: string,
  language: Language,
): { choice: string; available: boolean } | null {
  const said = new Set(wordsOf(text));
  const titles = new Set([...wordsOf(product.title.de), ...wordsOf(product.title.en)]);
  const named = product.options.flatMap((option, index) =>
    option.values
      .filter(({ name }) => [name.de, name.en].some((one) => isSaid(one, said, titles)))
      .map((value) => ({ index, key: value.key, name: textIn(value.name, language) })),
  );
  if (named.length === 0) return null;
  const available = product.variants.some(
    (variant) => variant.available > 0 && named.every(({ index, key }) => variant.optionValues[index] === key),
  );
  return { choice: named.map(({ name }) => name).join(', '), available };
}

// "A3" is said of "A3 (30 × 42 cm)": what explains a name need not be. A word that the product's own name holds asks for nothing.
function isSaid(name: string, said: Set<string>, titles: Set<string>): boolean {
  return [name, name.replace(/\s*[(,].*$/, '')].some((one) => {
    const words = wordsOf(one);
    return words.length > 0 && words.every((word) => said.has(word) && !titles.has(word));
  });
}

import type { ProductImage, ProductOption } from '../product';
import type { ImportedProduct, ImportedVariant } from './imported-product';

/** An imported product in the form of the catalogue. A file has one language: its words stand in both places. */
export type CatalogueForm = {
  importKey: string;
  slug: string;
  status: ImportedProduct['status'];
  vendor: string;
  title: { de: string; en: string };
  descriptionHtml: { de: string; en: string };
  tags: string[];
  options: ProductOption[];
  images: ProductImage[];
  variants: (Omit<ImportedVariant, 'optionValues'> & { optionValues: string[] })[];
  collections: { slug: string; title: string }[];
};

/** Until a picture could be had: its place, its ratio and a quiet colour. */
const PLACEHOLDER = { file: null, width: 960, height: 1200, dominantColour: '#d9d4ca' } as const;

/** Gives an imported product its address, and its options the keys that forms post. */
export function catalogueForm(product: ImportedProduct): CatalogueForm {
  const options = product.options.map((option, index) => ({
    key: `option${index + 1}`,
    name: both(option.name),
    values: keyed(option.values),
  }));
  return {
    importKey: `shopify:${product.handle}`,
    slug: product.handle.toLowerCase(),
    status: product.status,
    vendor: product.vendor,
    title: both(product.title),
    descriptionHtml: both(product.bodyHtml),
    tags: product.tags,
    options,
    images: product.images.map((image) => ({ ...PLACEHOLDER, alt: both(image.alt || product.title) })),
    variants: product.variants.map((variant) => ({
      ...variant,
      optionValues: variant.optionValues.map((value, index) => keyOf(options[index], value)),
    })),
    collections: product.collections.map((title) => ({ slug: slugOf(title), title })),
  };
}

/** "Größe & Form" → "groesse-form": letters, digits and hyphens, at most 60. Never empty. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain || `x${[...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7)}`;
}

// Two values may read alike without their accents: the later one gets a number.
function keyed(values: string[]) {
  const taken = new Set<string>();
  return values.map((value) => {
    const base = slugOf(value);
    let key = base;
    for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
    taken.add(key);
    return { key, name: both(value) };
  });
}

function keyOf(option: ProductOption | undefined, value: string): string {
  return option?.values.find((candidate) => candidate.name.de === value)?.key ?? slugOf(value);
}

function both(text: string) {
  return { de: text, en: text };
}

import { z } from 'zod';
import { localizedTextSchema } from '../../market';
import { listFrom } from '../import/cells';
import type { ImportReason } from '../import/imported-product';
import { type Company, optionsSchema, type ProductImage } from '../product';
import type { Cells, ProductFacts } from './record';

const COMPANY = ['name', 'address', 'contact'] as const;
export const TEXTS = ['title', 'subtitle', 'description', 'seo_title', 'seo_description', 'warnings'] as const;
const LONGEST: Record<string, number> = {
  title: 200,
  subtitle: 200,
  description: 40_000,
  seo_title: 120,
  seo_description: 320,
  warnings: 2_000,
  vendor: 200,
  tags: 2_000,
  name: 200,
  address: 300,
  contact: 300,
};

/** Columns about a product, in the order of our own file. `options` and `pictures` are JSON: cells have no more room. */
export const PRODUCT_COLUMNS: readonly string[] = [
  'status',
  ...TEXTS.flatMap((name) => [`${name}_de`, `${name}_en`]),
  'vendor',
  'tags',
  'collections',
  'tax_class',
  'publish_at',
  ...COMPANY.map((what) => `maker_${what}`),
  ...COMPANY.map((what) => `responsible_${what}`),
  'options',
  'pictures',
];

const imageSchema = z.object({
  file: z
    .string()
    .regex(/^(?:demo|pictures)\/[\w-]{1,120}$/)
    .nullable(),
  alt: localizedTextSchema,
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  dominantColour: z.string().regex(/^#[0-9a-f]{6}$/i),
  altWaiver: z.string().max(200).optional(),
});
const imagesSchema: z.ZodType<ProductImage[]> = z.array(imageSchema).max(20);

/** A product's facts as the cells of our own file. */
export function cellsOf(facts: ProductFacts): Cells {
  const words = {
    title: facts.title,
    subtitle: facts.subtitle,
    description: facts.descriptionHtml,
    seo_title: facts.seo.title,
    seo_description: facts.seo.description,
    warnings: facts.safety.warnings,
  };
  const company = (who: string, { name, address, contact }: Company) => [
    [`${who}_name`, name],
    [`${who}_address`, address],
    [`${who}_contact`, contact],
  ];
  return Object.fromEntries([
    ['status', facts.status],
    ...TEXTS.flatMap((name) => [
      [`${name}_de`, words[name].de],
      [`${name}_en`, words[name].en],
    ]),
    ['vendor', facts.vendor],
    ['tags', facts.tags.join(', ')],
    ['collections', facts.collections.join(', ')],
    ['tax_class', facts.taxClass],
    ['publish_at', facts.publishAt ?? ''],
    ...company('maker', facts.safety.maker),
    ...company('responsible', facts.safety.responsible),
    ['options', jsonCell(optionsSchema, facts.options)],
    ['pictures', jsonCell(imagesSchema, facts.images)],
  ]);
}

/**
 * The facts that whole cells say, each cell in its usual form; `faults` names columns that cannot be read. A column that is
 * absent is empty.
 */
export function factsOf(cells: Cells): { facts: ProductFacts; faults: { column: string; reason: ImportReason }[] } {
  const faults: { column: string; reason: ImportReason }[] = [];
  const wrong = (column: string, reason: ImportReason) => void faults.push({ column, reason });
  const text = (column: string, kind: string) => {
    const value = cells[column] ?? '';
    if (value.length > (LONGEST[kind] ?? 200)) wrong(column, 'text_too_long');
    if (/[^\P{Cc}\n\t\r]/u.test(value)) wrong(column, 'value_unknown');
    return value;
  };
  const words = (name: string) => ({ de: text(`${name}_de`, name), en: text(`${name}_en`, name) });
  const company = (who: string) => ({
    name: text(`${who}_name`, 'name'),
    address: text(`${who}_address`, 'address'),
    contact: text(`${who}_contact`, 'contact'),
  });
  const oneOf = <T extends string>(column: string, allowed: readonly T[], otherwise: T) => {
    const value = (cells[column] ?? '').trim().toLowerCase();
    const known = allowed.find((one) => one === value);
    if (value !== '' && !known) wrong(column, 'value_unknown');
    return known ?? otherwise;
  };
  const json = <T>(column: string, schema: z.ZodType<T[]>) => {
    const value = readJsonCell(cells[column] ?? '', schema);
    if (!value) wrong(column, 'json_malformed');
    return value ?? [];
  };
  const title = words('title');
  if (!title.de.trim() && !title.en.trim()) wrong('title_de', 'title_missing');
  const tags = listFrom(text('tags', 'tags'));
  if (tags.length > 50 || tags.some((tag) => tag.length > 60)) wrong('tags', 'text_too_long');
  const moment = (cells.publish_at ?? '').trim();
  if (moment !== '' && Number.isNaN(Date.parse(moment))) wrong('publish_at', 'time_malformed');
  return {
    facts: {
      status: oneOf('status', ['draft', 'active', 'archived'], 'draft'),
      vendor: text('vendor', 'vendor'),
      title,
      subtitle: words('subtitle'),
      descriptionHtml: words('description'),
      tags,
      taxClass: oneOf('tax_class', ['standard', 'reduced'], 'standard'),
      options: json('options', optionsSchema),
      images: json('pictures', imagesSchema),
      safety: { maker: company('maker'), responsible: company('responsible'), warnings: words('warnings') },
      seo: { title: words('seo_title'), description: words('seo_description') },
      publishAt: moment === '' || Number.isNaN(Date.parse(moment)) ? null : new Date(Date.parse(moment)).toISOString(),
      collections: listFrom(cells.collections ?? ''),
    },
    faults,
  };
}

function readJsonCell<T>(text: string, schema: z.ZodType<T[]>): T[] | null {
  if (text.trim() === '') return [];
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null; // no JSON at all, or of another shape: one fault for whoever typed it
  }
}

// Through the schema, so that the same facts always are the same text, whatever order a database keeps them in.
function jsonCell<T>(schema: z.ZodType<T[]>, value: T[]): string {
  return value.length > 0 ? JSON.stringify(schema.parse(value)) : '';
}

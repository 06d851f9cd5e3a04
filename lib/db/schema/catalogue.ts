import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CollectionRule } from '@/lib/domain/catalogue/collection-rule';
import type {
  ProductImage,
  ProductOption,
  ProductSafety,
  ProductStatus,
  SearchWords,
  TaxClass,
} from '@/lib/domain/catalogue/product';
import type { LocalizedText } from '@/lib/domain/market';

const at = (name: string) => timestamp(name, { withTimezone: true });

export const products = pgTable(
  'products',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    status: text('status').$type<ProductStatus>().notNull(),
    vendor: text('vendor').notNull().default(''),
    title: jsonb('title').$type<LocalizedText>().notNull(),
    subtitle: jsonb('subtitle').$type<LocalizedText>().notNull(),
    descriptionHtml: jsonb('description_html').$type<LocalizedText>().notNull(),
    tags: text('tags').array().notNull().default([]),
    taxClass: text('tax_class').$type<TaxClass>().notNull().default('standard'),
    options: jsonb('options').$type<ProductOption[]>().notNull(),
    images: jsonb('images').$type<ProductImage[]>().notNull(),
    /** Who answers for it and what to warn of (GPSR Art. 19); null where the merchant wrote nothing. */
    safety: jsonb('safety').$type<ProductSafety>(),
    /** What search engines and shared links show; null: title and subtitle. */
    seo: jsonb('seo').$type<SearchWords>(),
    /** A draft that goes on sale by itself then. */
    publishAt: at('publish_at'),
    /** Titles, vendor, tags and SKUs in small letters: kept by triggers, whoever writes. */
    searchText: text('search_text').notNull().default(''),
    /** Where it came from ("shopify:handle"), so that the same import changes nothing. */
    importKey: text('import_key').unique(),
    importHash: text('import_hash'),
    position: integer('position').notNull().default(0),
    /** Stars of the reviews that are shown, and how many: kept by whoever decides on one. */
    ratingSum: integer('rating_sum').notNull().default(0),
    ratingCount: integer('rating_count').notNull().default(0),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('products_slug').on(table.slug),
    index('products_place').on(table.position, table.id),
    index('products_state').on(table.status, table.position, table.id),
    index('products_changed').on(table.updatedAt, table.id),
    index('products_title_de').on(sql`lower(${table.title} ->> 'de')`, table.id),
    index('products_title_en').on(sql`lower(${table.title} ->> 'en')`, table.id),
    index('products_due').on(table.publishAt).where(sql`status = 'draft' and publish_at is not null`),
    index('products_pictures').using('gin', table.images.op('jsonb_path_ops')),
    check('products_status', sql`${table.status} in ('draft', 'active', 'archived')`),
  ],
);

export const variants = pgTable(
  'variants',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    sku: text('sku').notNull().unique(),
    optionValues: text('option_values').array().notNull().default([]),
    position: integer('position').notNull(),
    weightGrams: integer('weight_grams').notNull().default(0),
    /** GTIN, EAN or UPC; empty for none. */
    barcode: text('barcode').notNull().default(''),
    archivedAt: at('archived_at'),
    /** started + adjusted = available + held + sold (invariant I4); `available` can be bought now. */
    started: integer('started').notNull().default(0),
    adjusted: integer('adjusted').notNull().default(0),
    available: integer('available').notNull().default(0),
    held: integer('held').notNull().default(0),
    sold: integer('sold').notNull().default(0),
  },
  (table) => [
    index('variants_product').on(table.productId, table.position),
    index('variants_gone').on(table.productId).where(sql`available = 0 and archived_at is null`),
    check('variants_available', sql`${table.available} >= 0`),
    check('variants_held', sql`${table.held} >= 0`),
    check(
      'variants_sum',
      sql`${table.started} + ${table.adjusted} = ${table.available} + ${table.held} + ${table.sold}`,
    ),
  ],
);

export const variantPrices = pgTable(
  'variant_prices',
  {
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    currency: text('currency').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    compareAtMinor: integer('compare_at_minor'),
    /** The lowest price of the 30 days before this one, where this one is announced as a reduction (PAngV § 11). */
    lowestBeforeMinor: integer('lowest_before_minor'),
  },
  (table) => [
    primaryKey({ columns: [table.variantId, table.currency] }),
    check('variant_prices_amount', sql`${table.amountMinor} >= 0`),
  ],
);

/** Every price that was ever asked: the EU's 30-day lowest price is read from it. Append-only. */
export const priceHistory = pgTable(
  'price_history',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    variantId: text('variant_id').notNull(),
    currency: text('currency').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    since: at('since').notNull(),
  },
  (table) => [index('price_history_variant').on(table.variantId, table.currency, table.since)],
);

export const collections = pgTable('collections', {
  slug: text('slug').primaryKey(),
  title: jsonb('title').$type<LocalizedText>().notNull(),
  description: jsonb('description').$type<LocalizedText>().notNull(),
  position: integer('position').notNull(),
  /** Null: filled by hand. */
  rule: jsonb('rule').$type<CollectionRule>(),
  version: integer('version').notNull().default(1),
});

export const collectionProducts = pgTable(
  'collection_products',
  {
    collectionSlug: text('collection_slug')
      .notNull()
      .references(() => collections.slug),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.collectionSlug, table.productId] }),
    index('collection_products_product').on(table.productId),
  ],
);

/** Pictures that somebody uploaded: the renditions lie in the store under this id. What no product has and nobody saw is cleared away. */
export const pictures = pgTable(
  'pictures',
  {
    id: text('id').primaryKey(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    dominantColour: text('dominant_colour').notNull(),
    /** Of its widest AVIF; null for uploads from before anybody weighed them. */
    bytes: integer('bytes'),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: at('uploaded_at').notNull(),
    /** When a product with it was first on sale: from then on bubbles, receipts and orders may show it, and it stays. */
    publicAt: at('public_at'),
    /** When it is next looked at whether a product still has it. */
    lookAgainAt: at('look_again_at').notNull(),
    /** From then on no product may take it: its files are going. */
    removingAt: at('removing_at'),
  },
  (table) => [index('pictures_due').on(table.lookAgainAt).where(sql`public_at is null`)],
);

/** One row a setting; `catalogue_version` rises with every change that a static page shows. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  /** Counts the changes: who saves says which one was seen. */
  version: integer('version').notNull().default(0),
});

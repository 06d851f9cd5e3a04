import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { variants } from './catalogue';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A person as one Page knows her (`psid`), or a guest of an ordinary browser (`psid` null). */
export const shoppers = pgTable(
  'shoppers',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id'),
    psid: text('psid'),
    firstName: text('first_name'),
    locale: text('locale'),
    /** The market she chose herself; null: her locale decides. */
    market: text('market'),
    /** Meta's reason why no message reaches her at the moment, or null. */
    unreachable: text('unreachable'),
    lastMessageAt: at('last_message_at'),
    /** A guest's: whose she turned out to be. Her cart waits here while an attempt to pay is open. */
    claimedBy: text('claimed_by').references((): AnyPgColumn => shoppers.id),
    /** The provider's customer that her kept cards belong to; made when she first wants one kept. */
    providerCustomerId: text('provider_customer_id').unique(),
    /** A guest's: into whose thread the link was sent that she came by. It proves nothing: a link can be passed on. */
    linkedTo: text('linked_to').references((): AnyPgColumn => shoppers.id),
    /** What she said when asked whether the shop may write to her; null: not asked, or she wrote first. */
    mayWrite: text('may_write').$type<'granted' | 'refused'>(),
    /** What she chose in the thread; null: Messenger's locale decides. */
    language: text('language').$type<'de' | 'en'>(),
    /** Since when she wants no advertising. */
    stoppedAt: at('stopped_at'),
    /** How often in a row the bot did not understand her. */
    unclearInRow: integer('unclear_in_row').notNull().default(0),
    /** A person answers: until then the bot is silent in her thread. */
    quietUntil: at('quiet_until'),
    /** She asked to be forgotten: what stays are orders, which the law wants kept, and nothing is done with them but that. */
    erasedAt: at('erased_at'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('shoppers_psid').on(table.pageId, table.psid),
    index('shoppers_claimed_by').on(table.claimedBy),
  ],
);

export const shopperSessions = pgTable(
  'shopper_sessions',
  {
    /** SHA-256 of the cookie's secret: the table alone opens no session. */
    tokenHash: text('token_hash').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    /** A session that a hand-off opened sees this one cart and its checkout, nothing else of hers. */
    onlyCartId: text('only_cart_id').references((): AnyPgColumn => carts.id),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('shopper_sessions_shopper').on(table.shopperId)],
);

/** Signed requests that were exchanged for a session: each works once. */
export const usedSignedRequests = pgTable('used_signed_requests', {
  signature: text('signature').primaryKey(),
  expiresAt: at('expires_at').notNull(),
});

export const carts = pgTable(
  'carts',
  {
    id: text('id').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    /** `native`: a cart of one piece, made for Messenger's own Buy button; it never becomes her open one. */
    status: text('status').$type<'open' | 'ordered' | 'merged' | 'native'>().notNull(),
    version: integer('version').notNull().default(0),
    /** Sealed: what she typed into the checkout, kept through declines and closed webviews. */
    sealedDetails: text('sealed_details'),
    shippingOptionId: text('shipping_option_id'),
    /** The one promo code that lies with it, in capitals. */
    discountCode: text('discount_code'),
    /** Sealed: what she wants said with it. */
    sealedNote: text('sealed_note'),
    /** To be packed as a present, without prices. */
    isGift: boolean('is_gift').notNull().default(false),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('carts_one_open').on(table.shopperId).where(sql`status = 'open'`),
    check('carts_status', sql`${table.status} in ('open', 'ordered', 'merged', 'native')`),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    cartId: text('cart_id')
      .notNull()
      .references(() => carts.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: integer('quantity').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cartId, table.variantId] }),
    // Whether a variant stands in any cart: asked for each one that goes.
    index('cart_lines_variant').on(table.variantId),
    check('cart_lines_quantity', sql`${table.quantity} between 1 and 99`),
  ],
);

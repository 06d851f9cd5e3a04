import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Quote } from '@/lib/domain/cart/quote';
import type { RefundLine, RefundReason, RefundStatus } from '@/lib/domain/orders/refund';
import type { OrderStatus } from '@/lib/domain/orders/status';
import type { AttemptEnd, AttemptWay } from '@/lib/domain/payments/attempt';
import type { CaptureTime, PaymentProvider } from '@/lib/domain/payments/payment';
import { variants } from './catalogue';
import { carts, shoppers } from './shoppers';

const at = (name: string) => timestamp(name, { withTimezone: true });

/**
 * One try to pay one cart. `open` from the moment the stock is held until the provider's last word.
 * The constraints are the promise: one attempt per dialog request, one open attempt per cart and per shopper,
 * one attempt per provider payment and per charge.
 */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    id: text('id').primaryKey(),
    cartId: text('cart_id')
      .notNull()
      .references(() => carts.id),
    cartVersion: integer('cart_version').notNull(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    way: text('way').$type<AttemptWay>().notNull(),
    capture: text('capture').$type<CaptureTime>().notNull().default('now'),
    provider: text('provider').$type<PaymentProvider>().notNull().default('stripe'),
    dialogRequestId: text('dialog_request_id').notNull(),
    /** SHA-256 of what was asked, without the one-use proof: same id, other body is refused. */
    requestHash: text('request_hash').notNull(),
    status: text('status').$type<'open' | 'ended'>().notNull(),
    end: text('end_reason').$type<AttemptEnd>(),
    declineReason: text('decline_reason'),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    quote: jsonb('quote').$type<Quote>().notNull(),
    marketId: text('market_id').notNull(),
    sealedDetails: text('sealed_details'),
    /** The provider's customer, where she pays with a kept card or wants this one kept. */
    customerId: text('customer_id'),
    /** She ticked the box: card and address are kept once this is paid. */
    keepCard: boolean('keep_card').notNull().default(false),
    providerPaymentId: text('provider_payment_id'),
    chargeId: text('charge_id'),
    /** Profile 2016: what a charge of Messenger's carries as our reference, where it is not the attempt's id. */
    messengerReference: text('messenger_reference'),
    /** Profile 2016: Messenger's own id of the payment, good for one attempt. Not kept for its dummy payments. */
    messengerPaymentId: text('messenger_payment_id'),
    /** Somebody drives it until then; afterwards anybody may take it over. */
    drivenUntil: at('driven_until').notNull(),
    /** When the worker asks the provider about it. */
    nextCheckAt: at('next_check_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    checks: integer('checks').notNull().default(0),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (table) => [
    unique('attempts_dialog_request').on(table.shopperId, table.dialogRequestId),
    uniqueIndex('attempts_one_open_per_cart').on(table.cartId).where(sql`status = 'open'`),
    uniqueIndex('attempts_one_open_per_shopper').on(table.shopperId).where(sql`status = 'open'`),
    uniqueIndex('attempts_one_success_per_cart').on(table.cartId).where(sql`end_reason = 'succeeded'`),
    unique('attempts_provider_payment').on(table.providerPaymentId),
    unique('attempts_charge').on(table.chargeId),
    unique('attempts_messenger_payment').on(table.messengerPaymentId),
    index('attempts_messenger_reference').on(table.messengerReference).where(sql`messenger_reference is not null`),
    index('attempts_due').on(table.nextCheckAt).where(sql`status = 'open'`),
    check('attempts_status', sql`(${table.status} = 'open') = (${table.end} is null)`),
  ],
);

export const stockHolds = pgTable(
  'stock_holds',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => paymentAttempts.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.variantId] }),
    check('stock_holds_quantity', sql`${table.quantity} > 0`),
  ],
);

export const orders = pgTable(
  'orders',
  {
    id: text('id').primaryKey(),
    /** What people say: `K-1001`. Unbroken. */
    number: integer('number').notNull().unique(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id),
    attemptId: text('attempt_id')
      .notNull()
      .unique()
      .references(() => paymentAttempts.id),
    status: text('status').$type<OrderStatus>().notNull(),
    currency: text('currency').notNull(),
    totalMinor: integer('total_minor').notNull(),
    quote: jsonb('quote').$type<Quote>().notNull(),
    marketId: text('market_id').notNull(),
    sealedDetails: text('sealed_details').notNull(),
    provider: text('provider').$type<PaymentProvider>().notNull().default('stripe'),
    chargeId: text('charge_id').notNull().unique(),
    paymentMethod: text('payment_method').notNull(),
    /** What was taken of the total; 0 while the money is only held. */
    capturedMinor: integer('captured_minor').notNull().default(0),
    /** What the merchant asked to take of a hold, from before the provider is asked. */
    captureMinor: integer('capture_minor'),
    /** Until when a hold can be taken; null once it was, or where the provider does not say. */
    captureBefore: at('capture_before'),
    /** When the worker looks after a hold; null where there is none. */
    nextCheckAt: at('next_check_at'),
    /** Refunds that the provider has taken on: as much as the ledger's account `refund` says. */
    refundedMinor: integer('refunded_minor').notNull().default(0),
    /** Refunds that were asked for and not yet answered. */
    refundingMinor: integer('refunding_minor').notNull().default(0),
    placedAt: at('placed_at').notNull(),
    /** When the first parcel left, and when the last piece that is owed had left. */
    firstSentAt: at('first_sent_at'),
    fulfilledAt: at('fulfilled_at'),
    cancelledAt: at('cancelled_at'),
    /** Of orders from before parcels had rows of their own; kept, no longer written. */
    carrier: text('carrier'),
    tracking: text('tracking'),
    /** Marks of her name's words and her address, by which a merchant finds it; null until the worker made them. */
    searchMarks: text('search_marks').array(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('orders_status_number').on(table.status, table.number),
    index('orders_open')
      .on(table.number)
      .where(sql`status in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled')`),
    index('orders_search').using('gin', table.searchMarks),
    index('orders_unmarked').on(table.number).where(sql`search_marks is null`),
    index('orders_shopper').on(table.shopperId, table.placedAt),
    index('orders_placed').on(table.placedAt),
    check(
      'orders_status',
      sql`${table.status} in ('authorised', 'paid', 'paid_needs_decision', 'partly_fulfilled', 'fulfilled', 'cancelled', 'refunded')`,
    ),
    check(
      'orders_refunds_within_captured',
      sql`${table.refundedMinor} >= 0 and ${table.refundingMinor} >= 0
        and ${table.refundedMinor} + ${table.refundingMinor} <= ${table.capturedMinor}`,
    ),
    check('orders_captured_within_total', sql`${table.capturedMinor} between 0 and ${table.totalMinor}`),
    index('orders_hold_due').on(table.nextCheckAt).where(sql`next_check_at is not null`),
  ],
);

/**
 * Money that goes back to a shopper: written before the provider is asked. `requested` until its first answer; `pending` and
 * `succeeded` are booked; a `failed` one came back and its booking is reversed; `refused` never moved.
 */
export const refunds = pgTable(
  'refunds',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** What it was asked with: the same form twice, or the same refund found twice at the provider, is one. */
    key: text('key').notNull().unique(),
    providerRefundId: text('provider_refund_id').unique(),
    amountMinor: integer('amount_minor').notNull(),
    lines: jsonb('lines').$type<RefundLine[]>().notNull(),
    shippingMinor: integer('shipping_minor').notNull(),
    reason: text('reason').$type<RefundReason>().notNull(),
    restock: boolean('restock').notNull(),
    restockedAt: at('restocked_at'),
    status: text('status').$type<RefundStatus>().notNull(),
    failure: text('failure'),
    who: text('who').notNull(),
    createdAt: at('created_at').notNull(),
    /** When the worker asks the provider about it; null once nothing can change any more. */
    nextCheckAt: at('next_check_at'),
    checks: integer('checks').notNull().default(0),
  },
  (table) => [
    index('refunds_order').on(table.orderId),
    index('refunds_due').on(table.nextCheckAt).where(sql`next_check_at is not null`),
    check('refunds_amount', sql`${table.amountMinor} > 0`),
    check('refunds_status', sql`${table.status} in ('requested', 'pending', 'succeeded', 'failed', 'refused')`),
  ],
);

/** Gives order numbers without gaps: taken in the settling transaction itself. */
export const counters = pgTable('counters', { name: text('name').primaryKey(), value: integer('value').notNull() });

/**
 * Append-only: who changed money or stock, why, by how much. `unit` is a currency or `piece`; the money rows of one
 * attempt sum to zero. A key stands once, so an effect cannot be booked twice.
 */
export const ledger = pgTable(
  'ledger',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: text('key').notNull().unique(),
    attemptId: text('attempt_id'),
    orderId: text('order_id'),
    variantId: text('variant_id'),
    account: text('account').notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit').notNull(),
    who: text('who').notNull(),
    why: text('why').notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    index('ledger_attempt').on(table.attemptId),
    index('ledger_order').on(table.orderId),
    index('ledger_variant').on(table.variantId),
  ],
);

/** Money that found no order by itself: a person decides. */
export const merchantTasks = pgTable('merchant_tasks', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  /** Unique per happening, so that a task is raised once. */
  key: text('key').notNull().unique(),
  facts: jsonb('facts').notNull(),
  createdAt: at('created_at').notNull(),
  doneAt: at('done_at'),
});

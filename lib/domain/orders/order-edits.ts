import { z } from 'zod';
import { lineSchema } from '../cart/address';
import { stepOf } from '../currencies';
import { maskCardNumbers } from '../messaging/mask-cards';
import { NOTE_AT_MOST } from '../messaging/reply-length';
import { currencySchema, fromDecimalText, type Money } from '../money';
import { versionSchema } from '../seen-version';
import { REFUND_REASONS } from './refund';
import type { Pieces } from './shipments';

const idSchema = z.string().regex(/^[\w:-]{1,100}$/);
const requestIdSchema = z.string().regex(/^[\w-]{16,64}$/);
const amountText = z.string().trim().max(20).default('');
const PIECES = /^pieces-([\w:-]{1,100})$/;

const refundFields = z.looseObject({
  orderId: idSchema,
  requestId: requestIdSchema,
  seenVersion: versionSchema,
  currency: currencySchema,
  what: z.enum(['everything', 'parts']),
  shipping: amountText,
  extra: amountText,
  reason: z.enum(REFUND_REASONS.filter((reason) => reason !== 'cancelled' && reason !== 'at_provider')),
  restock: z.literal('yes').optional(),
});

/**
 * A refund as a merchant's form says it: everything that is left, or pieces by line (`pieces-<variant>`), an amount of the
 * delivery and one on top, "4,90" or "4.90". The same `requestId` is the same refund.
 */
export const refundFormSchema = refundFields.transform((form, context) => {
  const { orderId, requestId, seenVersion, currency, reason } = form;
  const asked = { orderId, requestId, seenVersion, reason, restock: form.restock === 'yes' };
  if (form.what === 'everything') return { ...asked, wish: { everything: true as const } };
  const amountOf = (name: 'shipping' | 'extra') => {
    const text = form[name].replace(',', '.');
    if (text === '') return 0;
    const amount = chargeable(fromDecimalText(text, currency));
    if (!amount) context.addIssue({ code: 'custom', path: [name], message: 'amount' });
    return amount?.amountMinor ?? 0;
  };
  const lines = readPieces(form, context) ?? [];
  const wish = {
    everything: false as const,
    lines,
    shippingMinor: amountOf('shipping'),
    extraMinor: amountOf('extra'),
  };
  return { ...asked, wish };
});

// Pieces by line, as `pieces-<variant>` says them; null where the form names no line at all.
function readPieces(form: Record<string, unknown>, context: z.RefinementCtx): Pieces[] | null {
  const named = Object.entries(form).flatMap(([name, value]) => {
    const variantId = PIECES.exec(name)?.[1];
    return variantId === undefined ? [] : [{ name, variantId, value }];
  });
  if (named.length === 0) return null;
  return named.flatMap(({ name, variantId, value }) => {
    if (value === '') return [];
    if (typeof value === 'string' && /^\d{1,3}$/.test(value)) return [{ variantId, quantity: Number(value) }];
    context.addIssue({ code: 'custom', path: [name], message: 'pieces' });
    return [];
  });
}

// A provider takes nothing finer than the currency's step: 5.124 dinars are no amount.
function chargeable(amount: Money | null): Money | null {
  return amount && amount.amountMinor % stepOf(amount.currency) === 0 ? amount : null;
}

/**
 * A parcel: pieces by line (`pieces-<variant>`; without any, everything that is left), carrier and parcel number where there
 * are any. The same `requestId` is the same parcel.
 */
export const fulfilFormSchema = z
  .looseObject({
    orderId: idSchema,
    requestId: requestIdSchema,
    seenVersion: versionSchema,
    carrier: lineSchema(60),
    tracking: lineSchema(60),
    /** Ticked where a dispute warns of sending. */
    anyway: z.literal('on').optional(),
  })
  .transform((form, context) => {
    const { orderId, requestId, seenVersion, carrier, tracking } = form;
    const lines = readPieces(form, context);
    const despiteDispute = form.anyway === 'on';
    return { orderId, requestId, seenVersion, carrier, tracking, despiteDispute, ...(lines ? { lines } : {}) };
  });

/** What the shop writes down for itself about an order; numbers of cards are masked. */
export const orderNoteFormSchema = z.strictObject({
  orderId: idSchema,
  requestId: requestIdSchema,
  text: z.string().trim().min(1).max(NOTE_AT_MOST).transform(maskCardNumbers),
});

/** Where an order shall go instead; the flow checks it by the rules of the order's country. */
export const addressFormSchema = z
  .strictObject({
    orderId: idSchema,
    requestId: requestIdSchema,
    seenVersion: versionSchema,
    name: z.string().max(200),
    street1: z.string().max(240),
    street2: z.string().max(240),
    postalCode: z.string().max(24),
    city: z.string().max(160),
    region: z.string().max(160).default(''),
  })
  .transform(({ orderId, requestId, seenVersion, ...address }) => ({ orderId, requestId, seenVersion, address }));

/** A parcel arrived. */
export const deliveredFormSchema = z.strictObject({ orderId: idSchema, shipmentId: idSchema });

export const cancelFormSchema = z.strictObject({ orderId: idSchema, seenVersion: versionSchema });

/** Held money is taken: all of it with an empty field, else so much; the rest is released. */
export const captureFormSchema = z
  .strictObject({ orderId: idSchema, seenVersion: versionSchema, currency: currencySchema, amount: amountText })
  .transform(({ currency, amount, ...asked }, context) => {
    if (amount === '') return { ...asked, amountMinor: null };
    const taken = chargeable(fromDecimalText(amount.replace(',', '.'), currency));
    if (taken) return { ...asked, amountMinor: taken.amountMinor };
    context.addIssue({ code: 'custom', path: ['amount'], message: 'amount' });
    return z.NEVER;
  });

import { z } from 'zod';
import { type RefTarget, refTargetSchema } from './ref';

const LINE = /^([^\s,]+)(?:\s+x\s*(\d{1,2}))?$/i;

/** "OO-DE-WEEK x2, OO-POSTER" as the lines of a cart, to be checked. */
export function cartOf(text: string): unknown {
  const lines = text
    .split(',')
    .map((part) => LINE.exec(part.trim()))
    .map((found) => found && { sku: found[1], quantity: Number(found[2] ?? 1) });
  return { kind: 'cart', lines };
}

function targetOf(kind: string, value: string): unknown {
  if (kind === 'cart') return cartOf(value);
  // People paste the address of a page as readily as its last word.
  const name = value.split(/[/?#]/).filter(Boolean).at(-1) ?? '';
  return kind === 'coupon' ? { kind, code: value } : { kind, slug: name };
}

/** A link as the merchant types it: what for, and what it leads to ("OO-DE-WEEK x2, OO-POSTER" for a cart). */
export const linkFormSchema = z
  .strictObject({
    code: z.string().regex(/^[\w-]{16,64}$/),
    label: z.string().trim().min(1).max(80),
    kind: z.enum(['shop', 'product', 'collection', 'coupon', 'cart']),
    value: z.string().trim().max(500),
  })
  .transform(({ code, label, kind, value }, context): { code: string; label: string; target: RefTarget } => {
    const target = refTargetSchema.safeParse(kind === 'shop' ? { kind } : targetOf(kind, value));
    if (target.success) return { code, label, target: target.data };
    context.addIssue({ code: 'custom', message: 'wrong', path: ['value'] });
    return z.NEVER;
  });

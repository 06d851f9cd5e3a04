import { z } from 'zod';

/** What a `ref` of ours leads to. A cart names what lies in it by SKU. */
export const refTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shop') }),
  z.strictObject({ kind: z.literal('product'), slug: z.string().min(1).max(120) }),
  z.strictObject({ kind: z.literal('collection'), slug: z.string().min(1).max(120) }),
  /** "Tell me when it is back", "when it gets cheaper": asked for on a page, noted in the thread. */
  z.strictObject({ kind: z.literal('tell_me'), ask: z.enum(['restock', 'price']), slug: z.string().min(1).max(120) }),
  z.strictObject({ kind: z.literal('coupon'), code: z.string().regex(/^[A-Za-z0-9_-]{2,40}$/) }),
  z.strictObject({
    kind: z.literal('cart'),
    lines: z
      .array(z.strictObject({ sku: z.string().min(1).max(120), quantity: z.int().min(1).max(99) }))
      .min(1)
      .max(20),
  }),
]);
export type RefTarget = z.infer<typeof refTargetSchema>;

/** One text per target, so that the same thing shared twice by the same person keeps its code. */
export function targetKey(target: RefTarget): string {
  switch (target.kind) {
    case 'shop':
      return 'shop';
    case 'product':
    case 'collection':
      return `${target.kind}:${target.slug}`;
    case 'tell_me':
      return `${target.ask}:${target.slug}`;
    case 'coupon':
      return `coupon:${target.code}`;
    case 'cart':
      return `cart:${target.lines.map((line) => `${line.sku}*${line.quantity}`).join(',')}`;
  }
}

/**
 * What a plain `ref` says by itself: `product=big-wave`, `collection=posters`, `coupon=HELLO10`, `restock=big-wave`. Null for a bare name,
 * which may be a code of ours or the address of a product or collection. Meta lets through letters, digits, `-`, `_`, `=`.
 */
export function readPlainRef(ref: string): RefTarget | null {
  const [, kind, name = ''] = /^(product|collection|coupon|restock|price)=([A-Za-z0-9_-]{1,120})$/.exec(ref) ?? [];
  if (kind === 'restock' || kind === 'price') return { kind: 'tell_me', ask: kind, slug: name };
  const parsed = refTargetSchema.safeParse(kind === 'coupon' ? { kind, code: name } : { kind, slug: name });
  return kind && parsed.success ? parsed.data : null;
}

/** Where a target is seen on the web. */
export function targetPath(target: RefTarget): string {
  if (target.kind === 'product' || target.kind === 'tell_me') return `/shop/products/${target.slug}`;
  if (target.kind === 'collection') return `/shop/collections/${target.slug}`;
  return target.kind === 'cart' ? '/shop/cart' : '/shop';
}

/** The link that opens the thread with the Page and says what for. Source: Messenger Platform docs, m.me Links. */
export function threadLink(page: { id: string; linksUrl: string }, ref: string | null): string {
  const url = `${page.linksUrl}/${page.id}`;
  return ref === null ? url : `${url}?ref=${encodeURIComponent(ref).replaceAll('%3D', '=')}`;
}

import { z } from 'zod';
import type { CartLine } from '../cart/cart';
import { threadPictureAddress } from '../catalogue/picture';
import { type Market, textIn } from '../market';
import { formatMoney, money } from '../money';
import { payLinkWords } from '../words/pay-link';
import { ellipsis } from './ellipsis';
import { cartOf } from './link-form';
import type { MessageCard } from './outgoing-message';
import { type RefTarget, refTargetSchema } from './ref';

/** A link of this kind can be paid for a week: prices and stock are today's at that moment, not those of the day it was sent. */
export const PAY_LINK_DAYS = 7;

export type DraftLine = { sku: string; quantity: number };

const cartTarget = refTargetSchema.transform((target, context): Extract<RefTarget, { kind: 'cart' }> => {
  if (target.kind === 'cart' && new Set(target.lines.map(({ sku }) => sku)).size === target.lines.length) return target;
  context.addIssue({ code: 'custom', message: 'lines', path: ['lines'] });
  return z.NEVER;
});

/** What a person of the shop puts together for somebody: "OO-DE-WEEK x2, OO-POSTER". Problem: "lines". */
export const draftFormSchema = z
  .strictObject({
    shopperId: z.string().regex(/^[\w-]{1,64}$/),
    requestId: z.string().regex(/^[\w-]{16,64}$/),
    lines: z.string().trim().min(1).max(500),
  })
  .transform(({ lines, ...asked }, context) => {
    const read = cartTarget.safeParse(cartOf(lines));
    if (read.success) return { ...asked, lines: read.data.lines };
    context.addIssue({ code: 'custom', message: 'lines', path: ['lines'] });
    return z.NEVER;
  });

/** Where an order that was put together is seen and paid. */
export function payPath(code: string): string {
  return `/shop/pay/${code}`;
}

type Drafted = { line: CartLine; quantity: number };

/** The card that carries it into the thread: what it is, what it costs today without delivery, and where to pay. */
export function payCard(drafted: readonly Drafted[], code: string, market: Market): MessageCard {
  const words = payLinkWords[market.language];
  const amountMinor = drafted.reduce(
    (sum, { line, quantity }) => sum + (line.prices[market.currency] ?? 0) * quantity,
    0,
  );
  const goods = drafted.map(({ line, quantity }) => `${quantity} × ${textIn(line.title, market.language)}`).join(', ');
  const picture = drafted.find(({ line }) => line.image?.file)?.line.image?.file;
  return {
    title: words.cardTitle(formatMoney(money(amountMinor, market.currency), market.intlLocale)),
    subtitle: ellipsis(goods, 80),
    imagePath: picture ? threadPictureAddress(picture) : null,
    openPath: payPath(code),
    buttons: [{ kind: 'open', title: words.pay, path: payPath(code), height: 'full', shareable: false }],
  };
}

import type { QuoteLine } from '../cart/quote';
import { textIn } from '../market';
import type { PageLanguage } from '../page-language';
import { fail, type Result, succeed } from '../result';
import { type RefundReason, type RefundStatus, takesPart } from './refund';

/** So many pieces of one line of an order. */
export type Pieces = { variantId: string; quantity: number };

type NamedLine = Pick<QuoteLine, 'variantId' | 'title' | 'variantTitle'>;
type Sent = { lines: Pieces[]; sentAt: Date };
type GivenBack = { lines: Pieces[]; reason: RefundReason; status: RefundStatus; createdAt: Date };

/** These pieces had reached her, as far as that many had left at all. */
const CAME_BACK: readonly RefundReason[] = ['returned', 'damaged', 'missing'];

/**
 * What of an order has not left yet and is still owed: bought, less sent, less refunded. A refund of what came back takes
 * pieces that were sent before it, any other takes those that were not: whoever returns one piece is still owed the other.
 */
export function leftToSend(bought: readonly Pieces[], sent: readonly Sent[], refunds: readonly GivenBack[]): Pieces[] {
  const happened = [
    ...sent.map(({ lines, sentAt }) => ({ lines, at: sentAt.getTime(), is: 'sent' as const })),
    ...refunds
      .filter(({ status }) => takesPart(status))
      .map(({ lines, reason, createdAt }) => ({
        lines,
        at: createdAt.getTime(),
        is: CAME_BACK.includes(reason) ? ('came_back' as const) : ('given_up' as const),
      })),
  ].sort((one, other) => one.at - other.at);
  return bought
    .map(({ variantId, quantity }) => {
      let owed = quantity;
      let hers = 0;
      for (const { is, lines } of happened) {
        const pieces = piecesOf(lines, variantId);
        if (is === 'sent') {
          owed -= pieces;
          hers += pieces;
          continue;
        }
        const fromHers = is === 'came_back' ? Math.min(pieces, hers) : Math.max(0, pieces - owed);
        hers -= fromHers;
        owed -= pieces - fromHers;
      }
      return { variantId, quantity: Math.max(0, owed) };
    })
    .filter(({ quantity }) => quantity > 0);
}

/**
 * What leaves now: everything that is left for a wish of null. Problems: "nothing_to_send"; "pieces_not_left" when more is named
 * than is left of a line, or a line that is not of this order.
 */
export function planShipment(
  left: readonly Pieces[],
  wish: readonly Pieces[] | null,
): Result<Pieces[], 'nothing_to_send' | 'pieces_not_left'> {
  const lines = (wish ?? left).filter(({ quantity }) => quantity > 0);
  for (const { variantId } of lines)
    if (piecesOf(lines, variantId) > piecesOf(left, variantId))
      return fail('pieces_not_left', { fields: { [`pieces-${variantId}`]: 'too_many' } });
  return lines.length > 0 ? succeed([...lines]) : fail('nothing_to_send');
}

/** "1 × Mond A3, 2 × Sonne": a few lines of an order in words, in one tongue. */
export function piecesText(named: readonly NamedLine[], lines: readonly Pieces[], language: PageLanguage): string {
  return lines
    .map(({ variantId, quantity }) => `${quantity} × ${lineTitle(named, variantId, language)}`.trimEnd())
    .join(', ');
}

/** "Mond A3"; empty for what is no line of the order. */
export function lineTitle(named: readonly NamedLine[], variantId: string, language: PageLanguage): string {
  const line = named.find((candidate) => candidate.variantId === variantId);
  return line ? [textIn(line.title, language), textIn(line.variantTitle, language)].filter(Boolean).join(' ') : '';
}

/** What stays when these pieces leave. */
export function without(left: readonly Pieces[], leaving: readonly Pieces[]): Pieces[] {
  return left
    .map(({ variantId, quantity }) => ({ variantId, quantity: quantity - piecesOf(leaving, variantId) }))
    .filter(({ quantity }) => quantity > 0);
}

export function piecesOf(lines: readonly Pieces[], variantId: string): number {
  return lines.reduce((pieces, line) => pieces + (line.variantId === variantId ? line.quantity : 0), 0);
}

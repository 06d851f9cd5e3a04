import type { OrderStatus } from '../orders/status';
import { ellipsis } from './ellipsis';
import type { EventContent } from './incoming-event';
import type { Purpose, StoredMessage } from './outgoing-message';

/** The Page's own inbox, as Conversation Routing names it. Source: reference A.10. */
export const PAGE_INBOX_APP_ID = '263902037430900';

/** What stands in a thread beside the outbox. `inbox`: a colleague's words in Meta's own inbox. */
export type EntryKind = 'said' | 'tapped' | 'attached' | 'arrived' | 'inbox' | 'note' | 'mailed' | 'mark';

/** Who or what ended her waiting for a person. */
export type WaitEnd = 'answered' | 'inbox' | 'handed_back' | 'closed';

/** What the people of the shop, or Meta's routing, did with a thread. */
export const MARKS = [
  'taken_over',
  'handed_back',
  'closed',
  'reopened',
  'assigned',
  'unassigned',
  'passed_out',
  'passed_in',
  'requested',
] as const;
export type Mark = (typeof MARKS)[number];

/** One line of a thread as the desk shows it. */
export type ThreadItem =
  | {
      is: 'entry';
      id: string;
      at: Date;
      kind: EntryKind;
      text: string;
      detail: string | null;
      merchantName: string | null;
    }
  | {
      is: 'message';
      id: string;
      at: Date;
      purpose: Purpose;
      message: StoredMessage;
      status: 'waiting' | 'sending' | 'sent' | 'failed' | 'by_mail';
      failure: string | null;
      merchantName: string | null;
    }
  | {
      is: 'order';
      id: string;
      at: Date;
      orderId: string;
      number: number;
      happened: 'placed' | 'sent' | 'cancelled' | 'refunded';
      status: OrderStatus;
      amountMinor: number;
      currency: string;
    };

/** What an event of hers looks like in the thread; null for what is no word of hers. */
export function herEntry(content: EventContent): { kind: EntryKind; text: string } | null {
  switch (content.kind) {
    case 'text':
      return { kind: content.payload === null ? 'said' : 'tapped', text: content.text };
    case 'postback':
      return { kind: 'tapped', text: content.title ?? '' };
    case 'attachment':
      return { kind: 'attached', text: content.sku ?? '' };
    case 'referral':
      return { kind: 'arrived', text: content.referral.ref ?? '' };
    default:
      return null;
  }
}

/** The beginning of what was said, for the list. */
export function previewOf(text: string): string {
  return ellipsis(text.replace(/\s+/g, ' ').trim(), 140);
}

/** Puts everything in the order of time; of the same moment what was said stands before what came of it. */
export function inOrderOfTime(items: readonly ThreadItem[]): ThreadItem[] {
  const rank = { entry: 0, message: 1, order: 2 };
  return [...items].sort((a, b) => a.at.getTime() - b.at.getTime() || rank[a.is] - rank[b.is]);
}

import { z } from 'zod';
import { CONVERSATION_FILTERS, type ConversationFilter, type ListCursor } from '@/lib/db/list-conversations';

type SearchParams = Record<string, string | string[] | undefined>;

const CURSOR = /^(\d{1,15})~([\w-]{1,64})$/;

// What does not fit is as good as absent: an address that somebody mistyped still shows conversations.
const wishSchema = z.object({
  show: z.enum(CONVERSATION_FILTERS).catch('all'),
  after: z.string().regex(CURSOR).optional().catch(undefined),
});

/** Which conversations an address asks for, and after which one the page begins. */
export function readListWish(params: SearchParams): { show: ConversationFilter; after: ListCursor | undefined } {
  const { show, after } = wishSchema.parse(params);
  const [, at, shopperId] = CURSOR.exec(after ?? '') ?? [];
  return { show, after: shopperId === undefined ? undefined : { lastAt: new Date(Number(at)), shopperId } };
}

/** Names the last conversation of a page, so that the next one begins after it. */
export function cursorText({ lastAt, shopperId }: ListCursor): string {
  return `${lastAt.getTime()}~${shopperId}`;
}

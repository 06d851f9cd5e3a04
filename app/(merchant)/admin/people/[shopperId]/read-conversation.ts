import { z } from 'zod';
import { listCannedReplies } from '@/lib/db/canned-replies';
import { getOpenCart } from '@/lib/db/carts';
import { getConversation, listStaff } from '@/lib/db/list-conversations';
import { listOrdersOfShopper } from '@/lib/db/orders';
import { getReach } from '@/lib/db/reach';
import { listThread } from '@/lib/db/thread';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { replyBox } from '@/lib/domain/messaging/reply-box';
import { findProductCards } from '@/lib/flows/find-products';
import { marketOfShopper } from '@/lib/flows/reply-as-person';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

const LINES = 60;
const FOUND_AT_MOST = 6;

const wishSchema = z.object({
  before: z.coerce.number().int().min(1).max(8.64e15).optional().catch(undefined),
  find: z.string().trim().max(100).optional().catch(undefined),
  canned: z.string().max(64).optional().catch(undefined),
});

export type FoundConversation = NonNullable<Awaited<ReturnType<typeof readConversation>>>;

/** Everything that the desk shows of one conversation, or null. */
export async function readConversation(id: string, asked: Record<string, string | string[] | undefined>) {
  const deps = await getDeps();
  const { db, now: clock, newId } = deps;
  const shopperId = asId<ShopperId>(id);
  const conversation = isStorableText(id) ? await getConversation(db, shopperId) : null;
  if (!conversation) return null;
  const { before, find, canned } = wishSchema.parse(asked);
  const market = marketOfShopper(conversation);
  const [thread, reach, cart, orders, staff, replies, found] = await Promise.all([
    listThread(db, { shopperId, before: before === undefined ? undefined : new Date(before), limit: LINES }),
    getReach(db, shopperId),
    getOpenCart(db, shopperId),
    listOrdersOfShopper(db, shopperId, 10),
    listStaff(db),
    listCannedReplies(db),
    find ? findProductCards(deps, { text: find, currency: market.currency, limit: FOUND_AT_MOST }) : null,
  ]);
  const now = clock();
  const cannedTexts = replies.map(({ id, title, textDe, textEn }) => ({
    id,
    title,
    text: market.language === 'de' ? textDe || textEn : textEn || textDe,
  }));
  return {
    conversation,
    thread,
    box: replyBox(reach, conversation.ownerAppId, now),
    cart,
    orders,
    staff,
    canned: cannedTexts,
    start: cannedTexts.find((one) => one.id === canned)?.text ?? '',
    find,
    products: found?.cards ?? [],
    market,
    now,
    newId,
  };
}

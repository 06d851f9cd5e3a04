import { type Market, marketOf } from '@/lib/domain/market';
import { asksSomething } from '@/lib/domain/messaging/comment';
import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { PAYLOADS } from '@/lib/domain/messaging/payloads';
import { carousel } from '@/lib/domain/messaging/product-cards';
import { soundsGerman } from '@/lib/domain/messaging/wish';
import { THREAD_WORDS } from '@/lib/domain/words/thread';
import type { Deps } from './deps';
import { findForWish } from './load-thread-facts';
import { isPageProblem, raisePageAlarm } from './page-alarm';

/**
 * Answers a comment that asks something in private, once: Meta takes one answer to a comment, so a repetition after a
 * crash is refused there and harms nobody. "later" while Meta cannot be reached or takes no more of them in this hour.
 */
export async function replyToComment(
  deps: Deps,
  comment: { commentId: string; text: string },
): Promise<'done' | 'without_effect' | 'later'> {
  if (!asksSomething(comment.text)) return 'without_effect';
  const market = marketOf(soundsGerman(comment.text) ? 'de' : 'en');
  const sent = await deps.messenger.replyToComment(comment.commentId, await answerTo(deps, comment.text, market));
  if (sent.ok) {
    deps.log('comment.answered');
    return 'done';
  }
  if (isPageProblem(sent.problem)) {
    await raisePageAlarm(deps, sent.problem);
    return 'later';
  }
  if (sent.problem === 'temporary' || sent.problem === 'rate_limited') return 'later';
  deps.log('comment.not_answered', { problem: sent.problem });
  return 'without_effect';
}

async function answerTo(deps: Deps, text: string, market: Market): Promise<StoredMessage & { kind: 'cards' | 'text' }> {
  const words = THREAD_WORDS[market.language];
  const quickReplies = (['products', 'collections', 'help'] as const).map((name) => ({
    title: words.choices[name],
    payload: PAYLOADS[name],
  }));
  const found = await findForWish(deps, { kind: 'words', text }, { market, shopperId: null });
  const cards = found.is === 'shelf' ? carousel(found.shelf, market, new Map()) : [];
  // One message is all that a comment may be answered with: the first card says who speaks.
  const [first, ...others] = cards;
  const said = first && { ...first, subtitle: ellipsis(`${words.automatic} · ${first.subtitle}`, 80) };
  return said
    ? { kind: 'cards', cards: [said, ...others], quickReplies }
    : { kind: 'text', text: words.commentAnswer, quickReplies };
}

import { type Market, textIn } from '../market';
import { OUTREACH_WORDS } from '../words/outreach';
import { THREAD_WORDS } from '../words/thread';
import { type ConsentTopic, optInPayload } from './consent';
import { ellipsis } from './ellipsis';
import type { Found } from './found';
import type { StoredMessage } from './outgoing-message';
import { PAYLOADS } from './payloads';

export type OutreachFound = Extract<Found, { is: 'news' | 'asked' | 'tester' }>;

/** What the shop says when somebody wants news, or wants to be told of a product. */
export function outreachReplies(found: OutreachFound, market: Market, shopName: string): StoredMessage[] {
  const words = OUTREACH_WORDS[market.language];
  const products = { title: THREAD_WORDS[market.language].choices.products, payload: PAYLOADS.products };
  if (found.is === 'tester') return [say(words.testJoined, [products])];
  if (found.is === 'news') {
    if (found.state === 'agreed') return [say(words.newsDone, [products])];
    if (found.optIn)
      return [optInQuestion('news', market), say(words.newsAsk(shopName), [{ ...products, title: words.newsNo }])];
    return [
      say(words.newsAsk(shopName), [
        { title: words.newsYes, payload: PAYLOADS.newsYes },
        { title: words.newsNo, payload: PAYLOADS.products },
      ]),
    ];
  }
  const title = ellipsis(textIn(found.title, market.language), 200);
  const noted = found.ask === 'restock' ? words.restockAsked(title) : words.priceAsked(title);
  if (!found.optIn) return [say(noted, [products])];
  return [optInQuestion('asks', market), say(`${noted} ${words.optInLead}`, [products])];
}

/** Messenger's own question for a topic: whoever agrees can be written to beyond the 24 hours. */
export function optInQuestion(topic: ConsentTopic, market: Market): StoredMessage {
  return { kind: 'opt_in', title: OUTREACH_WORDS[market.language].optIn[topic], payload: optInPayload(topic) };
}

function say(text: string, quickReplies: { title: string; payload: string }[]): StoredMessage {
  return { kind: 'text', text: ellipsis(text, 640), quickReplies };
}

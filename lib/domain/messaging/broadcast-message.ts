import type { ProductCard } from '../catalogue/product';
import type { Market } from '../market';
import { askPageWords } from '../words/ask-pages';
import { OUTREACH_WORDS } from '../words/outreach';
import { THREAD_WORDS } from '../words/thread';
import { ellipsis } from './ellipsis';
import type { MessageCard, OutgoingMessage } from './outgoing-message';
import { PAYLOADS } from './payloads';
import { carousel } from './product-cards';

type Said = { text: string; products: ProductCard[]; ref: string };

/**
 * A broadcast in one message, for Meta's token carries one: a text with the way to the shop, or a carousel whose first card
 * is the headline. Each holds the way out (§ 7 UWG), and its links the code by which clicks and orders are reckoned to it.
 */
export function broadcastMessage({ text, products, ref }: Said, market: Market): OutgoingMessage {
  const words = OUTREACH_WORDS[market.language];
  const path = `/shop?ref=${ref}`;
  const toShop = {
    kind: 'open' as const,
    title: askPageWords[market.language].page.toShop,
    path,
    height: 'full' as const,
    shareable: true,
  };
  const stop = { title: words.noMore, payload: PAYLOADS.stop };
  if (products.length === 0)
    return { kind: 'buttons', text: ellipsis(text, 640), buttons: [toShop, { kind: 'postback', ...stop }] };
  const [headline = '', rest = ''] = splitHeadline(text);
  const shown = carousel({ cards: products, total: products.length, path: '/shop' }, market, new Map());
  const head: MessageCard = {
    title: headline,
    subtitle: rest,
    imagePath: shown[0]?.imagePath ?? null,
    openPath: path,
    buttons: [toShop],
  };
  return { kind: 'cards', cards: [head, ...shown.map((card) => reckoned(card, ref, market))], quickReplies: [stop] };
}

/** At the end of a sentence or a word within the first 80 characters. */
function splitHeadline(text: string): [string, string] {
  if (text.length <= 80) return [text, ''];
  const cut = Math.max(text.lastIndexOf('. ', 79) + 1, text.lastIndexOf('! ', 79) + 1) || text.lastIndexOf(' ', 80);
  const at = cut > 0 ? cut : 80;
  return [text.slice(0, at).trim(), ellipsis(text.slice(at).trim(), 80)];
}

function reckoned(card: MessageCard, ref: string, market: Market): MessageCard {
  const path = `${card.openPath}?ref=${ref}`;
  const title = THREAD_WORDS[market.language].view;
  return { ...card, openPath: path, buttons: [{ kind: 'open', title, path, height: 'tall', shareable: true }] };
}

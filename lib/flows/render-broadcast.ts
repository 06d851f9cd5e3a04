import { type Broadcast, getBroadcast } from '@/lib/db/broadcasts';
import { listProductCards } from '@/lib/db/products';
import { getShopperById } from '@/lib/db/shoppers';
import type { ShopperId } from '@/lib/domain/ids';
import { type Language, type Market, marketForLocale, marketOf, textIn } from '@/lib/domain/market';
import { broadcastMessage } from '@/lib/domain/messaging/broadcast-message';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { Deps } from './deps';

/** A broadcast as this person reads it: her language, her prices, what is on sale now. Throws when it is gone. */
export async function renderBroadcast(
  deps: Pick<Deps, 'db'>,
  broadcastId: string,
  shopperId: ShopperId,
): Promise<OutgoingMessage> {
  const [broadcast, shopper] = await Promise.all([
    getBroadcast(deps.db, broadcastId),
    getShopperById(deps.db, shopperId),
  ]);
  if (!broadcast || !shopper) throw new Error(`there is no broadcast ${broadcastId}, or nobody to hear it`);
  const known = marketOf(marketForLocale(shopper.locale));
  const chosen = shopper.language;
  const market = chosen === null || chosen === known.language ? known : marketOf(chosen);
  return renderFor(deps, broadcast, market);
}

/** A broadcast as somebody of this language reads it, for the desk. */
export function previewBroadcast(
  deps: Pick<Deps, 'db'>,
  broadcast: Broadcast,
  language: Language,
): Promise<OutgoingMessage> {
  return renderFor(deps, broadcast, marketOf(language));
}

async function renderFor(deps: Pick<Deps, 'db'>, broadcast: Broadcast, market: Market): Promise<OutgoingMessage> {
  const { slugs, text } = broadcast.content;
  const wish = { currency: market.currency, slugs, limit: slugs.length };
  const cards = slugs.length > 0 ? await listProductCards(deps.db, wish) : [];
  const products = slugs.flatMap((slug) => cards.find((card) => card.slug === slug && !card.soldOut) ?? []);
  return broadcastMessage({ text: textIn(text, market.language), products, ref: broadcast.ref }, market);
}

import type { Database } from '@/lib/db/client';
import { keepConsent } from '@/lib/db/consents';
import { insertAsks } from '@/lib/db/product-asks';
import { getShopSettings } from '@/lib/db/settings';
import type { ShopperId } from '@/lib/domain/ids';
import { type Language, textIn } from '@/lib/domain/market';
import type { TurnEffects } from '@/lib/domain/messaging/turn';
import { OUTREACH_WORDS } from '@/lib/domain/words/outreach';
import type { Deps } from './deps';

type Agreed = NonNullable<TurnEffects['agreed']> | { to: 'cart' };
type How = { shopperId: ShopperId; language: Language; source: 'thread' | 'shop' };

/** Keeps what she agreed to, in the caller's transaction: the consent with its words, and what she wants to be told of. */
export async function keepAgreed(
  deps: Pick<Deps, 'newId' | 'now' | 'sealer'>,
  tx: Database,
  agreed: Agreed,
  { shopperId, language, source }: How,
): Promise<void> {
  const at = deps.now();
  const words = await wordsOf(tx, agreed, language);
  const consent = { id: deps.newId(), shopperId, topic: agreed.to, words, source, at, sealer: deps.sealer };
  await keepConsent(tx, consent);
  if (agreed.to !== 'asks') return;
  const { ask: kind, wanted, currency } = agreed;
  await insertAsks(tx, deps.newId, { shopperId, kind, wanted, currency, at });
}

async function wordsOf(tx: Database, agreed: Agreed, language: Language): Promise<string> {
  const { consent, newsAsk } = OUTREACH_WORDS[language];
  if (agreed.to === 'news') return newsAsk((await getShopSettings(tx)).name);
  return agreed.to === 'cart' ? consent.cart : consent[agreed.ask](textIn(agreed.title, language));
}

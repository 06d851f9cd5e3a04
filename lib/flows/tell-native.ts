import { getLineOfVariant } from '@/lib/db/carts';
import type { Database } from '@/lib/db/client';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getShopperById } from '@/lib/db/shoppers';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type Language, marketForLocale, marketOf, textIn } from '@/lib/domain/market';
import { variantOfPayload } from '@/lib/domain/messaging/buy-payload';
import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { productPayload } from '@/lib/domain/messaging/payloads';
import { NATIVE_WORDS } from '@/lib/domain/words/native';
import type { Deps } from './deps';

export type NativeNews =
  | { is: 'refused'; why: keyof (typeof NATIVE_WORDS)['en']['refused'] }
  | { is: 'token' | 'givenBack' | 'checking' | 'test' };

/**
 * Says in her thread what became of a payment in Messenger's own checkout, once for each `cause`, with the way on: the
 * sheet itself can only fail without a word.
 */
export async function tellNative(
  deps: Pick<Deps, 'db' | 'newId' | 'now' | 'wake'>,
  about: { shopperId: ShopperId; payload: string; cause: string; news: NativeNews },
): Promise<void> {
  const shopper = await getShopperById(deps.db, about.shopperId);
  if (!shopper?.psid) return;
  const { language } = marketOf(marketForLocale(shopper.locale));
  const message = await messageOf(deps.db, about, language);
  const row = {
    id: deps.newId(),
    shopperId: about.shopperId,
    psid: asId<Psid>(shopper.psid),
    purpose: 'answer' as const,
  };
  await insertOutgoingMessages(deps.db, [{ ...row, message, cause: about.cause }], deps.now());
  deps.wake('messages');
}

async function messageOf(
  db: Database,
  { payload, news }: { payload: string; news: NativeNews },
  language: Language,
): Promise<StoredMessage> {
  const words = NATIVE_WORDS[language];
  const variantId = variantOfPayload(payload);
  const line = variantId ? await getLineOfVariant(db, variantId) : null;
  const title = line ? ellipsis(textIn(line.title, language), 100) : '…';
  const text = news.is === 'refused' ? words.refused[news.why](title) : words[news.is];
  if (line?.status !== 'active') return { kind: 'text', text, quickReplies: [] };
  const path = `/shop/products/${line.productSlug}`;
  return {
    kind: 'buttons',
    text,
    buttons: [
      {
        kind: 'open',
        title: news.is === 'token' ? words.payInShop : words.inShop,
        path,
        height: 'tall',
        shareable: true,
      },
      { kind: 'postback', title: words.again, payload: productPayload(line.productSlug) },
    ],
  };
}

import type { Database } from '@/lib/db/client';
import { type DueAsk, listDueCarts, listDuePriceAsks, listDueRestocks, listPriceHistory } from '@/lib/db/due-reminders';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { closeAsks } from '@/lib/db/product-asks';
import { getReminderSettings } from '@/lib/db/settings';
import { inTransaction } from '@/lib/db/transaction';
import { priceDrop } from '@/lib/domain/catalogue/lowest-price';
import { optionsSchema, variantTitle } from '@/lib/domain/catalogue/product';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type Market, marketForLocale, marketOf, textIn } from '@/lib/domain/market';
import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { StoredMessage } from '@/lib/domain/messaging/outgoing-message';
import { formatMoney, money } from '@/lib/domain/money';
import { OUTREACH_WORDS } from '@/lib/domain/words/outreach';
import type { Deps } from './deps';

const AT_ONCE = 200;
const HOUR_MS = 60 * 60_000;

type Needs = Pick<Deps, 'db' | 'newId' | 'now' | 'log' | 'wake'>;
type Person = { shopper_id: string; psid: string; language: string | null; locale: string | null; consent_id: string };

/**
 * Tells who asked that a product is back, or that a price fell: one message an ask. Only those who agreed and are within
 * reach now; the others' asks stay open. Answers how many were told.
 */
export async function answerAsks(deps: Needs): Promise<number> {
  const told = (await tellOfRestocks(deps)) + (await tellOfPrices(deps));
  if (told > 0) deps.wake('messages');
  return told;
}

/** Recalls carts that lie untouched for as long as the merchant set, each once, of those who agreed. Answers how many. */
export async function remindOfCarts(deps: Needs): Promise<number> {
  const { cartAfterHours } = await getReminderSettings(deps.db);
  if (cartAfterHours === 0) return 0;
  const now = deps.now();
  const before = new Date(now.getTime() - cartAfterHours * HOUR_MS);
  const due = await listDueCarts(deps.db, { before, now, limit: AT_ONCE });
  for (const cart of due) {
    const words = OUTREACH_WORDS[marketOfPerson(cart).language];
    const message = pointer(words.cartWaits(cart.pieces), words.toCart, '/shop/cart');
    await queue(deps, deps.db, cart, { message, cause: `cart-reminder:${cart.cart_id}` });
  }
  if (due.length > 0) deps.wake('messages');
  return due.length;
}

async function tellOfRestocks(deps: Needs): Promise<number> {
  const due = await listDueRestocks(deps.db, { now: deps.now(), limit: AT_ONCE });
  for (const ask of due) {
    const { language } = marketOfPerson(ask);
    const words = OUTREACH_WORDS[language];
    const text = words.restocked(titleOf(ask, language), choiceOf(ask, language));
    await answerAsk(deps, ask, 'restock', pointer(text, words.view, `/shop/products/${ask.slug}`));
  }
  return due.length;
}

async function tellOfPrices(deps: Needs): Promise<number> {
  let told = 0;
  for (const ask of await listDuePriceAsks(deps.db, { now: deps.now(), limit: AT_ONCE })) {
    const history = await listPriceHistory(deps.db, ask.variant_id, ask.currency);
    const drop = priceDrop(history, ask.seen_minor ?? 0);
    if (!drop) continue;
    const { language, intlLocale } = marketOfPerson(ask);
    const price = (minor: number) => formatMoney(money(minor, ask.currency), intlLocale);
    const words = OUTREACH_WORDS[language];
    const text = words.cheaper(titleOf(ask, language), price(drop.nowMinor), price(drop.lowestMinor));
    await answerAsk(deps, ask, 'price', pointer(text, words.view, `/shop/products/${ask.slug}`));
    told += 1;
  }
  return told;
}

// Of two workers who find the same ask the one that closes it speaks.
async function answerAsk(deps: Needs, ask: DueAsk, kind: 'restock' | 'price', message: StoredMessage): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    if ((await closeAsks(tx, ask.asks, deps.now())) < ask.asks.length) return;
    await queue(deps, tx, ask, { message, cause: `${kind}:${[...ask.asks].sort()[0]}` });
  });
}

async function queue(
  deps: Needs,
  tx: Database,
  person: Person,
  { message, cause }: { message: StoredMessage; cause: string },
): Promise<void> {
  const shopperId = asId<ShopperId>(person.shopper_id);
  const psid = asId<Psid>(person.psid);
  const to = { id: deps.newId(), shopperId, psid, consentId: person.consent_id };
  await insertOutgoingMessages(tx, [{ ...to, purpose: 'reminder', message, cause }], deps.now());
  deps.log('reminder.queued', { cause });
}

function pointer(text: string, title: string, path: string): StoredMessage {
  const button = { kind: 'open' as const, title, path, height: 'full' as const, shareable: false };
  return { kind: 'buttons', text: ellipsis(text, 640), buttons: [button] };
}

function marketOfPerson({ language, locale }: Person): Market {
  const known = marketOf(marketForLocale(locale));
  return language === 'de' || language === 'en' ? (known.language === language ? known : marketOf(language)) : known;
}

function titleOf({ title }: DueAsk, language: Market['language']): string {
  return ellipsis(textIn(title, language), 200);
}

function choiceOf({ options, option_values: values }: DueAsk, language: Market['language']): string {
  return ellipsis(variantTitle({ options: optionsSchema.parse(options) }, values, language), 100);
}

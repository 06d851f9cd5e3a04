import { getShopperOfPsid, updateShopperMarket } from '@/lib/db/shoppers';
import { asId, type PageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { type MarketId, marketForLocale, marketIdSchema } from '@/lib/domain/market';
import type { Deps } from './deps';

export type FollowInput = {
  thread: { pageId: PageId; psid: Psid };
  /** What her browser keeps, or null. */
  kept: MarketId | null;
  /** Whose choice that was: "hers", the "guest"'s that she was until now, or that of "another" person on this phone. */
  keptBy: 'hers' | 'guest' | 'another';
};

/**
 * The market that a person who was just recognised stands in: what she chose, ever, else what Messenger's locale names;
 * null where neither is known. What she chose as a guest goes on to be her choice.
 */
export async function followLocale(
  deps: Pick<Deps, 'db'>,
  { thread, kept, keptBy }: FollowInput,
): Promise<MarketId | null> {
  const person = await getShopperOfPsid(deps.db, thread);
  if (!person) return kept;
  if (kept && keptBy === 'hers') return kept;
  if (kept && keptBy === 'guest') {
    await updateShopperMarket(deps.db, asId<ShopperId>(person.id), kept);
    return kept;
  }
  const chosen = marketIdSchema.safeParse(person.market);
  if (chosen.success) return chosen.data;
  return person.locale ? marketForLocale(person.locale) : null;
}

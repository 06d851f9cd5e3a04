import { type MarketId, marketForAcceptLanguage, marketIdSchema } from '@/lib/domain/market';

export const MARKET_COOKIE = 'kiosk_market';

/** Which market's pages somebody sees: the one she chose (cookie), else what her browser's languages ask for. */
export function marketOfRequest(cookie: string | undefined, acceptLanguage: string | undefined): MarketId {
  return chosenMarket(cookie) ?? marketForAcceptLanguage(acceptLanguage);
}

/** The market that her browser keeps, by her choice or by Messenger's locale; null where it keeps none of ours. */
export function chosenMarket(cookie: string | undefined): MarketId | null {
  const chosen = cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${MARKET_COOKIE}=`))
    ?.slice(MARKET_COOKIE.length + 1);
  const market = marketIdSchema.safeParse(chosen);
  return market.success ? market.data : null;
}

import 'server-only';
import { type MarketId, marketForAcceptLanguage, marketIdSchema } from '@/lib/domain/market';

export const MARKET_COOKIE = 'kiosk_market';

/** The market a request stands in, by the rule that chose its page: the cookie of her choice, then Accept-Language. */
export function marketOfRequest(request: Request): MarketId {
  const cookie = new RegExp(`(?:^|; )${MARKET_COOKIE}=([^;]*)`).exec(request.headers.get('cookie') ?? '');
  const chosen = marketIdSchema.safeParse(cookie?.[1]);
  return chosen.success ? chosen.data : marketForAcceptLanguage(request.headers.get('accept-language'));
}

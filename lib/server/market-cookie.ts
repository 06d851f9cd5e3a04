import 'server-only';
import { cookies } from 'next/headers';
import type { MarketId } from '@/lib/domain/market';
import { MARKET_COOKIE } from './market-of-request';
import { SESSION_COOKIE_OPTIONS } from './session-cookie';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the market whose pages she sees from now on. It opens nothing, so nobody signs it. */
export async function setMarketCookie(market: MarketId): Promise<void> {
  (await cookies()).set(MARKET_COOKIE, market, { ...SESSION_COOKIE_OPTIONS, maxAge: A_YEAR_SECONDS });
}

import type { ServerResponse } from 'node:http';
import { type MarketId, marketIdSchema } from '@/lib/domain/market';
import { MARKET_COOKIE } from '@/lib/server/market-of-request';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * The market that a link of a catalogue feed names, `?market=en-US`: whoever comes from an ad sees the price that stood in it,
 * whatever the browser would have been shown otherwise. Null for a link that names none.
 */
export function marketOfLink(query: string): MarketId | null {
  const named = marketIdSchema.safeParse(new URLSearchParams(query).get('market'));
  return named.success ? named.data : null;
}

/** Keeps the market of a link for the pages after it: the same cookie that a choice of market sets. */
export function keepMarket(response: ServerResponse, market: MarketId): void {
  const cookie = `${MARKET_COOKIE}=${market}; Path=/; Max-Age=${A_YEAR_SECONDS}; Secure; HttpOnly; SameSite=None; Partitioned`;
  response.setHeader('set-cookie', cookie);
}

import 'server-only';
import type { MarketId } from '@/lib/domain/market';
import { marketOfRequest as marketOfHeaders } from './market-of-request';

/** The market a request stands in, by the rule that chose its page. */
export function marketOfRequest({ headers }: Request): MarketId {
  return marketOfHeaders(headers.get('cookie') ?? undefined, headers.get('accept-language') ?? undefined);
}

import 'server-only';
import { listSeen } from '@/lib/db/wishes';
import type { ProductCard } from '@/lib/domain/catalogue/product';
import type { PageMarket } from '@/lib/domain/market';
import { getShopper } from './shopper';
import { getDeps } from './wiring';

const SHOWN = 8;
const PRODUCT_PAGE = /^\/shop\/products\/([a-z0-9][a-z0-9_-]{0,119})$/;

/** What whoever asks looked at last, for pages that are hers alone; nothing for somebody unknown. */
export async function readSeen({ currency }: PageMarket): Promise<ProductCard[]> {
  const shopper = await getShopper();
  if (!shopper || shopper.onlyCartId !== null) return [];
  const { db, now } = await getDeps();
  return listSeen(db, { shopperId: shopper.shopperId, currency, now: now(), limit: SHOWN });
}

/** The product whose page a request of our own pages comes from; null for any other, and for other sites. */
export function productSeen(headers: Headers, publicUrl: string): string | null {
  const referer = headers.get('referer');
  if (!referer || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  if (from.origin !== new URL(publicUrl).origin) return null;
  return PRODUCT_PAGE.exec(from.pathname)?.[1] ?? null;
}

import {
  getFunnel,
  getWaitFigures,
  listDayFigures,
  listProductFigures,
  listReturnFigures,
  listSourceFigures,
} from '@/lib/db/figures';
import { PERIODS, type Period, periodSchema } from '@/lib/domain/figures/figures';
import { lastDays, SHOP_TIME_ZONE } from '@/lib/domain/shop-time';
import { getDeps } from '@/lib/server/wiring';

const MOST_PRODUCTS = 20;

/** The period that an address asks for; four weeks where it says nothing that we know. */
export function periodOf(asked: unknown): Period {
  const read = periodSchema.safeParse(asked);
  return read.success ? read.data : PERIODS[1];
}

/** All figures of a period that ends now. */
export async function readFigures(period: Period) {
  const { db, now } = await getDeps();
  const until = now();
  const { days, since } = lastDays(until, period);
  const stretch = { since, until };
  const [byDay, funnel, sources, products, returned, waits] = await Promise.all([
    listDayFigures(db, stretch, SHOP_TIME_ZONE),
    getFunnel(db, stretch),
    listSourceFigures(db, stretch),
    listProductFigures(db, stretch, MOST_PRODUCTS),
    listReturnFigures(db, stretch),
    getWaitFigures(db, stretch),
  ]);
  return { days, byDay, funnel, sources, products, ...returned, waits };
}

export type AllFigures = Awaited<ReturnType<typeof readFigures>>;

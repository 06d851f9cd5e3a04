import type { Database } from '@/lib/db/client';
import { insertVisit } from '@/lib/db/referrals';
import type { ShopperId } from '@/lib/domain/ids';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import type { Deps } from './deps';

/** How long after a visit a purchase is reckoned to it. */
export const ATTRIBUTION_DAYS = 28;

/** Keeps that somebody in a browser came by a shared link: once for each code, when she first puts something in her cart. */
export async function keepBrowserVisit(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  visit: { shopperId: ShopperId; code: string },
): Promise<void> {
  const { shopperId, code } = visit;
  await insertVisit(deps.db, {
    id: deps.newId(),
    key: `browser:${shopperId}:${code}`,
    shopperId,
    source: 'WEB',
    ref: code,
    metaAdId: null,
    at: deps.now(),
  });
}

/** Keeps, in the transaction of its answer, that an event of the thread came by a link or an ad. */
export async function keepArrival(
  deps: Pick<Deps, 'newId'>,
  tx: Database,
  arrival: { shopperId: ShopperId; row: { id: number }; content: EventContent; at: Date },
): Promise<void> {
  const { shopperId, row, content, at } = arrival;
  const referral = 'referral' in content ? content.referral : null;
  if (!referral || (referral.ref === null && referral.adId === null)) return;
  await insertVisit(tx, {
    id: deps.newId(),
    key: `event:${row.id}`,
    shopperId,
    source: referral.source ?? 'SHORTLINK',
    ref: referral.ref,
    metaAdId: referral.adId,
    at,
  });
}

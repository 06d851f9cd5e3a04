import { type SQL, sql } from 'drizzle-orm';
import { TOKEN_PAUSE_MS } from '@/lib/domain/messaging/consent';
import type { NoWay } from '@/lib/domain/messaging/window';

/** How advertising reaches somebody now, or why it does not. */
export type ReachClass = 'window' | 'token' | NoWay;

const DAY_MS = 24 * 60 * 60_000;

/**
 * The rule of `wayFor` for advertising, as an expression over many people at once: `person` is a row of `shoppers`, and
 * `agreed` her standing consent, or nulls. Where rule and expression part, what a broadcast counts is not what it sends:
 * a test holds them together.
 */
export function reachClassOf(person: SQL, agreed: SQL, now: Date): SQL {
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  return sql`case
    when ${person}.unreachable is not null and ${person}.unreachable not like 'outside\_window%' then 'unreachable'
    when ${person}.stopped_at is not null then 'stopped'
    when ${person}.last_message_at is null and ${person}.may_write = 'refused' then 'not_allowed'
    when ${agreed}.id is null then 'no_consent'
    when ${person}.unreachable is null and (${person}.last_message_at > ${ago(DAY_MS)} or exists (
      select from visits where visits.shopper_id = ${person}.id and visits.meta_ad_id is not null
        and visits.at > ${ago(7 * DAY_MS)})) then 'window'
    when ${agreed}.sealed_token is null or ${agreed}.token_expires_at <= ${ago(0)} then 'outside_window'
    when ${agreed}.token_used_at > ${ago(TOKEN_PAUSE_MS)} then 'too_soon'
    else 'token' end`;
}

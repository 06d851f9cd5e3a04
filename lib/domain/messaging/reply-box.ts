import { type NoWay, type Reach, wayFor } from './window';

const HOUR_MS = 60 * 60_000;

/**
 * Whether a person of the shop may write into the thread now. `open`: within 24 hours of her last word (or a week after an ad);
 * `week`: up to seven days, as a person's answer only; `until` is null where her last word is unknown.
 */
export type ReplyBox =
  | { is: 'open' | 'week'; until: Date | null }
  | { is: 'shut'; because: NoWay | 'led_elsewhere'; since: Date | null };

/** What the reply box of the desk says; `ownerAppId`: the other app that leads the thread at Meta, or null. */
export function replyBox(reach: Reach, ownerAppId: string | null, now: Date): ReplyBox {
  if (ownerAppId !== null) return { is: 'shut', because: 'led_elsewhere', since: null };
  const way = wayFor('human_answer', reach, now);
  if (way.by !== 'thread') return { is: 'shut', because: way.because, since: reach.lastWordAt };
  if (way.how.type === 'MESSAGE_TAG') return { is: 'week', until: plus(reach.lastWordAt, 7 * 24) };
  const ends = [plus(reach.lastWordAt, 24), plus(reach.adAt, 7 * 24)].filter((end) => end !== null && end > now);
  const until = ends.reduce<Date | null>(
    (last, end) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );
  return { is: 'open', until };
}

function plus(moment: Date | null, hours: number): Date | null {
  return moment && new Date(moment.getTime() + hours * HOUR_MS);
}

import type { Purpose } from './outgoing-message';

const HOUR_MS = 60 * 60_000;
const WINDOW_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** What is known of the way to one person when a message wants to leave. */
export type Reach = {
  lastWordAt: Date | null;
  /** When she last came by a Click-to-Messenger ad. */
  adAt: Date | null;
  /** Meta's reason why nothing reaches her, until she writes again. */
  unreachable: string | null;
  /** What she said when asked whether the shop may write to her; null: not asked. */
  mayWrite: 'granted' | 'refused' | null;
  /** When she said that she wants no more advertising. */
  stoppedAt: Date | null;
};

/** How a message goes into the thread. Of Meta's tags only the one for answers of a person is left. */
export type ThreadWay = { type: 'RESPONSE' | 'UPDATE' } | { type: 'MESSAGE_TAG'; tag: 'HUMAN_AGENT' };

export type NoWay = 'outside_window' | 'unreachable' | 'not_allowed' | 'stopped' | 'no_consent';

/** `mail`: the thread is shut, and what concerns an order goes to the address of the order. */
export type Way = { by: 'thread'; how: ThreadWay } | { by: 'mail'; because: NoWay } | { by: 'none'; because: NoWay };

type Rule = { type: 'RESPONSE' | 'UPDATE'; otherwise: 'mail' | 'none'; isAdvertising: boolean; isHuman: boolean };

const RULES: Record<Purpose, Rule> = {
  answer: { type: 'RESPONSE', otherwise: 'none', isAdvertising: false, isHuman: false },
  receipt: { type: 'RESPONSE', otherwise: 'mail', isAdvertising: false, isHuman: false },
  order_update: { type: 'UPDATE', otherwise: 'mail', isAdvertising: false, isHuman: false },
  human_answer: { type: 'RESPONSE', otherwise: 'none', isAdvertising: false, isHuman: true },
  reminder: { type: 'UPDATE', otherwise: 'none', isAdvertising: true, isHuman: false },
  broadcast: { type: 'UPDATE', otherwise: 'none', isAdvertising: true, isHuman: false },
};

/**
 * Whether and how a message may go now: 24 hours after her last word, up to 7 days after an ad brought her, 7 days for a
 * person's answer. Advertising never goes to whoever said stop, or never wrote. Where her last word is unknown, order
 * messages and answers are tried: Meta knows, and its refusal leads to the same other way.
 * Source: Messenger Platform docs, messaging windows and message tags, as of April 2026.
 */
export function wayFor(purpose: Purpose, reach: Reach, now: Date): Way {
  const rule = RULES[purpose];
  const because = obstacle(rule, reach);
  if (because) return { by: rule.otherwise, because };
  const window = windowOf(reach, now);
  if (window === 'open' || (window === 'unknown' && !rule.isAdvertising))
    return { by: 'thread', how: { type: rule.type } };
  if (rule.isHuman && isWithin(reach.lastWordAt, WEEK_MS, now))
    return { by: 'thread', how: { type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } };
  return { by: rule.otherwise, because: window === 'unknown' ? 'no_consent' : 'outside_window' };
}

function obstacle(rule: Rule, reach: Reach): NoWay | null {
  if (reach.unreachable !== null) return 'unreachable';
  if (rule.isAdvertising && reach.stoppedAt !== null) return 'stopped';
  if (reach.lastWordAt === null && reach.mayWrite === 'refused') return 'not_allowed';
  return null;
}

function windowOf({ lastWordAt, adAt }: Reach, now: Date): 'open' | 'shut' | 'unknown' {
  if (isWithin(lastWordAt, WINDOW_MS, now) || isWithin(adAt, WEEK_MS, now)) return 'open';
  return lastWordAt === null ? 'unknown' : 'shut';
}

function isWithin(moment: Date | null, lengthMs: number, now: Date): boolean {
  return moment !== null && now.getTime() - moment.getTime() < lengthMs;
}

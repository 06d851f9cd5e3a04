import { TOKEN_PAUSE_MS } from './consent';
import type { Purpose } from './outgoing-message';
import type { Utility } from './utility';

const HOUR_MS = 60 * 60_000;
const WINDOW_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** How the reason ends with which Meta refused a person's answer after the 24 hours. */
export const WEEK_OVER = ':week';

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

/** A consent that stands, and Meta's token for the time beyond the 24 hours where there is one. */
export type Consent = { token: { value: string; expiresAt: Date | null; usedAt: Date | null } | null };

/** What a message has beside the window: an approved template that says the same, or, for advertising, her consent. */
export type Means = { utility: Utility | null; consent: Consent | null };

/** How a message goes into the thread. Of Meta's tags only the one for answers of a person is left. */
export type ThreadWay =
  | { type: 'RESPONSE' | 'UPDATE' }
  | { type: 'MESSAGE_TAG'; tag: 'HUMAN_AGENT' }
  | { type: 'UTILITY'; utility: Utility }
  | { type: 'TOKEN'; token: string };

export type NoWay = 'outside_window' | 'unreachable' | 'not_allowed' | 'stopped' | 'no_consent' | 'too_soon';

/** `mail`: the thread is shut, and what concerns an order goes to the address of the order. */
export type Way = { by: 'thread'; how: ThreadWay } | { by: 'mail'; because: NoWay } | { by: 'none'; because: NoWay };

type Rule = { type: 'RESPONSE' | 'UPDATE'; otherwise: 'mail' | 'none'; is: 'order' | 'talk' | 'human' | 'advertising' };

const RULES: Record<Purpose, Rule> = {
  answer: { type: 'RESPONSE', otherwise: 'none', is: 'talk' },
  receipt: { type: 'RESPONSE', otherwise: 'mail', is: 'order' },
  order_update: { type: 'UPDATE', otherwise: 'mail', is: 'order' },
  human_answer: { type: 'RESPONSE', otherwise: 'none', is: 'human' },
  reminder: { type: 'UPDATE', otherwise: 'none', is: 'advertising' },
  broadcast: { type: 'UPDATE', otherwise: 'none', is: 'advertising' },
};
const NO_MEANS: Means = { utility: null, consent: null };

/**
 * Whether and how a message may go now: 24 hours after her last word, up to 7 days after an ad brought her, 7 days for a
 * person's answer; beyond them an approved utility template for what concerns an order, and Meta's token for advertising
 * (once in 48 hours). Advertising never goes without a consent, nor to whoever said stop. Where her last word is unknown,
 * order messages and answers are tried: Meta knows, and its refusal leads to the same other way.
 * Source: Messenger Platform docs, messaging windows, utility messages and marketing messages, as of 2026.
 */
export function wayFor(purpose: Purpose, reach: Reach, now: Date, means: Means = NO_MEANS): Way {
  const rule = RULES[purpose];
  const because = obstacle(rule, reach, means);
  if (because) return { by: rule.otherwise, because };
  const window = windowOf(reach, now);
  if (window === 'open' || (window === 'unknown' && rule.is !== 'advertising'))
    return { by: 'thread', how: { type: rule.type } };
  if (rule.is === 'human' && isWithin(reach.lastWordAt, WEEK_MS, now) && !reach.unreachable?.endsWith(WEEK_OVER))
    return { by: 'thread', how: { type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } };
  if (rule.is === 'order' && means.utility) return { by: 'thread', how: { type: 'UTILITY', utility: means.utility } };
  const token = rule.is === 'advertising' ? means.consent?.token : null;
  if (!token || (token.expiresAt && token.expiresAt <= now)) return { by: rule.otherwise, because: 'outside_window' };
  if (isWithin(token.usedAt, TOKEN_PAUSE_MS, now)) return { by: rule.otherwise, because: 'too_soon' };
  return { by: 'thread', how: { type: 'TOKEN', token: token.value } };
}

// Meta said that the window is shut, whatever our own clock thinks: the ways beyond it are still there.
function isShutAtMeta({ unreachable }: Reach): boolean {
  return unreachable?.startsWith('outside_window') ?? false;
}

function obstacle(rule: Rule, reach: Reach, means: Means): NoWay | null {
  if (reach.unreachable !== null && !isShutAtMeta(reach)) return 'unreachable';
  if (rule.is === 'advertising' && reach.stoppedAt !== null) return 'stopped';
  if (reach.lastWordAt === null && reach.mayWrite === 'refused') return 'not_allowed';
  return rule.is === 'advertising' && !means.consent ? 'no_consent' : null;
}

function windowOf(reach: Reach, now: Date): 'open' | 'shut' | 'unknown' {
  if (isShutAtMeta(reach)) return 'shut';
  if (isWithin(reach.lastWordAt, WINDOW_MS, now) || isWithin(reach.adAt, WEEK_MS, now)) return 'open';
  return reach.lastWordAt === null ? 'unknown' : 'shut';
}

function isWithin(moment: Date | null, lengthMs: number, now: Date): boolean {
  return moment !== null && now.getTime() - moment.getTime() < lengthMs;
}

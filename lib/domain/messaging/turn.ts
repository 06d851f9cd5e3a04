import type { Found } from './found';

/** What the shop remembers of a conversation. */
export type Conversation = { unclearInRow: number; quietUntil: Date | null };

/** What a turn leaves behind, beside what is said. */
export type TurnEffects = {
  unclearInRow: number;
  quietUntil: Date | null;
  /** Chosen just now; null changes nothing. */
  language: 'de' | 'en' | null;
  advertising: 'stopped' | 'resumed' | null;
  task: { kind: 'person_wanted' } | { kind: 'return_requested'; orderId: string } | null;
  /** Where the confirmation of an order of hers goes, once more. */
  mail: { orderId: string; address: string } | null;
  /** Which merchant's thread this is, from now on. */
  tester: string | null;
  /** She agreed to news, or to be told of these. */
  agreed: { to: 'news' } | ({ to: 'asks' } & AskedFor) | null;
};
export type AskedFor = Pick<Extract<Found, { is: 'asked' }>, 'ask' | 'title' | 'wanted' | 'currency'>;

/** How long the bot leaves a thread to people. */
export const QUIET_HOURS = 4;
const UNCLEAR_AT_MOST = 2;

/** Whether the bot holds its tongue: a person was called. The stop word, and a tap on our own buttons, are always answered. */
export function isQuiet({ quietUntil }: Conversation, said: { isTap: boolean; isStop: boolean }, now: Date): boolean {
  return quietUntil !== null && now < quietUntil && !said.isTap && !said.isStop;
}

/**
 * Whether it stays unanswered: the bot called a person because it did not understand, and does not understand this either.
 * What it does understand it goes on answering.
 */
export function isLeftToPerson(found: Found, { unclearInRow }: Conversation): boolean {
  return isUnclear(found) && unclearInRow >= UNCLEAR_AT_MOST;
}

/** What is answered in the end: not understood twice in a row, a person is called. */
export function withPatience(found: Found, { unclearInRow }: Conversation): Found {
  return isUnclear(found) && unclearInRow + 1 >= UNCLEAR_AT_MOST ? { is: 'person', asked: false } : found;
}

/** What a turn changes; `found` as it is answered. */
export function effectsOf(found: Found, before: Conversation, now: Date): TurnEffects {
  const gaveUp = found.is === 'person' && !found.asked;
  const called = found.is === 'person' || found.is === 'call_me';
  return {
    unclearInRow: gaveUp ? UNCLEAR_AT_MOST : isUnclear(found) ? before.unclearInRow + 1 : 0,
    quietUntil: called && !gaveUp ? new Date(now.getTime() + QUIET_HOURS * 3_600_000) : before.quietUntil,
    language: found.is === 'language' ? found.language : null,
    advertising: found.is === 'advertising' ? found.now : null,
    // Her number follows the call for a person: who waits already is on the merchant's list.
    task: called
      ? found.is === 'call_me' && before.quietUntil !== null && before.quietUntil > now
        ? null
        : { kind: 'person_wanted' }
      : found.is === 'returned'
        ? { kind: 'return_requested', orderId: found.order.id }
        : null,
    mail: found.is === 'mail_to' ? { orderId: found.order.id, address: found.address } : null,
    tester: found.is === 'tester' ? found.merchantId : null,
    agreed: agreedIn(found),
  };
}

function agreedIn(found: Found): TurnEffects['agreed'] {
  if (found.is === 'news') return found.state === 'agreed' ? { to: 'news' } : null;
  if (found.is !== 'asked') return null;
  const { ask, title, wanted, currency } = found;
  return { to: 'asks', ask, title, wanted, currency };
}

function isUnclear(found: Found): boolean {
  return found.is === 'unclear' || found.is === 'nothing';
}

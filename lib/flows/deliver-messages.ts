import { setTimeout as pause } from 'node:timers/promises';
import { markTokenUsed } from '@/lib/db/consents';
import { isReminderWanted } from '@/lib/db/due-reminders';
import {
  claimOutgoingMessage,
  markFailed,
  markSent,
  markUnreachable,
  type OutgoingRow,
  pauseWaitingMessages,
  postponeMessage,
} from '@/lib/db/outgoing-messages';
import { deletePersona, getPersona } from '@/lib/db/personas';
import { getReach } from '@/lib/db/reach';
import { saveNativePayments } from '@/lib/db/settings';
import { together } from '@/lib/db/transaction';
import { asId, type MessageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { paceOf } from '@/lib/domain/messaging/broadcast';
import { NO_NATIVE_PAYMENTS } from '@/lib/domain/messaging/native-payment';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import { withoutNativeButtons } from '@/lib/domain/messaging/product-cards';
import { type ThreadWay, WEEK_OVER, wayFor } from '@/lib/domain/messaging/window';
import type { SendProblem } from '@/lib/domain/ports';
import type { Failure, Result } from '@/lib/domain/result';
import type { Deps } from './deps';
import { goAnotherWay } from './go-another-way';
import { meansOf } from './means-of-message';
import { endPageAlarm, isPageProblem, raisePageAlarm } from './page-alarm';
import { renderMessage } from './render-message';

const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;
const LONGEST_WAIT_MS = 30 * 60_000;
const PAUSE_MS = { token_dead: 5 * 60_000, restricted: 15 * 60_000, rate_limited: 30_000 };

export type DeliverOptions = {
  limit?: number;
  /** How long an unanswered message waits for its echo before it is sent again; 60 unless told. */
  echoWaitSeconds?: number;
};

/**
 * Sends what is due, in order within each thread, at most `limit` messages; answers how many were taken. Messenger knows
 * no idempotency key: a message is claimed first, and when its outcome is unknown it waits for the echo that carries its
 * id before it is sent again. What the window does not let through, or Meta refuses, leaves as a mail where it concerns an
 * order, and else ends as "failed" with the reason. Safe with many workers.
 */
export async function deliverMessages(deps: Deps, options: DeliverOptions = {}): Promise<number> {
  const leaseMs = (options.echoWaitSeconds ?? 60) * 1000;
  const limit = options.limit ?? 100;
  let taken = 0;
  while (taken < limit) {
    const row = await claimOutgoingMessage(deps.db, { now: deps.now(), leaseMs });
    if (!row) break;
    taken += 1;
    if ((await deliverOne(deps, row, leaseMs)) === 'stop') break;
  }
  return taken;
}

const LANES = 6;
const FEW = 20;
/** Meta takes 300 a second of a Page. Source: Messenger Platform docs, Rate Limiting. */
const SENDS_PER_SECOND = 250;
const spentUntil = new WeakMap<Deps, Date>();

/**
 * As `deliverMessages`, several threads at once where many messages wait: an answer of Meta takes 50 to 300 ms, and a
 * broadcast has a pace to keep. A few messages go one after the other. This process sends at most 250 a second; several
 * processes share Meta's rate by its refusals, which pause them all.
 */
export async function deliverInLanes(deps: Deps): Promise<number> {
  const now = deps.now();
  const from = new Date(Math.max(spentUntil.get(deps)?.getTime() ?? 0, now.getTime() - 1000));
  const { portion } = paceOf(from, now, SENDS_PER_SECOND);
  if (portion === 0) await pause(1000 / SENDS_PER_SECOND);
  const taken = await deliverPortion(deps, Math.max(1, portion));
  spentUntil.set(deps, new Date(from.getTime() + Math.ceil((taken * 1000) / SENDS_PER_SECOND)));
  return taken;
}

async function deliverPortion(deps: Deps, portion: number): Promise<number> {
  const few = Math.min(FEW, portion);
  const first = await deliverMessages(deps, { limit: few });
  const each = Math.min(100, Math.floor((portion - first) / LANES));
  if (first < few || each === 0) return first;
  // One lane that fails leaves no other at work behind it: the next round would send beside it.
  const lanes = await together(Array.from({ length: LANES }, () => deliverMessages(deps, { limit: each })));
  return lanes.reduce((sum, taken) => sum + taken, first);
}

async function deliverOne(deps: Deps, row: OutgoingRow, leaseMs: number): Promise<'go_on' | 'stop'> {
  const reach = await getReach(deps.db, asId<ShopperId>(row.shopperId));
  const way = wayFor(row.purpose, reach, deps.now(), await meansOf(deps, row));
  if (way.by !== 'thread') {
    const isMetas = way.because === 'unreachable' || way.because === 'outside_window';
    const failure = isMetas ? (reach.unreachable ?? way.because) : way.because;
    deps.log('message.no_way', { id: row.id, purpose: row.purpose, failure });
    await goAnotherWay(deps, row, failure);
    return 'go_on';
  }
  if (row.purpose === 'reminder' && !(await isReminderWanted(deps.db, row.cause))) {
    await markFailed(deps.db, row.id, 'no_longer_wanted');
    return 'go_on';
  }
  const sent = await trySending(deps, row, way.how);
  if (way.how.type === 'TOKEN' && row.consentId && mayHaveLeft(sent))
    await markTokenUsed(deps.db, row.consentId, deps.now());
  if (sent.ok) {
    const { type: how } = way.how;
    await markSent(deps.db, { id: row.id, psid: row.psid, messageId: sent.value, at: deps.now(), how });
    await endPageAlarm(deps, row.failure);
    deps.log('message.sent', { id: row.id, purpose: row.purpose, tries: row.tries, how });
    return 'go_on';
  }
  return applyProblem(deps, row, sent, { leaseMs, how: way.how });
}

function mayHaveLeft(sent: Result<MessageId, Problem>): boolean {
  return sent.ok || sent.problem === 'unknown';
}

type Problem = SendProblem | 'not_renderable';

async function trySending(deps: Deps, row: OutgoingRow, how: ThreadWay): Promise<Result<MessageId, Problem>> {
  let message: OutgoingMessage;
  try {
    message = await renderMessage(deps, row);
  } catch (error) {
    // Its kind alone: the message of an error may quote what was unsealed.
    return { ok: false, problem: 'not_renderable', detail: { error: error instanceof Error ? error.name : 'unknown' } };
  }
  const send = (what: OutgoingMessage, personaId?: string | null) =>
    deps.messenger.send(asId<Psid>(row.psid), what, row.id, how, personaId);
  const persona = row.merchantId ? await getPersona(deps.db, row.merchantId) : null;
  const sent = await send(message, persona?.personaId);
  if (persona && !sent.ok && sent.problem === 'rejected') {
    const asPage = await send(message);
    // Somebody deleted the persona at Meta: from now on the Page speaks, until she takes a name again.
    if (asPage.ok && row.merchantId) await deletePersona(deps.db, row.merchantId, persona.personaId);
    if (asPage.ok) deps.log('persona.refused', { id: row.id });
    return asPage;
  }
  const plain = !sent.ok && sent.problem === 'rejected' ? withoutNativeButtons(message) : null;
  if (!plain) return sent;
  // The Page had Messenger's own buttons when it was set up, and has them no longer.
  deps.log('native.button_refused', { id: row.id });
  await saveNativePayments(deps.db, NO_NATIVE_PAYMENTS);
  return send(plain);
}

async function applyProblem(
  deps: Deps,
  row: OutgoingRow,
  { problem, detail }: Failure<Problem>,
  { leaseMs, how }: { leaseMs: number; how: ThreadWay },
): Promise<'go_on' | 'stop'> {
  const now = deps.now().getTime();
  const failure = [problem, detail?.code, detail?.subcode].filter((part) => part != null).join(':');
  deps.log('message.not_sent', { id: row.id, purpose: row.purpose, tries: row.tries, failure });
  switch (problem) {
    case 'outside_window':
      // A person's answer is tried beyond the day as well: refused there, even the week is over.
      await markUnreachable(deps.db, {
        shopperId: row.shopperId,
        reason: how.type === 'MESSAGE_TAG' ? `${failure}${WEEK_OVER}` : failure,
      });
      // Our clock and Meta's disagree. A way beyond the window, where there is one, is taken at the next turn, and at once.
      if (isWithinWindow(how))
        await postponeMessage(deps.db, row.id, {
          status: 'waiting',
          nextTryAt: deps.now(),
          failure,
          countsAsTry: true,
        });
      else await goAnotherWay(deps, row, failure);
      return 'go_on';
    case 'unreachable':
      await markUnreachable(deps.db, { shopperId: row.shopperId, reason: failure });
      await goAnotherWay(deps, row, failure);
      return 'go_on';
    case 'rejected':
      deps.log('alarm.message_rejected', { id: row.id, failure });
      await goAnotherWay(deps, row, failure);
      return 'go_on';
    case 'token_dead':
    case 'restricted':
    case 'rate_limited': {
      // Not this message's fault, but the Page's: everything waits, and nothing is spent.
      const until = new Date(now + PAUSE_MS[problem]);
      if (isPageProblem(problem)) {
        deps.log(`alarm.${problem}`, { failure });
        await raisePageAlarm(deps, problem);
      }
      await postponeMessage(deps.db, row.id, { status: 'waiting', nextTryAt: until, failure, countsAsTry: false });
      await pauseWaitingMessages(deps.db, until);
      return 'stop';
    }
    default: {
      if (now - row.createdAt.getTime() > GIVE_UP_AFTER_MS) {
        deps.log('alarm.message_given_up', { id: row.id, failure });
        await goAnotherWay(deps, row, `given_up:${failure}`);
        return 'go_on';
      }
      const backoffMs = Math.min(1000 * 2 ** row.tries, LONGEST_WAIT_MS);
      const unknown = problem === 'unknown';
      const nextTryAt = new Date(now + (unknown ? Math.max(leaseMs, backoffMs) : backoffMs));
      await postponeMessage(deps.db, row.id, {
        status: unknown ? 'sending' : 'waiting',
        nextTryAt,
        failure,
        countsAsTry: true,
        ...(unknown ? { how: how.type } : {}),
      });
      return 'go_on';
    }
  }
}

function isWithinWindow({ type }: ThreadWay): boolean {
  return type === 'RESPONSE' || type === 'UPDATE';
}

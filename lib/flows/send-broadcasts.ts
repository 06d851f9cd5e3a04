import {
  type Broadcast,
  countUnsent,
  feedPortion,
  getBroadcast,
  lockSendingBroadcast,
  moveBroadcast,
  saveDraft,
  withdrawWaiting,
} from '@/lib/db/broadcasts';
import { getMerchantThread } from '@/lib/db/merchant-threads';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { inTransaction } from '@/lib/db/transaction';
import { BROADCAST_PER_SECOND, type BroadcastDraft, paceOf } from '@/lib/domain/messaging/broadcast';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Needs = Pick<Deps, 'db' | 'newId' | 'now' | 'log' | 'wake'>;

/** Keeps what the merchant wrote. Problem: "broadcast_begun", for what is no draft any more. */
export async function writeBroadcast(
  deps: Needs,
  draft: BroadcastDraft & { merchantId: string },
): Promise<Result<null, 'broadcast_begun'>> {
  return (await saveDraft(deps.db, { ...draft, ref: deps.newId(), at: deps.now() }))
    ? succeed(null)
    : fail('broadcast_begun');
}

/** Lets it begin, at once or at `startsAt`. Begun twice it begins once. Problem: "not_found". */
export async function startBroadcast(
  deps: Needs,
  { id, startsAt }: { id: string; startsAt: Date | null },
): Promise<Result<null, 'not_found'>> {
  const now = deps.now();
  const at = startsAt ?? now;
  const status = at > now ? ('scheduled' as const) : ('sending' as const);
  const begun = await moveBroadcast(deps.db, id, ['draft', 'scheduled'], { status, startsAt: at });
  if (!begun && !(await getBroadcast(deps.db, id))) return fail('not_found');
  deps.log('broadcast.started', { broadcast: id });
  return succeed(null);
}

/** Pauses it, lets it go on, or ends it; what waits in the outbox is taken back. Problem: "changed_meanwhile". */
export async function steerBroadcast(
  deps: Needs,
  { id, step }: { id: string; step: 'pause' | 'resume' | 'stop' },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const moved = await {
      pause: () => moveBroadcast(tx, id, ['sending', 'scheduled'], { status: 'paused' }),
      resume: () => moveBroadcast(tx, id, ['paused'], { status: 'sending', startsAt: deps.now() }),
      stop: () => moveBroadcast(tx, id, ['sending', 'scheduled', 'paused'], { status: 'stopped', endedAt: deps.now() }),
    }[step]();
    if (!moved) return fail('changed_meanwhile');
    if (step !== 'resume') await withdrawWaiting(tx, id);
    deps.log(`broadcast.${step}`, { broadcast: id });
    return succeed(null);
  });
}

/** Sends it into the merchant's own thread alone. Problems: "not_found"; "no_test_thread" before she has joined hers. */
export async function testBroadcast(
  deps: Needs,
  { id, merchantId }: { id: string; merchantId: string },
): Promise<Result<null, 'not_found' | 'no_test_thread'>> {
  if (!(await getBroadcast(deps.db, id))) return fail('not_found');
  const thread = await getMerchantThread(deps.db, merchantId);
  if (!thread) return fail('no_test_thread');
  const message = { kind: 'broadcast_of' as const, broadcastId: id };
  const test = { ...thread, id: deps.newId(), purpose: 'answer' as const, cause: `broadcast-test:${deps.newId()}` };
  await insertOutgoingMessages(deps.db, [{ ...test, message }], deps.now());
  deps.wake('messages');
  return succeed(null);
}

/**
 * Puts the next portion of the broadcast that is being sent into the outbox: never more than the pace allows, nor while a
 * second's worth still waits there (Meta asked for a pause, or a worker is slow). Safe with many workers, and at any moment
 * of a crash: a portion enters with the place it reaches. Answers how many were looked at.
 */
export async function feedBroadcasts(deps: Needs, perSecond = BROADCAST_PER_SECOND): Promise<number> {
  const looked = await inTransaction(deps.db, async (tx) => {
    const now = deps.now();
    const broadcast = await lockSendingBroadcast(tx, now);
    if (!broadcast) return 0;
    const unsent = await countUnsent(tx, broadcast.id);
    const pace = paceOf(broadcast.paceAt, now, perSecond);
    const portion = Math.min(pace.portion, perSecond - unsent);
    if (portion <= 0) return 0;
    const fed = await feedPortion(tx, broadcast, { portion, now, paceAt: pace.paceAt });
    if (fed.looked === 0 && unsent === 0) await finish(deps, tx, broadcast);
    return fed.looked;
  });
  if (looked > 0) deps.wake('messages');
  return looked;
}

async function finish(deps: Needs, tx: Needs['db'], { id, queued }: Broadcast): Promise<void> {
  await moveBroadcast(tx, id, ['sending'], { status: 'done', endedAt: deps.now() });
  deps.log('broadcast.done', { broadcast: id, queued });
}

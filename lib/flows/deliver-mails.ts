import {
  claimOutgoingMail,
  markMailFailed,
  markMailSent,
  type OutgoingMailRow,
  postponeMail,
} from '@/lib/db/outgoing-mails';
import { inTransaction } from '@/lib/db/transaction';
import type { OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import type { MailProblem, MailSender } from '@/lib/domain/ports';
import type { Failure, Result } from '@/lib/domain/result';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';
import { renderMail } from './render-mail';

const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** Longer than a send may take, so that no two workers hold one mail; and how long an unanswered one rests. */
const LEASE_MS = 2 * 60_000;

type DepsWithMail = Deps & { mail: MailSender };

/**
 * Sends the mails that are due, at most `limit`; answers how many were taken. What fails comes back, ever later, for a
 * day; what cannot leave ends as "failed" with the reason. SMTP knows no idempotency key: a mail whose outcome is
 * unknown is sent again under the same Message-ID, since a contract confirmed twice is better than never.
 */
export async function deliverMails(deps: DepsWithMail, limit = 20): Promise<number> {
  let taken = 0;
  while (taken < limit) {
    const row = await claimOutgoingMail(deps.db, { now: deps.now(), leaseMs: LEASE_MS });
    if (!row) break;
    taken += 1;
    await deliverOne(deps, row);
  }
  return taken;
}

async function deliverOne(deps: DepsWithMail, row: OutgoingMailRow): Promise<void> {
  const sent = await trySending(deps, row);
  if (!sent.ok) return applyProblem(deps, row, sent);
  await markMailSent(deps.db, { id: row.id, at: deps.now() });
  deps.log('mail.sent', { id: row.id, order: row.orderId, tries: row.tries });
}

type Problem = MailProblem | 'not_renderable';

async function trySending(deps: DepsWithMail, row: OutgoingMailRow): Promise<Result<null, Problem>> {
  let mail: OutgoingMail;
  try {
    mail = await renderMail(deps, row);
  } catch (error) {
    // Its kind alone: the message of an error may quote what was unsealed.
    return { ok: false, problem: 'not_renderable', detail: { code: error instanceof Error ? error.name : 'unknown' } };
  }
  return deps.mail.send(mail, row.id);
}

async function applyProblem(deps: Deps, row: OutgoingMailRow, { problem, detail }: Failure<Problem>): Promise<void> {
  const now = deps.now().getTime();
  const failure = [problem, detail?.code].filter((part) => part != null).join(':');
  const facts = { id: row.id, order: row.orderId, tries: row.tries, failure };
  deps.log('mail.not_sent', facts);
  if (problem === 'rejected') {
    deps.log('alarm.mail_rejected', facts);
    return giveUp(deps, row, failure);
  }
  if (now - (row.firstTriedAt ?? row.createdAt).getTime() > GIVE_UP_AFTER_MS) {
    deps.log('alarm.mail_given_up', facts);
    return giveUp(deps, row, `given_up:${failure}`);
  }
  const backoffMs = Math.min(1000 * 2 ** row.tries, LONGEST_WAIT_MS);
  const waitMs = problem === 'unknown' ? Math.max(LEASE_MS, backoffMs) : backoffMs;
  await postponeMail(deps.db, row.id, { nextTryAt: new Date(now + waitMs), failure });
}

async function giveUp(deps: Deps, row: OutgoingMailRow, failure: string): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await markMailFailed(tx, row.id, failure);
    await raiseTask({ ...deps, db: tx }, 'mail_failed', row.id, { orderId: row.orderId, reason: failure });
  });
}

import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { type Answer, cancel, type DoorProblem, lookUp } from './doors';

/** The last word about a payment, as the page needs it. "none": our server never heard of it, so nothing was charged. */
export type PaymentEnd =
  | Extract<AttemptAnswer, { is: 'paid' | 'declined' | 'over' }>
  | { is: 'none' }
  | ({ is: 'problem' } & DoorProblem);

export type Progress = 'bank' | 'checking' | 'approving';

export type AttemptTools = {
  /** 3-D Secure in the provider's own window; resolves when that window has closed, however it went. */
  challenge: (clientSecret: string) => Promise<void>;
  /** Shows the provider's own page, once. It may lead away from here for good: then it does not resolve. */
  approve?: (url: string) => Promise<void>;
  tell: (progress: Progress) => void;
  wait: (milliseconds: number) => Promise<void>;
};

const WAITS_MS = [1_000, 1_000, 2_000, 3_000];
const LONG_WAIT_MS = 5_000;
const APPROVAL_WAIT_MS = 2_000;

/** Problems after which nobody knows yet whether the request arrived, or is still at work. */
const UNDECIDED = ['offline', 'still_running', 'unexpected', 'database_down'];

/** Follows a payment from the server's first answer to its last word. A lost answer is never a decline: it is looked up. */
export async function followAttempt(
  requestId: string,
  first: Answer<AttemptAnswer>,
  tools: AttemptTools,
): Promise<PaymentEnd> {
  let answer = first;
  let challenged = false;
  let shown = false;
  for (let round = 0; ; round += 1) {
    if (!answer.ok && !UNDECIDED.includes(answer.problem))
      return answer.problem === 'not_found' ? { is: 'none' } : { ...answer, is: 'problem' };
    const said = answer.ok ? answer.value : null;
    if (said && said.is !== 'checking' && said.is !== 'authentication_required' && said.is !== 'approval_required')
      return said;

    if (said?.is === 'approval_required') {
      if (!shown) await tools.approve?.(said.url);
      shown = true;
      tools.tell('approving');
      await tools.wait(APPROVAL_WAIT_MS);
    } else if (said?.is === 'authentication_required') {
      if (challenged) return giveUp(requestId, tools);
      challenged = true;
      tools.tell('bank');
      await tools.challenge(said.clientSecret);
      tools.tell('checking');
    } else {
      tools.tell('checking');
      await tools.wait(WAITS_MS[round] ?? LONG_WAIT_MS);
    }
    answer = await lookUp(requestId);
  }
}

// She closed her bank's window without an answer. The payment is ended at the provider; if it was paid after all, it is paid.
async function giveUp(requestId: string, tools: AttemptTools): Promise<PaymentEnd> {
  const ended = await cancel(requestId);
  if (!ended.ok) return { ...ended, is: 'problem' };
  if (ended.value.is === 'over' && ended.value.end === 'cancelled')
    return { is: 'declined', reason: 'authentication_failed' };
  if (ended.value.is === 'authentication_required') return { is: 'declined', reason: 'authentication_failed' };
  return followAttempt(requestId, ended, tools);
}

import { z } from 'zod';
import type { Language } from '@/lib/domain/market';
import { timeIn } from './formats';
import { taskName } from './names';
import { LINK_CLASS } from './parts';
import { wordsIn } from './words';

const disputeFacts = z.object({ disputeId: z.string(), answerBy: z.coerce.date().nullable() });
const orderFacts = z.object({ orderId: z.string() });
const personFacts = z.object({ shopperId: z.string() });

/** What waits for a person, with the way to where it is decided. */
export function TaskName({ task, language }: { task: { kind: string; facts: unknown }; language: Language }) {
  const name = taskName(task.kind, language);
  if (task.kind === 'withdrawal_declared')
    return (
      <a href="/admin/withdrawals" className={LINK_CLASS}>
        {name}
      </a>
    );
  const person = task.kind === 'person_wanted' ? personFacts.safeParse(task.facts) : null;
  if (person?.success)
    return (
      <a href={`/admin/people/${person.data.shopperId}`} className={LINK_CLASS}>
        {name}
      </a>
    );
  const dispute = disputeFacts.safeParse(task.facts);
  const order = orderFacts.safeParse(task.facts);
  if (!dispute.success && order.success)
    return (
      <a href={`/admin/orders/${order.data.orderId}`} className={LINK_CLASS}>
        {name}
      </a>
    );
  if (!dispute.success) return name;
  const { disputeId, answerBy } = dispute.data;
  return (
    <>
      <a href={`/admin/disputes/${disputeId}`} className={LINK_CLASS}>
        {name}
      </a>
      {answerBy && (
        <span className="block text-xs">
          {wordsIn(language).answerBy} {timeIn(answerBy, language)}
        </span>
      )}
    </>
  );
}

import { eq } from 'drizzle-orm';
import { outgoingMessages } from '@/lib/db/schema/messages';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { answerMessengerEvent } from '../answer-messenger-event';
import { workStripeEvent } from '../apply-stripe-event';
import { checkAttempts } from '../check-attempts';
import { deliverMessages } from '../deliver-messages';
import type { Deps } from '../deps';
import { checkRefunds } from '../find-refunds';
import { checkHolds } from '../follow-hold';
import { receiveMessengerEvents } from '../receive-messenger-events';
import { reconcile } from '../reconcile';
import { TEST_PAGE, type TestHouse } from '../testing';
import { workEvents } from '../work-events';

export const workInbox = (deps: Deps) => workEvents(deps, { messenger: answerMessengerEvent, stripe: workStripeEvent });

/** What time and the worker do, without any person: echoes come, leases end, each job has its rounds. */
export async function letTimePass(house: TestHouse): Promise<void> {
  for (const seconds of [50, 70, 31 * 60, 1000]) {
    house.advance(seconds);
    await tellEchoes(house);
    await workInbox(house.deps);
    await checkAttempts(house.deps, 1000);
    await checkRefunds(house.deps);
    await checkHolds(house.deps);
    await deliverMessages(house.deps, { limit: 1000 });
  }
  await reconcile(house.deps, new Date(house.deps.now().getTime() - 24 * 60 * 60_000));
  await deliverMessages(house.deps);
}

// Meta tells of each message that reached a thread, also where its answer to us was lost.
async function tellEchoes(house: TestHouse): Promise<void> {
  const { deps, sender } = house;
  const unsure = await deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.status, 'sending'));
  const arrived = unsure.filter(({ id }) => sender.sent.some(({ metadata }) => metadata === id));
  const echoes = arrived.map(
    ({ id, psid }): IncomingEvent => ({
      eventId: `echo:${id}`,
      pageId: TEST_PAGE.id,
      psid,
      atMs: null,
      content: { kind: 'echo', messageId: `m_${id}`, metadata: id },
    }),
  );
  await receiveMessengerEvents(deps, echoes);
}

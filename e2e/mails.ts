import type { ReceivedMail } from './simulator/mail/mime';
import type { World } from './world';

/** What came to `address`, oldest first. */
export async function mailsTo(world: World, address: string): Promise<ReceivedMail[]> {
  const { mails } = await world.control<{ mails: ReceivedMail[] }>('/control/mail');
  return mails.filter(({ to }) => to === address);
}

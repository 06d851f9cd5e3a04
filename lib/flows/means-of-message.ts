import { getConsent } from '@/lib/db/consents';
import { isApproved } from '@/lib/db/message-templates';
import { getOrder } from '@/lib/db/orders';
import type { OutgoingRow } from '@/lib/db/outgoing-messages';
import type { Utility } from '@/lib/domain/messaging/utility';
import type { Means } from '@/lib/domain/messaging/window';
import { confirmationUtility } from '@/lib/domain/orders/news';
import type { Deps } from './deps';

/** What a message has beside the window: the approved template that says the same, and the consent it leaves by. */
export async function meansOf(deps: Pick<Deps, 'db' | 'sealer'>, row: OutgoingRow): Promise<Means> {
  const consent = await getConsent(deps.db, deps.sealer, row.consentId);
  const utility = await utilityOf(deps, row);
  return { consent, utility: utility && (await isApproved(deps.db, utility)) ? utility : null };
}

async function utilityOf(deps: Pick<Deps, 'db'>, { message }: OutgoingRow): Promise<Utility | null> {
  if (message.kind === 'receipt_of') {
    const order = await getOrder(deps.db, message.orderId);
    return order && confirmationUtility(order);
  }
  return 'utility' in message ? (message.utility ?? null) : null;
}

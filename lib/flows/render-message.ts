import type { OutgoingRow } from '@/lib/db/outgoing-messages';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { Deps } from './deps';
import { renderReceipt } from './render-receipt';

/** A stored message with everything in it, made at the moment it leaves. Throws where what it refers to cannot be had. */
export async function renderMessage(
  deps: Pick<Deps, 'db' | 'sealer'>,
  { message }: Pick<OutgoingRow, 'message'>,
): Promise<OutgoingMessage> {
  if (message.kind === 'receipt_of') return renderReceipt(deps, message.orderId);
  if (message.kind === 'broadcast_of') throw new Error(`there is no broadcast ${message.broadcastId} to send`);
  return message;
}

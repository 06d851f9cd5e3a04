import type { OutgoingRow } from '@/lib/db/outgoing-messages';
import { asId, type ShopperId } from '@/lib/domain/ids';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { Deps } from './deps';
import { renderBroadcast } from './render-broadcast';
import { renderReceipt } from './render-receipt';

/** A stored message with everything in it, made at the moment it leaves. Throws where what it refers to cannot be had. */
export async function renderMessage(
  deps: Pick<Deps, 'db' | 'sealer'>,
  { message, shopperId }: Pick<OutgoingRow, 'message' | 'shopperId'>,
): Promise<OutgoingMessage> {
  if (message.kind === 'receipt_of') return renderReceipt(deps, message.orderId);
  if (message.kind === 'broadcast_of') return renderBroadcast(deps, message.broadcastId, asId<ShopperId>(shopperId));
  return message;
}

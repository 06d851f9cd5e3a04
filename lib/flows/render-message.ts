import type { OutgoingRow } from '@/lib/db/outgoing-messages';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { withLinkKey } from '@/lib/domain/messaging/link-key';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import { makeLinkKey } from './arrive-by-link';
import type { Deps } from './deps';
import { renderBroadcast } from './render-broadcast';
import { renderReceipt } from './render-receipt';

/** A stored message with everything in it, made at the moment it leaves. Throws where what it refers to cannot be had. */
export async function renderMessage(
  deps: Pick<Deps, 'db' | 'sealer' | 'now'>,
  { message, shopperId }: Pick<OutgoingRow, 'message' | 'shopperId'>,
): Promise<OutgoingMessage> {
  if (message.kind === 'receipt_of') return renderReceipt(deps, message.orderId);
  const key = makeLinkKey(deps, shopperId);
  if (message.kind !== 'broadcast_of') return withLinkKey(message, key);
  return withLinkKey(await renderBroadcast(deps, message.broadcastId, asId<ShopperId>(shopperId)), key);
}

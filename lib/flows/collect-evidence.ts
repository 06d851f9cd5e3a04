import type { DisputeRow } from '@/lib/db/disputes';
import { getOrder } from '@/lib/db/orders';
import { getShopSettings } from '@/lib/db/settings';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { getShopperById } from '@/lib/db/shoppers';
import { listThreadWords } from '@/lib/db/thread-history';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { type Evidence, evidenceSchema } from '@/lib/domain/payments/dispute';
import { writeEvidence } from '@/lib/domain/payments/write-evidence';
import type { Deps } from './deps';
import { orderDetailsPlace } from './settle-payment';

/** Where the evidence of a dispute is bound to. */
export function evidencePlace(disputeId: string): string {
  return `disputes.sealed_evidence:${disputeId}`;
}

/**
 * What the merchant can tell the bank: as it was sent, or what the shop knows by itself (order, address, delivery, thread,
 * terms). Personal data is unsealed here, for the merchant's eyes and the bank's. Null where there is no order.
 */
export async function collectEvidence(
  { db, sealer, shopUrl }: Pick<Deps, 'db' | 'sealer' | 'shopUrl'>,
  dispute: DisputeRow,
): Promise<Evidence | null> {
  if (dispute.sealedEvidence)
    return evidenceSchema.parse(JSON.parse(sealer.open(evidencePlace(dispute.id), dispute.sealedEvidence)));
  const order = dispute.orderId === null ? null : await getOrder(db, dispute.orderId);
  if (!order) return null;
  const [shop, shopper] = await Promise.all([
    getShopSettings(db),
    getShopperById(db, asId<ShopperId>(order.shopperId)),
  ]);
  const details = orderDetailsSchema.parse(JSON.parse(sealer.open(orderDetailsPlace(order.id), order.sealedDetails)));
  return writeEvidence({
    orderNumber: order.number,
    orderUrl: `${shopUrl}/shop/orders/${order.id}`,
    placedAt: order.placedAt,
    firstSentAt: order.firstSentAt,
    parcels: await listShipmentsOfOrder(db, order.id),
    paymentMethod: order.paymentMethod,
    quote: order.quote,
    details,
    shop,
    thread: shopper?.psid ? await listThreadWords(db, shopper.psid) : [],
  });
}

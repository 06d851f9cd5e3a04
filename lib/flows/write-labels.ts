import { listOrdersToSend, readWeights } from '@/lib/db/labels';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { type LabelRow, writeLabels } from '@/lib/domain/orders/label-file';
import { orderLabel } from '@/lib/domain/orders/status';
import type { Deps } from './deps';
import { listLeftToSendOf } from './left-to-send';
import { orderDetailsPlace } from './settle-payment';

/** As many as a person packs before she comes back for more. */
const MOST = 500;

/** Where the open orders go, as a file for a carrier's portal; those without an address, or with nothing to send, are not in it. */
export async function writeOpenLabels({ db, sealer }: Pick<Deps, 'db' | 'sealer'>): Promise<string> {
  const orders = await listOrdersToSend(db, MOST);
  const owed = await listLeftToSendOf(db, orders);
  const weights = await readWeights(db, [...new Set(owed.flat().map(({ variantId }) => variantId))]);
  const rows: LabelRow[] = [];
  for (const [at, order] of orders.entries()) {
    const opened = sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
    const { address, email, phone } = orderDetailsSchema.parse(JSON.parse(opened));
    const left = owed[at] ?? [];
    if (!address || left.length === 0) continue;
    const weightGrams = left.reduce((sum, line) => sum + line.quantity * (weights.get(line.variantId) ?? 0), 0);
    rows.push({ orderLabel: orderLabel(order.number), address, email, phone, weightGrams });
  }
  return writeLabels(rows);
}

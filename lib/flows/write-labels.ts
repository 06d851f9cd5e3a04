import { listOrdersToSend, readWeights } from '@/lib/db/labels';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { type LabelRow, writeLabels } from '@/lib/domain/orders/label-file';
import { orderLabel } from '@/lib/domain/orders/status';
import type { Deps } from './deps';
import { listLeftToSend } from './left-to-send';
import { orderDetailsPlace } from './settle-payment';

/** As many as a person packs before she comes back for more. */
const MOST = 500;

/** Where the open orders go, as a file for a carrier's portal; those without an address, or with nothing to send, are not in it. */
export async function writeOpenLabels({ db, sealer }: Pick<Deps, 'db' | 'sealer'>): Promise<string> {
  const rows: LabelRow[] = [];
  for (const order of await listOrdersToSend(db, MOST)) {
    const opened = sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
    const { address, email, phone } = orderDetailsSchema.parse(JSON.parse(opened));
    const left = await listLeftToSend(db, order);
    if (!address || left.length === 0) continue;
    const weights = await readWeights(
      db,
      left.map(({ variantId }) => variantId),
    );
    const weightGrams = left.reduce((sum, line) => sum + line.quantity * (weights.get(line.variantId) ?? 0), 0);
    rows.push({ orderLabel: orderLabel(order.number), address, email, phone, weightGrams });
  }
  return writeLabels(rows);
}

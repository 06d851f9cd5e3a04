import { getOrder } from '@/lib/db/orders';
import { getSeller } from '@/lib/db/sellers';
import { getShopSettings } from '@/lib/db/settings';
import { getShipment } from '@/lib/db/shipments';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { marketIdSchema, marketOf, textIn } from '@/lib/domain/market';
import type { Pieces } from '@/lib/domain/orders/shipments';
import { orderLabel } from '@/lib/domain/orders/status';
import { dayOf } from '@/lib/domain/papers/invoice';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import type { Deps } from './deps';
import { listLeftToSend } from './left-to-send';
import type { PrintedPaper } from './print-paper';
import { orderDetailsPlace } from './settle-payment';

type Press = Pick<Deps, 'db' | 'sealer' | 'papers' | 'now'>;

/**
 * A packing slip as PDF, in the order's own language: of a parcel that left, else of what is left to send, else of all.
 * Problems: "not_found" (no such order, or a parcel of another); "address_unknown".
 */
export async function printPackingSlip(
  deps: Press,
  { orderId, shipmentId }: { orderId: string; shipmentId: string | null },
): Promise<Result<PrintedPaper, 'not_found' | 'address_unknown'>> {
  const order = await getOrder(deps.db, orderId);
  if (!order) return fail('not_found');
  const parcel = shipmentId === null ? null : await getShipment(deps.db, { orderId, shipmentId });
  if (shipmentId !== null && !parcel) return fail('not_found');
  const opened = deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails);
  const { address } = orderDetailsSchema.parse(JSON.parse(opened));
  if (!address) return fail('address_unknown');
  const market = marketOf(marketIdSchema.parse(order.marketId));
  const left = parcel ? [] : await listLeftToSend(deps.db, order);
  const wanted: readonly Pieces[] = parcel?.lines ?? (left.length > 0 ? left : order.quote.lines);
  const bytes = await deps.papers.printSlip({
    language: market.language,
    intlLocale: market.intlLocale,
    orderLabel: orderLabel(order.number),
    orderedOn: dayOf(order.placedAt),
    printedOn: dayOf(deps.now()),
    seller: await readSender(deps),
    to: address,
    lines: wanted.flatMap(({ variantId, quantity }) => {
      const line = order.quote.lines.find((candidate) => candidate.variantId === variantId);
      if (!line) return [];
      const detail = [textIn(line.variantTitle, market.language), line.sku].filter(Boolean).join(' · ');
      return [{ quantity, title: textIn(line.title, market.language), detail }];
    }),
  });
  const title = PAPER_WORDS[market.language].slip.title.replace(' ', '-');
  return succeed({ fileName: `${title}-${orderLabel(order.number)}.pdf`, bytes });
}

async function readSender({ db }: Press): Promise<{ name: string; place: string; email: string }> {
  const [seller, shop] = await Promise.all([getSeller(db), getShopSettings(db)]);
  const place = seller ? `${seller.street}, ${seller.postalCode} ${seller.city}` : '';
  return { name: seller?.name ?? shop.name, place, email: shop.email };
}

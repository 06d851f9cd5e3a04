import type { Database } from '@/lib/db/client';
import { buyerPlace, hasCreditNote, insertPaper, listPapersOfOrder } from '@/lib/db/invoices';
import type { NewOrder, Order } from '@/lib/db/orders';
import { getSeller } from '@/lib/db/sellers';
import { getShopSettings } from '@/lib/db/settings';
import { together } from '@/lib/db/transaction';
import type { OrderDetails } from '@/lib/domain/cart/address';
import { stepOf } from '@/lib/domain/currencies';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { shareOf } from '@/lib/domain/orders/refund';
import { buyerSchema, type PaperFacts } from '@/lib/domain/papers/invoice';
import type { Seller } from '@/lib/domain/papers/seller';
import { type Credited, writeCreditNote } from '@/lib/domain/papers/write-credit-note';
import { writeInvoice } from '@/lib/domain/papers/write-invoice';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import { paymentMethodName } from '@/lib/domain/words/payment-method';
import type { Deps } from './deps';

type OnPapers = { seller: Seller | null; shop: { name: string; email: string } };

/** Who sells, as papers of this moment say it: read early, since issuing comes last. */
export async function readSellerOnPapers(db: Database): Promise<OnPapers> {
  const [seller, { name, email }] = await together([getSeller(db), getShopSettings(db)]);
  return { seller, shop: { name, email } };
}

type Sold = Pick<NewOrder, 'id' | 'marketId' | 'placedAt' | 'quote' | 'paymentMethod' | 'totalMinor'>;

/**
 * Issues the invoice of an order, in the transaction that settles it or learns its address: without one nobody knows which
 * VAT is due, and none is issued. Everything on it is frozen there. The order's one invoice: a second throws.
 */
export async function issueInvoice(
  deps: Pick<Deps, 'newId' | 'now' | 'sealer'>,
  tx: Database,
  { order, details, seller, shop }: OnPapers & { order: Sold; details: OrderDetails },
): Promise<void> {
  const { address } = details;
  if (!address) return;
  const id = deps.newId();
  const issuedAt = deps.now();
  const market = marketOf(marketIdSchema.parse(order.marketId));
  const facts = writeInvoice({
    market,
    placedAt: order.placedAt,
    issuedAt,
    quote: order.quote,
    country: address.country,
    seller,
    shop,
    paidWith: order.totalMinor === 0 ? '' : paymentMethodName(order.paymentMethod, market.language),
  });
  const sealedBuyer = deps.sealer.seal(buyerPlace(id), JSON.stringify(buyerSchema.parse(address)));
  await insertPaper(tx, { id, kind: 'invoice', orderId: order.id, facts, sealedBuyer, issuedAt });
}

type Returned = Pick<Order, 'id' | 'totalMinor' | 'capturedMinor' | 'refundedMinor' | 'quote'>;
type Refunded = {
  id: string;
  amountMinor: number;
  lines: { variantId: string; quantity: number }[];
  shippingMinor: number;
};

/**
 * Issues the correction for money that went back or was never taken, in the transaction that books it; the order's row must
 * be locked there and `order` say how it stands then. Once per refund. What was corrected before (a refund that failed and is
 * made again) is not corrected twice; an order without an invoice has nothing to correct.
 */
export async function issueCreditNote(
  deps: Pick<Deps, 'newId' | 'now' | 'sealer'>,
  tx: Database,
  { order, refund }: { order: Returned; refund: Refunded },
): Promise<void> {
  const [invoice, ...notes] = await listPapersOfOrder(tx, order.id);
  if (invoice?.paper.kind !== 'invoice' || (await hasCreditNote(tx, refund.id))) return;
  const earlier = notes.map(({ paper }) => paper);
  const corrected = earlier.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const dueMinor = order.totalMinor - order.capturedMinor + order.refundedMinor - corrected;
  const amountMinor = Math.min(refund.amountMinor, dueMinor);
  if (amountMinor <= 0) return;
  const whole = amountMinor === refund.amountMinor;
  const facts = writeCreditNote({
    issuedAt: deps.now(),
    invoice: invoice.paper,
    earlier,
    credited: {
      amountMinor,
      lines: whole ? creditedLines(order, earlier, refund) : [],
      shippingMinor: whole ? refund.shippingMinor : 0,
      title: PAPER_WORDS[invoice.paper.language].refunded,
    },
  });
  const id = deps.newId();
  const buyer = deps.sealer.open(buyerPlace(invoice.id), invoice.sealedBuyer);
  const sealedBuyer = deps.sealer.seal(buyerPlace(id), buyer);
  await insertPaper(tx, {
    id,
    kind: 'credit_note',
    orderId: order.id,
    refundId: refund.id,
    facts,
    sealedBuyer,
    issuedAt: deps.now(),
  });
}

// The pieces of a line cost what the refund reckoned for them: running shares, after those that went back before.
function creditedLines({ quote }: Returned, earlier: readonly PaperFacts[], refund: Refunded): Credited['lines'] {
  return refund.lines.flatMap(({ variantId, quantity }) => {
    const line = quote.lines.find((candidate) => candidate.variantId === variantId);
    const before = earlier
      .flatMap(({ lines }) => lines)
      .reduce((pieces, gone) => pieces + (gone.variantId === variantId ? (gone.quantity ?? 0) : 0), 0);
    return line ? [{ variantId, quantity, amountMinor: shareOf(line, before, quantity, stepOf(quote.currency)) }] : [];
  });
}

import type { Database } from '@/lib/db/client';
import { buyerPlace, hasCreditNote, insertPaper, listPapersOfOrder } from '@/lib/db/invoices';
import type { NewOrder } from '@/lib/db/orders';
import { getSeller } from '@/lib/db/sellers';
import { getShopSettings } from '@/lib/db/settings';
import type { OrderDetails } from '@/lib/domain/cart/address';
import { marketIdSchema, marketOf } from '@/lib/domain/market';
import { buyerSchema } from '@/lib/domain/papers/invoice';
import type { Seller } from '@/lib/domain/papers/seller';
import { type Credited, writeCreditNote } from '@/lib/domain/papers/write-credit-note';
import { writeInvoice } from '@/lib/domain/papers/write-invoice';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import { paymentMethodName } from '@/lib/domain/words/payment-method';
import type { Deps } from './deps';

type OnPapers = { seller: Seller | null; shop: { name: string; email: string } };

/** Who sells, as papers of this moment say it: read early, since issuing comes last. */
export async function readSellerOnPapers(db: Database): Promise<OnPapers> {
  const [seller, { name, email }] = await Promise.all([getSeller(db), getShopSettings(db)]);
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

/**
 * Issues the correction for a refund that succeeded, in the transaction that writes the refund down; the order's row must
 * be locked there. Once per refund. An order without an invoice (its address was never told) has nothing to correct.
 */
export async function issueCreditNote(
  deps: Pick<Deps, 'newId' | 'now' | 'sealer'>,
  tx: Database,
  { orderId, refundId, credited }: { orderId: string; refundId: string; credited: Omit<Credited, 'title'> },
): Promise<void> {
  const [invoice, ...earlier] = await listPapersOfOrder(tx, orderId);
  if (invoice?.paper.kind !== 'invoice' || (await hasCreditNote(tx, refundId))) return;
  const id = deps.newId();
  const issuedAt = deps.now();
  const facts = writeCreditNote({
    issuedAt,
    invoice: invoice.paper,
    earlier: earlier.map(({ paper }) => paper),
    credited: { ...credited, title: PAPER_WORDS[invoice.paper.language].refunded },
  });
  const buyer = deps.sealer.open(buyerPlace(invoice.id), invoice.sealedBuyer);
  const sealedBuyer = deps.sealer.seal(buyerPlace(id), buyer);
  await insertPaper(tx, { id, kind: 'credit_note', orderId, refundId, facts, sealedBuyer, issuedAt });
}

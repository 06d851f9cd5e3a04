import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderPage } from '@/components/shop/order-page';
import type { PaperNews } from '@/components/shop/order-papers';
import { getStandingConsent } from '@/lib/db/consents';
import { listPapersOfOrder } from '@/lib/db/invoices';
import { getOrder, getOrderOfShopper, type Order } from '@/lib/db/orders';
import { getProductSlugOfVariant } from '@/lib/db/products';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { getShopperById } from '@/lib/db/shoppers';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { piecesText } from '@/lib/domain/orders/shipments';
import { orderLabel } from '@/lib/domain/orders/status';
import type { PageLanguage } from '@/lib/domain/page-language';
import { orderWords } from '@/lib/domain/words/orders';
import { paperLinkWords } from '@/lib/domain/words/paper-links';
import type { Deps } from '@/lib/flows/deps';
import { opensOrder } from '@/lib/flows/order-link';
import { lookAgain } from '@/lib/flows/reorder';
import { orderDetailsPlace } from '@/lib/flows/settle-payment';
import { mayBeReviewed } from '@/lib/flows/write-review';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getPayer } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type SearchParams = Record<string, string | string[] | undefined>;
type Params = {
  params: Promise<{ locale: string; orderId: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Pick<Params, 'params'>): Promise<Metadata> {
  return { title: orderWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const { orderId } = await params;
  const [shop, shopper, deps] = await Promise.all([readShop(), getPayer(), getDeps()]);
  const own = shopper && (await getOrderOfShopper(deps.db, { orderId, ...shopper }));
  const order = own ?? (await getOrderOfLink(deps, orderId, (await searchParams).key));
  if (!order) notFound();

  const details = orderDetailsSchema.parse(
    JSON.parse(deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails)),
  );
  // A handed-off session does not say whose it is, but the receipt is in her thread all the same.
  const person = own && (await getShopperById(deps.db, shopper.shopperId));
  const [first] = order.quote.lines;
  const slug = first ? await getProductSlugOfVariant(deps.db, first.variantId) : null;
  const papers = (await listPapersOfOrder(deps.db, order.id)).map(({ paper: { kind, label } }) => ({ kind, label }));
  const { id, status, placedAt, quote, paymentMethod, fulfilledAt } = order;
  const { capturedMinor, refundedMinor, refundingMinor } = order;
  const sent = { fulfilledAt, parcels: await readParcels(deps, order, market.language) };
  const shown = { id, status, placedAt, quote, paymentMethod, capturedMinor, refundedMinor, refundingMinor, ...sent };
  return (
    <OrderPage
      order={{ ...shown, label: orderLabel(order.number), details, isInThread: person?.psid != null, papers }}
      isHers={own !== null}
      threadUrl={shopper?.onlyCartId && person?.psid ? `https://m.me/${deps.page.id}` : null}
      problem={sentenceInAddress((await searchParams).notCancelled, market.language)}
      again={{
        lines: await lookAgain(deps, order),
        problem: sentenceInAddress((await searchParams).notAgain, market.language),
      }}
      review={{
        isSent: mayBeReviewed(order),
        mayAsk:
          own && !shopper.onlyCartId
            ? (await getStandingConsent(deps.db, shopper.shopperId, 'reviews')) !== null
            : null,
      }}
      linkKey={own ? null : keyIn(await searchParams)}
      market={market}
      shopName={shop.name}
      shareSlug={slug}
      paperNews={paperNewsIn(await searchParams, market.language)}
    />
  );
}

/** By the link of a mail: this one order, to look at. */
async function getOrderOfLink(deps: Deps, orderId: string, key: SearchParams[string]): Promise<Order | null> {
  return typeof key === 'string' && opensOrder(deps, orderId, key) ? getOrder(deps.db, orderId) : null;
}

async function readParcels({ db }: Deps, { id: orderId, quote }: Order, language: PageLanguage) {
  const shipments = await listShipmentsOfOrder(db, orderId);
  return shipments.map(({ lines, id, carrier, tracking, sentAt, deliveredAt }) => {
    return { id, carrier, tracking, sentAt, deliveredAt, items: piecesText(quote.lines, lines, language) };
  });
}

function keyIn({ key }: SearchParams): string | null {
  return typeof key === 'string' ? key : null;
}

// The form that sends the invoice leads back here, with or without script.
function paperNewsIn({ invoice, problem }: SearchParams, language: PageLanguage): PaperNews {
  const sentence = sentenceInAddress(problem, language);
  if (sentence) return { isProblem: true, text: sentence };
  return invoice === 'sent' ? { isProblem: false, text: paperLinkWords[language].sent } : null;
}

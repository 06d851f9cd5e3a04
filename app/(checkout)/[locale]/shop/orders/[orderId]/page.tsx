import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderPage } from '@/components/shop/order-page';
import { getOrderOfShopper } from '@/lib/db/orders';
import { getProductSlugOfVariant } from '@/lib/db/products';
import { getShopperById } from '@/lib/db/shoppers';
import { orderDetailsSchema } from '@/lib/domain/cart/address';
import { orderLabel } from '@/lib/domain/orders/status';
import { orderWords } from '@/lib/domain/words/orders';
import { orderDetailsPlace } from '@/lib/flows/settle-payment';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getPayer } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string; orderId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: orderWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const { orderId } = await params;
  const [shop, shopper, deps] = await Promise.all([readShop(), getPayer(), getDeps()]);
  const order = shopper && (await getOrderOfShopper(deps.db, { orderId, ...shopper }));
  if (!order) notFound();

  const details = orderDetailsSchema.parse(
    JSON.parse(deps.sealer.open(orderDetailsPlace(order.id), order.sealedDetails)),
  );
  // A handed-off session does not say whose it is, but the receipt is in her thread all the same.
  const person = await getShopperById(deps.db, shopper.shopperId);
  const [first] = order.quote.lines;
  const slug = first ? await getProductSlugOfVariant(deps.db, first.variantId) : null;
  const { id, status, placedAt, quote, paymentMethod } = order;
  const shown = { id, status, placedAt, quote, paymentMethod };
  return (
    <OrderPage
      order={{ ...shown, label: orderLabel(order.number), details, isInThread: person?.psid != null }}
      threadUrl={shopper.onlyCartId && person?.psid ? `https://m.me/${deps.page.id}` : null}
      market={market}
      shopName={shop.name}
      shareSlug={slug}
    />
  );
}

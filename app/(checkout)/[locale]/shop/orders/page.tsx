import type { Metadata } from 'next';
import { OrdersPage } from '@/components/shop/orders-page';
import { listOrdersOfCart, listOrdersOfShopper } from '@/lib/db/orders';
import { orderLabel } from '@/lib/domain/orders/status';
import { orderWords } from '@/lib/domain/words/orders';
import type { Deps } from '@/lib/flows/deps';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getPayer, type KnownShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: orderWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const [shop, shopper, { db }] = await Promise.all([readShop(), getPayer(), getDeps()]);
  const orders = shopper ? await listOrders(db, shopper) : [];
  const rows = orders.map(({ id, number, status, placedAt, quote }) => ({
    id,
    label: orderLabel(number),
    status,
    placedAt,
    quote,
  }));
  return <OrdersPage orders={rows} market={market} shopName={shop.name} />;
}

/** A session that was handed off for one cart sees what became of that one. */
function listOrders(db: Deps['db'], { shopperId, onlyCartId }: KnownShopper) {
  return onlyCartId ? listOrdersOfCart(db, onlyCartId) : listOrdersOfShopper(db, shopperId);
}

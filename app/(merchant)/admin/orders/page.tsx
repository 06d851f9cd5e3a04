import type { Metadata } from 'next';
import { FulfilManyForm } from '@/components/admin/fulfil-many-form';
import { orderDeskWordsIn } from '@/components/admin/order-desk-words';
import { OrderFiles } from '@/components/admin/order-files';
import { OrderFilters } from '@/components/admin/order-filters';
import { OrderTable } from '@/components/admin/order-table';
import { OrderViews } from '@/components/admin/order-views';
import { Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { ListKeys } from '@/components/admin/product-list/list-keys';
import { listOrders } from '@/lib/db/admin-orders';
import { listOrderViews } from '@/lib/db/order-views';
import { may } from '@/lib/domain/merchants/roles';
import { orderListQuery, orderListSchema } from '@/lib/domain/orders/order-list';
import { readOrderSearch } from '@/lib/domain/orders/order-search';
import { orderLabel } from '@/lib/domain/orders/status';
import { dayOf } from '@/lib/domain/papers/invoice';
import { marksOf } from '@/lib/flows/mark-orders';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { keepView, markManyAsSent, removeView } from './actions';

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.orders };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: Props) {
  const { role } = await requireMerchant('orders.see');
  const { language, words } = await readWords();
  const own = orderDeskWordsIn(language);
  const { q, ...wish } = orderListSchema.parse(await searchParams);
  const { db, sealer, newId, now } = await getDeps();
  const search = readOrderSearch(q);
  const sought = search && {
    marks: marksOf({ sealer }, search),
    number: search.is === 'number' ? search.number : undefined,
  };
  const [orders, views] = await Promise.all([
    listOrders(db, { ...wish, ...sought, limit: PAGE_SIZE + 1 }),
    listOrderViews(db),
  ]);
  const shown = orders.slice(0, PAGE_SIZE);
  const last = orders.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const { status = '', from = '' } = wish;
  const handles = may(role, 'orders.handle');
  return (
    <>
      <PageTitle>{words.orders}</PageTitle>
      <ListKeys />
      <OrderFilters language={language} chosen={{ q, status, from }} />
      <OrderViews
        views={views}
        chosen={{ status, from }}
        current={orderListQuery({ status, from })}
        forms={handles ? { newViewId: newId(), keep: keepView, remove: removeView } : null}
        language={language}
      />
      {shown.length === 0 && <Calm>{search ? own.nothingFound : words.noOrders}</Calm>}
      {shown.length > 0 && !handles && <OrderTable orders={shown} language={language} />}
      {shown.length > 0 && handles && (
        <FulfilManyForm
          action={markManyAsSent}
          requestId={newId()}
          labels={Object.fromEntries(shown.map(({ id, number }) => [id, orderLabel(number)]))}
          language={language}
        >
          <OrderTable orders={shown} language={language} pickable />
        </FulfilManyForm>
      )}
      {last && (
        <p className="mt-4">
          <a
            href={`/admin/orders?${orderListQuery({ q, status, from })}&before=${last.number}`}
            rel="next"
            className={LINK_CLASS}
          >
            {words.older}
          </a>
        </p>
      )}
      {may(role, 'orders.export') && <OrderFiles month={dayOf(now()).slice(0, 7)} language={language} />}
    </>
  );
}

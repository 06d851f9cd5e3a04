import type { Metadata } from 'next';
import { z } from 'zod';
import { ORDER_STATUS_NAMES } from '@/components/admin/names';
import { OrderTable } from '@/components/admin/order-table';
import { Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { cn } from '@/components/ui/cn';
import { listOrders } from '@/lib/db/admin-orders';
import { ORDER_STATUSES } from '@/lib/domain/orders/status';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';

const PAGE_SIZE = 50;

// What does not fit is as good as absent: an address that somebody mistyped still shows orders.
const wishSchema = z.object({
  status: z.enum(ORDER_STATUSES).optional().catch(undefined),
  before: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.orders };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: Props) {
  await requireMerchant();
  const { language, words } = await readWords();
  const wish = wishSchema.parse(await searchParams);
  const { db } = await getDeps();
  const orders = await listOrders(db, { ...wish, limit: PAGE_SIZE + 1 });
  const shown = orders.slice(0, PAGE_SIZE);
  const last = orders.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return (
    <>
      <PageTitle>{words.orders}</PageTitle>
      <ul className="mb-4 flex flex-wrap gap-2 text-sm">
        {[undefined, ...ORDER_STATUSES].map((status) => (
          <li key={status ?? 'all'}>
            <a
              href={status ? `/admin/orders?status=${status}` : '/admin/orders'}
              aria-current={wish.status === status ? 'true' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center rounded-full border border-line px-4 hover:bg-sunken',
                wish.status === status && 'border-brand bg-brand-soft font-bold text-brand',
              )}
            >
              {status ? ORDER_STATUS_NAMES[status][language] : words.all}
            </a>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <Calm>{words.noOrders}</Calm> : <OrderTable orders={shown} language={language} />}
      {last && (
        <p className="mt-4">
          <a href={`/admin/orders?${olderQuery(wish.status, last.number)}`} rel="next" className={LINK_CLASS}>
            {words.older}
          </a>
        </p>
      )}
    </>
  );
}

function olderQuery(status: string | undefined, before: number): string {
  return new URLSearchParams({ ...(status ? { status } : {}), before: String(before) }).toString();
}

import { z } from 'zod';
import { writeBooks } from '@/lib/domain/books/write-books';
import { dayOf } from '@/lib/domain/papers/invoice';
import { fail } from '@/lib/domain/result';
import { momentOf } from '@/lib/domain/shop-time';
import { listBookEntries } from '@/lib/flows/write-books';
import { respondFile } from '@/lib/server/file-answer';
import { merchantDoor } from '@/lib/server/merchant-door';
import { respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const monthSchema = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/);

/** The books of a month (`?month=2026-11`, else the present one) as CSV with DATEV's columns. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'orders.export',
    async () => {
      const deps = await getDeps();
      const asked = new URL(request.url).searchParams.get('month') ?? dayOf(deps.now()).slice(0, 7);
      const month = monthSchema.safeParse(asked);
      const from = month.success ? momentOf(`${month.data}-01T00:00`) : null;
      const to = month.success ? momentOf(`${following(month.data)}-01T00:00`) : null;
      if (!month.success || !from || !to)
        return respondProblem(request, fail('invalid', { fields: { month: 'month' } }));
      const body = writeBooks(await listBookEntries(deps, { from, to }));
      return respondFile({ fileName: `books-${month.data}.csv`, body, contentType: 'text/csv; charset=utf-8' });
    },
    { back: '/admin/orders' },
  );
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

import { z } from 'zod';
import { writeFigures } from '@/lib/domain/figures/write-figures';
import { fail } from '@/lib/domain/result';
import { respondFile } from '@/lib/server/file-answer';
import { merchantDoor } from '@/lib/server/merchant-door';
import { respondProblem } from '@/lib/server/respond';
import { periodOf, readFigures } from '../read-figures';

const tableSchema = z.enum(['days', 'funnel', 'sources', 'products', 'returns']);

/** One table of the figures (`?table=days&days=28`) as CSV. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'figures.see',
    async () => {
      const asked = new URL(request.url).searchParams;
      const table = tableSchema.safeParse(asked.get('table'));
      if (!table.success) return respondProblem(request, fail('invalid', { fields: { table: 'table' } }));
      const period = periodOf(asked.get('days'));
      const body = writeFigures(table.data, await readFigures(period));
      const fileName = `figures-${table.data}-${period}.csv`;
      return respondFile({ fileName, body, contentType: 'text/csv; charset=utf-8' });
    },
    { back: '/admin/figures' },
  );
}

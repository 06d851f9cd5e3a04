import { listAudit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { auditCsvHead, auditCsvLine } from '@/lib/domain/audit/audit-csv';
import { merchantDoor } from '@/lib/server/merchant-door';
import { getDeps } from '@/lib/server/wiring';

const STEP = 500;

/** The whole audit log as CSV, newest first. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'audit.export',
    async () => {
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit-log.csv"',
        'cache-control': 'private, no-store',
      };
      return new Response(streamAudit((await getDeps()).db), { headers });
    },
    { back: '/admin/audit' },
  );
}

/** Read and sent in parts, since a log only grows. */
function streamAudit(db: Database): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let beforeId: number | null = null;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(auditCsvHead())),
    async pull(controller) {
      const rows = await listAudit(db, { beforeId, limit: STEP });
      for (const row of rows)
        controller.enqueue(encoder.encode(auditCsvLine({ ...row, who: row.name ?? row.merchantId })));
      beforeId = rows.at(-1)?.id ?? null;
      if (rows.length < STEP) controller.close();
    },
  });
}

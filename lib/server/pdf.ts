import 'server-only';
import type { IssuedPaper } from '@/lib/db/invoices';
import { type PrintedPaper, printPaper } from '@/lib/flows/print-paper';
import { getDeps } from './wiring';

/** A paper as PDF, shown where the browser can, for one person only. */
export async function respondPaper(paper: IssuedPaper): Promise<Response> {
  return respondPdf(await printPaper(await getDeps(), paper));
}

export function respondPdf({ bytes, fileName }: PrintedPaper): Response {
  return new Response(bytes, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `inline; filename="${fileName}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

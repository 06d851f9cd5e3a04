import { buyerPlace, type IssuedPaper } from '@/lib/db/invoices';
import { buyerSchema } from '@/lib/domain/papers/invoice';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import type { Deps } from './deps';

export type PrintedPaper = { fileName: string; bytes: Uint8Array<ArrayBuffer> };

/** A paper as PDF, as often as it is wanted: the same bytes each time. Who bought is unsealed here and goes nowhere else. */
export async function printPaper(deps: Pick<Deps, 'sealer' | 'papers'>, paper: IssuedPaper): Promise<PrintedPaper> {
  const buyer = buyerSchema.parse(JSON.parse(deps.sealer.open(buyerPlace(paper.id), paper.sealedBuyer)));
  const bytes = await deps.papers.print(paper.paper, buyer);
  const { language, kind, label } = paper.paper;
  return { fileName: `${PAPER_WORDS[language].fileName[kind]}-${label}.pdf`, bytes };
}

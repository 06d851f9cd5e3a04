import { z } from 'zod';
import { listMovements, listPapersIssued, type Span } from '@/lib/db/books';
import { type BookEntry, movementEntry, paperEntries } from '@/lib/domain/books/entries';
import { currencySchema } from '@/lib/domain/money';
import { dayOf } from '@/lib/domain/papers/invoice';
import type { Deps } from './deps';

const accountSchema = z.enum(['order', 'refund', 'dispute', 'fee']);

/** The books of a span of time: every paper that was issued, and every movement of money in the append-only ledger. */
export async function listBookEntries({ db }: Pick<Deps, 'db'>, span: Span): Promise<BookEntry[]> {
  const [papers, movements] = await Promise.all([listPapersIssued(db, span), listMovements(db, span)]);
  return [
    ...papers.flatMap(paperEntries),
    ...movements.map(({ account, currency, at, ...movement }) =>
      movementEntry({
        ...movement,
        account: accountSchema.parse(account),
        currency: currencySchema.parse(currency),
        day: dayOf(at),
      }),
    ),
  ];
}

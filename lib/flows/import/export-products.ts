import { listPricedCurrencies } from '@/lib/db/admin-products';
import type { Database } from '@/lib/db/client';
import { listStatesAfter, type StatePlace } from '@/lib/db/product-states';
import { ownColumns, ownLines } from '@/lib/domain/catalogue/transfer/own-columns';
import { csvLine } from '@/lib/domain/csv-line';

const PAGE = 200;

/** The whole catalogue as our own file, piece by piece: taken in again it changes nothing. A BOM tells spreadsheets that it is UTF-8. */
export async function* exportProducts(db: Database): AsyncGenerator<string> {
  const currencies = await listPricedCurrencies(db);
  yield `\ufeff${csvLine(ownColumns(currencies))}`;
  let after: StatePlace | null = null;
  do {
    const page: Awaited<ReturnType<typeof listStatesAfter>> = await listStatesAfter(db, after, PAGE);
    if (page.states.length > 0) yield page.states.map((state) => ownLines(state, currencies)).join('');
    after = page.last;
  } while (after);
}

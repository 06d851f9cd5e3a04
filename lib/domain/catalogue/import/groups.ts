import { cell } from './cells';
import type { ImportProblem, Table, TableRow } from './imported-product';
import { problemAt } from './report';

/** All rows of one product; `head` is the row that has the title. */
export type RowGroup = { handle: string; head: TableRow; rows: TableRow[] };

const HANDLE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,199}$/u;

/**
 * Gathers a product's rows by handle, as Shopify does: rows without a title belong to the product of that name even
 * where others stand between. A second product under a used handle is reported and left out with its rows.
 */
export function groupByHandle(table: Table): { groups: RowGroup[]; report: ImportProblem[] } {
  const report: ImportProblem[] = [];
  const groups = new Map<string, RowGroup>();
  const refused = new Set<string>();
  let previous = '';
  let skipping = false; // inside a product that came under a used handle
  for (const row of table.rows) {
    const handle = cell(row, 'Handle').toLowerCase();
    const goesOn = handle === previous;
    previous = handle;
    const group = groups.get(handle);
    const title = cell(row, 'Title');
    if (group !== undefined) {
      const startsAnother = title !== '' && !(goesOn && title === cell(group.head, 'Title'));
      if (startsAnother) report.push(problemAt(row, 'Handle', 'handle_doubled'));
      skipping = startsAnother || (skipping && goesOn);
      if (!skipping) group.rows.push(row);
      continue;
    }
    skipping = false;
    if (refused.has(handle) && handle !== '') continue;
    const problem = problemOfHead(row, handle, title);
    if (problem !== null) {
      report.push(problem);
      refused.add(handle);
      continue;
    }
    groups.set(handle, { handle, head: row, rows: [row] });
  }
  return { groups: [...groups.values()], report };
}

function problemOfHead(row: TableRow, handle: string, title: string): ImportProblem | null {
  if (handle === '') return problemAt(row, 'Handle', 'handle_missing');
  if (!HANDLE.test(handle)) return problemAt(row, 'Handle', 'handle_malformed');
  if (title === '') return problemAt(row, 'Title', 'title_missing');
  if (title.length > 200) return problemAt(row, 'Title', 'title_too_long');
  if (cell(row, 'Gift Card').toLowerCase() === 'true') return problemAt(row, 'Gift Card', 'gift_card');
  return null;
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { Table, TableRow } from '@/lib/domain/catalogue/import/imported-product';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { CsvProblem } from './csv';

const CHUNK = 64 * 1024;
const MOST_ROWS = 250_000;
const MOST_COLUMNS = 300;

/**
 * A CSV text as rows under named columns, read in small pieces so that others are served between: as `readCsv`, but the comma may
 * be a semicolon or a tab, as spreadsheets in many countries write. Problems: as `readCsv`; "too_large" for too many rows.
 */
export async function openTable(text: string): Promise<Result<Table, CsvProblem>> {
  if (text.includes('\0')) return fail('not_text');
  const plain = text.replace(/^\ufeff/, '');
  const records: string[][] = [];
  try {
    const parser = parse({ relax_column_count: true, skip_empty_lines: false, delimiter: delimiterOf(plain) });
    parser.on('data', (record: string[]) => records.push(record));
    const ended = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject));
    ended.catch(() => undefined); // awaited below: until then it is nobody's
    for (let at = 0; at < plain.length; at += CHUNK) {
      parser.write(plain.slice(at, at + CHUNK));
      if (records.length > MOST_ROWS) return fail('too_large', { limitRows: MOST_ROWS });
      await nextTurn();
    }
    parser.end();
    await ended;
  } catch (error) {
    if (error instanceof CsvError) return fail('broken_quotes', { row: records.length + 1 });
    throw error;
  }
  return tableOf(records);
}

function tableOf([header, ...lines]: string[][]): Result<Table, CsvProblem> {
  if (header === undefined || header.length > MOST_COLUMNS) return fail(header ? 'too_large' : 'empty');
  const columns = header.map((name) => name.trim());
  const doubled = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (doubled !== undefined) return fail('doubled_column', { column: doubled });
  const places = new Map(columns.map((name, at) => [name, at]));
  const rows: TableRow[] = [];
  for (const [at, line] of lines.entries()) {
    const row = at + 2;
    if (line.every((cell) => cell === '')) continue;
    if (line.length !== columns.length) return fail('uneven_row', { row, cells: line.length, columns: columns.length });
    rows.push({ row, cells: { get: (name) => line[places.get(name) ?? -1] } });
  }
  return rows.length > 0 ? succeed({ columns, rows }) : fail('empty');
}

/** What stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 20_000)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

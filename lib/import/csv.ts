import { CsvError, parse } from 'csv-parse/sync';
import type { Table, TableRow } from '@/lib/domain/catalogue/import/imported-product';
import { fail, type Result, succeed } from '@/lib/domain/result';

export type CsvProblem = 'too_large' | 'not_text' | 'empty' | 'broken_quotes' | 'uneven_row' | 'doubled_column';

const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

/**
 * A CSV file (RFC 4180, UTF-8 with or without BOM, LF or CRLF) as rows under named columns; empty lines are passed over.
 * It is whole or nothing. Problems: "too_large", "not_text" (not UTF-8, or NUL inside), "empty"; "broken_quotes" and
 * "uneven_row" with detail.row as a spreadsheet counts; "doubled_column" with detail.column.
 */
export function readCsv(content: Uint8Array | string): Result<Table, CsvProblem> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  if (bytes.byteLength > LARGEST_FILE_BYTES) return fail('too_large', { limitBytes: LARGEST_FILE_BYTES });
  const text = textOf(bytes);
  if (text === null) return fail('not_text');
  const records = recordsOf(text);
  if (!records.ok) return records;
  const [header, ...lines] = records.value;
  if (header === undefined) return fail('empty');
  const columns = header.map((name) => name.trim());
  const doubled = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (doubled !== undefined) return fail('doubled_column', { column: doubled });
  const rows: TableRow[] = [];
  for (const [i, line] of lines.entries()) {
    const row = i + 2;
    if (line.length === 1 && line[0] === '') continue;
    if (line.length !== columns.length) {
      return fail('uneven_row', { row, cells: line.length, columns: columns.length });
    }
    // A Map, since a column may be called "__proto__".
    rows.push({ row, cells: new Map(columns.map((name, at) => [name, line[at] ?? ''])) });
  }
  return succeed({ columns, rows });
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function recordsOf(text: string): Result<string[][], CsvProblem> {
  try {
    // Lengths are checked by the caller, so that the row can be counted as people count.
    const records: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false });
    return succeed(records);
  } catch (error) {
    if (error instanceof CsvError) return fail('broken_quotes', { row: Number(error.records ?? 0) + 1 });
    throw error;
  }
}

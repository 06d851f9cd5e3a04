import type { AuditEntry } from './entry';

const HEAD = ['id', 'at', 'who', 'what', 'about', 'before', 'after'];
/** What a spreadsheet takes for the beginning of a formula, as OWASP lists it under "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n]/;

/** One cell of a CSV (RFC 4180): always quoted, and never a formula to whoever opens it. */
export function csvCell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

export function auditCsvHead(): string {
  return csvLine(HEAD);
}

/** An entry of the log as a line of the export; times in UTC. */
export function auditCsvLine(entry: AuditEntry & { who: string }): string {
  const facts = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  const { id, at, who, what, about, before, after } = entry;
  return csvLine([String(id), at.toISOString(), who, what, about, facts(before), facts(after)]);
}

function csvLine(cells: string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

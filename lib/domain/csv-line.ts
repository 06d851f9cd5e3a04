/** What a spreadsheet takes for a formula when a cell begins with it, full-width signs and hidden line ends too. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A text as a cell that no spreadsheet runs: an apostrophe stands before what would begin a formula. `readGuarded` takes it
 * away again, so that what goes out comes back as it was. Source: OWASP, "CSV Injection".
 */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text behind a guarded cell; what was never guarded stays as it is. */
export function readGuarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file, with its end. Source: RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

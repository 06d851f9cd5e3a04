/** A cell of a file: a figure stands as it is, words are guarded. */
export type CsvCell = string | { figure: string };

// What a spreadsheet would take for a formula, also behind blanks, and what begins with a control character.
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]|^\p{Cc}/u;

/**
 * A CSV file (RFC 4180, CRLF, UTF-8 with BOM, so that a spreadsheet reads the umlauts). Words that a spreadsheet would run as
 * a formula begin with an apostrophe. Source: OWASP, CSV Injection.
 */
export function csvFile(heads: readonly string[], rows: readonly (readonly CsvCell[])[], separator: ',' | ';'): string {
  const lines = [heads, ...rows].map((cells) => cells.map((cell) => cellText(cell, separator)).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell, separator: string): string {
  const text = typeof cell === 'string' ? guarded(cell) : cell.figure;
  return text.includes(separator) || /["\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

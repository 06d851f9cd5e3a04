import type { PaperLine } from '@/lib/domain/papers/invoice';
import { percentIn, type Setting } from './setting';
import { EDGE, type TextLook } from './sheet';

type Column = Pick<TextLook, 'x' | 'width' | 'align'>;
const COLUMNS = {
  item: { x: EDGE.left, width: 228 },
  quantity: { x: 303, width: 44, align: 'right' },
  unit: { x: 351, width: 72, align: 'right' },
  rate: { x: 427, width: 40, align: 'right' },
  amount: { x: 469, width: 70, align: 'right' },
} as const satisfies Record<string, Column>;

/** The goods as a table, its head again on each page that it reaches; answers where it ended. */
export function writeLines(setting: Setting, top: number): number {
  const { sheet, facts } = setting;
  const table = sheet.part('Table');
  let y = writeHeads(setting, table, top);
  for (const line of facts.lines) {
    const height = heightOf(setting, line);
    if (y + height > EDGE.bottom - 12) {
      sheet.turnPage();
      y = writeHeads(setting, table, EDGE.top);
    }
    writeLine(setting, table, line, y);
    y += height;
    sheet.rule(y);
    y += 6;
  }
  return y;
}

function showsRates({ facts }: Setting): boolean {
  return facts.taxes.length > 0;
}

function writeHeads(setting: Setting, table: PDFKit.PDFStructureElement, y: number): number {
  const { sheet, words } = setting;
  const row = sheet.part('TR', table);
  const look = { y, size: 8, soft: true } as const;
  sheet.write(row, 'TH', words.item, { ...COLUMNS.item, ...look });
  sheet.write(row, 'TH', words.quantity, { ...COLUMNS.quantity, ...look });
  sheet.write(row, 'TH', words.unit, { ...COLUMNS.unit, ...look });
  if (showsRates(setting)) sheet.write(row, 'TH', words.rate, { ...COLUMNS.rate, ...look });
  sheet.write(row, 'TH', words.amount, { ...COLUMNS.amount, ...look });
  sheet.rule(y + 14, { strong: true });
  return y + 22;
}

function heightOf({ sheet }: Setting, line: PaperLine): number {
  const { width } = COLUMNS.item;
  const detail = line.detail ? sheet.heightOf(line.detail, { width, size: 8, soft: true }) : 0;
  return sheet.heightOf(line.title, { width, strong: true }) + detail + 4;
}

function writeLine(setting: Setting, table: PDFKit.PDFStructureElement, line: PaperLine, y: number): void {
  const { sheet, facts, say } = setting;
  const row = sheet.part('TR', table);
  const item = sheet.part('TD', row);
  const below = sheet.write(item, 'P', line.title, { ...COLUMNS.item, y, strong: true });
  if (line.detail) sheet.write(item, 'P', line.detail, { ...COLUMNS.item, y: below, size: 8, soft: true });
  const number = new Intl.NumberFormat(facts.intlLocale);
  const figures: [Column, string][] = [
    [COLUMNS.quantity, line.quantity === null ? '' : number.format(line.quantity)],
    [COLUMNS.unit, line.unitMinor === null ? '' : say(line.unitMinor)],
    ...(showsRates(setting)
      ? [
          [COLUMNS.rate, line.ratePerMille === null ? '' : percentIn(facts.intlLocale, line.ratePerMille)] satisfies [
            Column,
            string,
          ],
        ]
      : []),
    [COLUMNS.amount, say(line.totalMinor)],
  ];
  // An empty cell still stands in its column, for whoever hears the table.
  for (const [column, text] of figures) sheet.write(row, 'TD', text || ' ', { ...column, y });
}

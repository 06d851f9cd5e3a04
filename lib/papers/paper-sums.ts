import { percentIn, type Setting } from './setting';
import { EDGE } from './sheet';

const NAME = { x: 303, width: 150 };
const AMOUNT = { x: 455, width: EDGE.right - 455, align: 'right' } as const;
const ROW = 17;

/** What the lines come to, the VAT by rate, how it was paid, and what the law wants said. */
export function writeSums(setting: Setting, after: number): void {
  const { sheet, facts, words, say } = setting;
  let y = withRoom(setting, after + 6, sumRows(setting).length * ROW + 40);
  const table = sheet.part('Table');
  for (const [name, amountMinor] of sumRows(setting)) {
    writeRow(setting, table, [name, say(amountMinor)], { y });
    y += ROW;
  }
  sheet.rule(y, { from: NAME.x, strong: true });
  writeRow(setting, table, [words.total[facts.kind], say(facts.totalMinor)], { y: y + 7, strong: true, size: 11.5 });
  y += 40;
  y = writeTaxes(setting, y);
  const said = [howPaid(setting), facts.note && words.notes[facts.note]].filter((text) => text !== null);
  for (const text of said) {
    const look = { x: EDGE.left, width: 468 };
    y = withRoom(setting, y, sheet.heightOf(text, look));
    y = sheet.write(sheet.root, 'P', text, { ...look, y }) + 6;
  }
}

function howPaid({ facts, words, days }: Setting): string {
  if (facts.paidWith === '') return words.nothingPaid;
  return facts.kind === 'invoice' ? words.paid(facts.paidWith, days(facts.orderedOn)) : words.givenBack(facts.paidWith);
}

function sumRows({ facts, words }: Setting): [string, number][] {
  const goodsMinor = facts.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const { shipping } = facts;
  return [
    [words.goods, goodsMinor],
    ...(facts.discountMinor > 0 ? [[words.discount, -facts.discountMinor] satisfies [string, number]] : []),
    ...(shipping ? [[words.shipping(shipping.title), shipping.amountMinor] satisfies [string, number]] : []),
    ...(facts.taxAddedMinor > 0 ? [[words.taxAdded, facts.taxAddedMinor] satisfies [string, number]] : []),
  ];
}

type RowLook = { y: number; strong?: boolean; size?: number };

function writeRow(
  { sheet }: Setting,
  table: PDFKit.PDFStructureElement,
  [name, amount]: [string, string],
  look: RowLook,
): void {
  const row = sheet.part('TR', table);
  sheet.write(row, 'TH', name, { ...NAME, ...look });
  sheet.write(row, 'TD', amount, { ...AMOUNT, ...look });
}

const TAX_COLUMNS = [
  { x: EDGE.left, width: 120 },
  { x: 195, width: 80, align: 'right' },
  { x: 283, width: 90, align: 'right' },
  { x: 381, width: 80, align: 'right' },
] as const;

function writeTaxes(setting: Setting, top: number): number {
  const { sheet, facts, words, say } = setting;
  if (facts.taxes.length === 0) return top;
  const shown = facts.taxes.map((row) => [
    percentIn(facts.intlLocale, row.ratePerMille),
    say(row.netMinor),
    say(row.taxMinor),
    say(row.grossMinor),
  ]);
  const sum = (of: 'netMinor' | 'taxMinor' | 'grossMinor') => say(facts.taxes.reduce((all, row) => all + row[of], 0));
  if (shown.length > 1) shown.push([words.sum, sum('netMinor'), sum('taxMinor'), sum('grossMinor')]);
  let y = withRoom(setting, top, (shown.length + 1) * ROW + 12);
  const table = sheet.part('Table');
  writeCells(setting, table, 'TH', [words.taxes, words.net, words.tax, words.gross], y);
  sheet.rule(y + 13, { to: 461 });
  y += ROW;
  for (const cells of shown) {
    writeCells(setting, table, 'TD', cells, y);
    y += ROW - 3;
  }
  return y + 16;
}

function writeCells(
  { sheet }: Setting,
  table: PDFKit.PDFStructureElement,
  type: 'TH' | 'TD',
  cells: readonly string[],
  y: number,
): void {
  const row = sheet.part('TR', table);
  for (const [index, column] of TAX_COLUMNS.entries()) {
    sheet.write(row, type, cells[index] ?? '', { ...column, y, size: 8.5, soft: type === 'TH' });
  }
}

// What belongs together is not torn apart.
function withRoom({ sheet }: Setting, y: number, height: number): number {
  if (y + height <= EDGE.bottom) return y;
  sheet.turnPage();
  return EDGE.top;
}

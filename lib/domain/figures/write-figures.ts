import { csvLine, guardCell } from '../csv-line';
import { type CurrencyCode, money, toDecimalText } from '../money';
import {
  type DayFigures,
  FUNNEL_STEPS,
  type Funnel,
  type ProductFigures,
  type ReturnFigures,
  type SourceFigures,
} from './figures';

export type FigureTables = {
  byDay: readonly DayFigures[];
  funnel: Funnel;
  sources: readonly SourceFigures[];
  products: readonly ProductFigures[];
  returns: readonly ReturnFigures[];
};

const text = (amountMinor: number, currency: CurrencyCode) => toDecimalText(money(amountMinor, currency));

/** One table of the figures as CSV, amounts in whole units with a point, under names that no language changes. */
export function writeFigures(table: 'days' | 'funnel' | 'sources' | 'products' | 'returns', all: FigureTables): string {
  return rowsOf(table, all)
    .map((row) => csvLine(row.map((cell) => guardCell(String(cell)))))
    .join('');
}

function rowsOf(table: Parameters<typeof writeFigures>[0], all: FigureTables): (string | number)[][] {
  switch (table) {
    case 'days':
      return [
        ['day', 'currency', 'orders', 'amount', 'refunded'],
        ...all.byDay.map(({ day, currency, orders, amountMinor, refundedMinor }) => [
          day,
          currency,
          orders,
          text(amountMinor, currency),
          text(refundedMinor, currency),
        ]),
      ];
    case 'funnel':
      return [['step', 'people'], ...FUNNEL_STEPS.map((step) => [step, all.funnel[step]])];
    case 'sources':
      return [
        ['source', 'people', 'orders', 'currency', 'amount'],
        ...all.sources.flatMap(({ source, people, orders, revenue }) =>
          revenue.length === 0
            ? [[source, people, orders, '', '']]
            : revenue.map(({ currency, amountMinor }) => [
                source,
                people,
                orders,
                currency,
                text(amountMinor, currency),
              ]),
        ),
      ];
    case 'products':
      return [
        ['product', 'title_de', 'title_en', 'currency', 'pieces', 'amount'],
        ...all.products.map(({ productId, title, currency, pieces, amountMinor }) => [
          productId ?? '',
          title.de,
          title.en,
          currency,
          pieces,
          text(amountMinor, currency),
        ]),
      ];
    case 'returns':
      return [
        ['reason', 'currency', 'refunds', 'amount'],
        ...all.returns.map(({ reason, currency, refunds, amountMinor }) => [
          reason,
          currency,
          refunds,
          text(amountMinor, currency),
        ]),
      ];
  }
}

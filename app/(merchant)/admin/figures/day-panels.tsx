import { BarChart } from '@/components/admin/charts';
import type { FigureWords } from '@/components/admin/figure-words';
import { moneyIn } from '@/components/admin/formats';
import { Calm, Cell, LINK_CLASS, Panel, Table } from '@/components/admin/parts';
import { type DayFigures, wholePeriod } from '@/lib/domain/figures/figures';
import type { Language } from '@/lib/domain/market';

type Props = { days: string[]; byDay: DayFigures[]; words: FigureWords; language: Language; csv: string };

/** Revenue and orders by day: a chart for each currency, and the table behind them. */
export function DayPanels({ days, byDay, words, language, csv }: Props) {
  const currencies = [...new Set(byDay.map(({ currency }) => currency))];
  const dayName = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const named = (day: string) => dayName.format(new Date(`${day}T00:00:00Z`));
  if (currencies.length === 0)
    return (
      <Panel title={words.ordersByDay} className="md:col-span-2">
        <Calm>{words.nothing}</Calm>
      </Panel>
    );
  return (
    <>
      {currencies.map((currency) => {
        const whole = wholePeriod(days, byDay, currency);
        const sum = whole.reduce((all, one) => all + one.amountMinor - one.refundedMinor, 0);
        return (
          <Panel key={currency} title={words.revenue(currency)}>
            <strong className="text-xl tabular-nums">{moneyIn(sum, currency, language)}</strong>
            <BarChart
              label={words.revenue(currency)}
              highest={words.highest}
              bars={whole.map(({ day, amountMinor, refundedMinor }) => ({
                label: named(day),
                value: amountMinor - refundedMinor,
                said: moneyIn(amountMinor - refundedMinor, currency, language),
              }))}
            />
          </Panel>
        );
      })}
      <Panel title={words.ordersByDay}>
        <BarChart
          label={words.ordersByDay}
          highest={words.highest}
          bars={days.map((day) => {
            const orders = byDay.filter((one) => one.day === day).reduce((all, one) => all + one.orders, 0);
            return { label: named(day), value: orders, said: String(orders) };
          })}
        />
        <details className="text-sm">
          <summary className="min-h-11 py-2">{words.table}</summary>
          <Table
            label={words.ordersByDay}
            heads={[words.day, words.currency, words.orders, words.amount, words.refunded]}
            figures={[words.orders, words.amount, words.refunded]}
          >
            {byDay.map(({ day, currency, orders, amountMinor, refundedMinor }) => (
              <tr key={`${day}${currency}`}>
                <Cell>{named(day)}</Cell>
                <Cell>{currency}</Cell>
                <Cell number>{orders}</Cell>
                <Cell number>{moneyIn(amountMinor, currency, language)}</Cell>
                <Cell number>{moneyIn(refundedMinor, currency, language)}</Cell>
              </tr>
            ))}
          </Table>
        </details>
        <a href={csv} className={`${LINK_CLASS} text-sm`}>
          {words.csv}
        </a>
      </Panel>
    </>
  );
}

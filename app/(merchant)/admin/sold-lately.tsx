import { BarChart } from '@/components/admin/charts';
import { figureWordsIn } from '@/components/admin/figure-words';
import { moneyIn } from '@/components/admin/formats';
import { Calm, LINK_CLASS, Panel } from '@/components/admin/parts';
import { listDayFigures } from '@/lib/db/figures';
import { wholePeriod } from '@/lib/domain/figures/figures';
import type { Language } from '@/lib/domain/market';
import { lastDays, SHOP_TIME_ZONE } from '@/lib/domain/shop-time';
import { getDeps } from '@/lib/server/wiring';

const DAYS = 14;

/** Two weeks of revenue at a glance, in the currency that most was sold in; all figures are one step away. */
export async function SoldLately({ language }: { language: Language }) {
  const words = figureWordsIn(language);
  const { db, now } = await getDeps();
  const until = now();
  const { days, since } = lastDays(until, DAYS);
  const byDay = await listDayFigures(db, { since, until }, SHOP_TIME_ZONE);
  const ordersIn = (currency: string) =>
    byDay.reduce((sum, one) => sum + (one.currency === currency ? one.orders : 0), 0);
  const [currency] = byDay.map((one) => one.currency).sort((a, b) => ordersIn(b) - ordersIn(a));
  const dayName = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <Panel title={currency ? words.revenue(currency) : words.ordersByDay}>
      {currency ? (
        <BarChart
          label={words.revenue(currency)}
          highest={words.highest}
          bars={wholePeriod(days, byDay, currency).map(({ day, amountMinor, refundedMinor }) => ({
            label: dayName.format(new Date(`${day}T00:00:00Z`)),
            value: amountMinor - refundedMinor,
            said: moneyIn(amountMinor - refundedMinor, currency, language),
          }))}
        />
      ) : (
        <Calm>{words.nothing}</Calm>
      )}
      <a href="/admin/figures" className={`${LINK_CLASS} text-sm`}>
        {words.title}
      </a>
    </Panel>
  );
}

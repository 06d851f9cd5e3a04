import { StepChart } from '@/components/admin/charts';
import { durationIn } from '@/components/admin/durations';
import { type FigureWords, reasonName } from '@/components/admin/figure-words';
import { moneyIn } from '@/components/admin/formats';
import { Calm, Cell, LINK_CLASS, Panel, Table } from '@/components/admin/parts';
import { FUNNEL_STEPS } from '@/lib/domain/figures/figures';
import { type Language, textIn } from '@/lib/domain/market';
import type { AllFigures } from './read-figures';

type Props = { figures: AllFigures; words: FigureWords; language: Language; csv: (table: string) => string };

/** Who came, from where, what they took and what came back; how long they waited. */
export function PeoplePanels({ figures, words, language, csv }: Props) {
  const { funnel, sources, products, returns, withdrawals, waits } = figures;
  const link = (table: string) => (
    <a href={csv(table)} className={`${LINK_CLASS} text-sm`}>
      {words.csv}
    </a>
  );
  const sum = (all: { currency: string; amountMinor: number }[]) =>
    all.map(({ currency, amountMinor }) => moneyIn(amountMinor, currency, language)).join(', ') || '–';
  return (
    <>
      <Panel title={words.funnel}>
        <Calm>{words.funnelLead}</Calm>
        <StepChart
          label={words.funnel}
          steps={FUNNEL_STEPS.map((step) => ({
            label: words.steps[step],
            value: funnel[step],
            said: String(funnel[step]),
          }))}
        />
        {link('funnel')}
      </Panel>
      <Panel title={words.sources}>
        <Table
          label={words.sources}
          heads={[words.source, words.people, words.orders, words.amount]}
          figures={[words.people, words.orders, words.amount]}
        >
          {sources.map(({ source, people, orders, revenue }) => (
            <tr key={source}>
              <Cell>{words.sourceNames[source]}</Cell>
              <Cell number>{source === 'none' ? '–' : people}</Cell>
              <Cell number>{orders}</Cell>
              <Cell number>{sum(revenue)}</Cell>
            </tr>
          ))}
        </Table>
        {link('sources')}
      </Panel>
      <Panel title={words.products} className="md:col-span-2">
        {products.length === 0 && <Calm>{words.nothing}</Calm>}
        {products.length > 0 && (
          <Table
            label={words.products}
            heads={[words.product, words.pieces, words.amount]}
            figures={[words.pieces, words.amount]}
          >
            {products.map(({ productId, title, currency, pieces, amountMinor }) => (
              <tr key={`${productId ?? textIn(title, 'de')}${currency}`}>
                <Cell>
                  {productId ? (
                    <a href={`/admin/products/${productId}`} className={LINK_CLASS}>
                      {textIn(title, language)}
                    </a>
                  ) : (
                    textIn(title, language)
                  )}
                </Cell>
                <Cell number>{pieces}</Cell>
                <Cell number>{moneyIn(amountMinor, currency, language)}</Cell>
              </tr>
            ))}
          </Table>
        )}
        {link('products')}
      </Panel>
      <Panel title={words.returns}>
        {returns.length === 0 && <Calm>{words.noReturns}</Calm>}
        <ul className="grid gap-1 text-sm">
          {returns.map(({ reason, currency, refunds, amountMinor }) => (
            <li key={`${reason}${currency}`} className="flex justify-between gap-4">
              <span>
                {reasonName(reason, language)} ({refunds})
              </span>
              <span className="tabular-nums">{moneyIn(amountMinor, currency, language)}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm">{words.withdrawals(withdrawals)}</p>
        {link('returns')}
      </Panel>
      <Panel title={words.answers}>
        {waits.answered + waits.waiting === 0 && <Calm>{words.noWaits}</Calm>}
        {waits.medianSeconds !== null && (
          <p>
            <strong className="text-xl tabular-nums">{durationIn(waits.medianSeconds * 1000, language)}</strong>
            <span className="block text-sm text-muted">{words.median}</span>
          </p>
        )}
        {waits.answered + waits.waiting > 0 && (
          <p className="text-sm">
            {words.answered(waits.answered)}, {words.waiting(waits.waiting)}
          </p>
        )}
      </Panel>
    </>
  );
}

import type { ReactNode } from 'react';
import type { OrderDetails } from '@/lib/domain/cart/address';
import type { Quote } from '@/lib/domain/cart/quote';
import { type Language, textIn } from '@/lib/domain/market';
import { moneyIn } from './formats';
import { Calm, Cell, LINK_CLASS, Panel, Table } from './parts';
import { wordsIn } from './words';

export function OrderLines({ quote, language }: { quote: Quote; language: Language }) {
  const words = wordsIn(language);
  return (
    <Table
      label={words.lines}
      heads={[words.product, words.variant, words.pieces, words.price, words.total]}
      figures={[words.pieces, words.price, words.total]}
    >
      {quote.lines.map((line) => (
        <tr key={line.variantId}>
          <Cell>
            {textIn(line.title, language)}
            <span className="block text-xs text-muted">{line.sku}</span>
          </Cell>
          <Cell>{textIn(line.variantTitle, language)}</Cell>
          <Cell number>{line.quantity}</Cell>
          <Cell number>{moneyIn(line.unitMinor, quote.currency, language)}</Cell>
          <Cell number>{moneyIn(line.totalMinor, quote.currency, language)}</Cell>
        </tr>
      ))}
    </Table>
  );
}

export function OrderSums({ quote, language }: { quote: Quote; language: Language }) {
  const words = wordsIn(language);
  const sums: [string, number][] = [
    [words.goods, quote.goodsMinor],
    [`${words.shipping} · ${textIn(quote.shipping.chosen.title, language)}`, quote.shipping.chosen.priceMinor],
    ...quote.discounts.map(({ title, code, amountMinor }): [string, number] => [
      [words.discount, textIn(title, language), code].filter(Boolean).join(' · '),
      -amountMinor,
    ]),
    ...(quote.taxAddedMinor > 0 ? [[words.taxAdded, quote.taxAddedMinor] satisfies [string, number]] : []),
  ];
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-sm tabular-nums">
      {sums.map(([name, amountMinor]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd className="pl-6 text-right">{moneyIn(amountMinor, quote.currency, language)}</dd>
        </div>
      ))}
      <dt className="border-t border-line pt-1 font-bold">{words.total}</dt>
      <dd className="border-t border-line pt-1 pl-6 text-right font-bold">
        {moneyIn(quote.total.amountMinor, quote.currency, language)}
      </dd>
      {quote.taxContainedMinor > 0 && (
        <>
          <dt className="text-xs text-muted">{words.taxContained}</dt>
          <dd className="text-right text-xs text-muted">
            {moneyIn(quote.taxContainedMinor, quote.currency, language)}
          </dd>
        </>
      )}
    </dl>
  );
}

type OrderAddressProps = { details: OrderDetails; language: Language; children?: ReactNode };

/** Where it goes and how she is reached; `children` stand below the address. */
export function OrderAddress({ details, language, children }: OrderAddressProps) {
  const words = wordsIn(language);
  const { address } = details;
  return (
    <>
      <Panel title={words.address}>
        {address ? (
          <address className="whitespace-pre-line text-sm not-italic">
            {[
              address.name,
              address.street1,
              address.street2,
              `${address.postalCode} ${address.city}`,
              address.region,
              new Intl.DisplayNames([language], { type: 'region' }).of(address.country),
            ]
              .filter(Boolean)
              .join('\n')}
          </address>
        ) : (
          <Calm>{words.addressMissing}</Calm>
        )}
        {children}
      </Panel>
      <Panel title={words.contact}>
        <p className="text-sm">
          {details.email && (
            <a href={`mailto:${encodeURIComponent(details.email)}`} className={LINK_CLASS}>
              {details.email}
            </a>
          )}
          {details.phone && <span className="block">{details.phone}</span>}
        </p>
      </Panel>
    </>
  );
}

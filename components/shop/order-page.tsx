import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Address, OrderDetails } from '@/lib/domain/cart/address';
import type { QuoteLine } from '@/lib/domain/cart/quote';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { arrivalWindow } from '@/lib/domain/orders/arrival';
import type { Again } from '@/lib/domain/orders/reorder';
import type { PageLanguage } from '@/lib/domain/page-language';
import { FREE_PAYMENT } from '@/lib/domain/payments/attempt';
import { type OrderPageWords, orderWords } from '@/lib/domain/words/orders';
import { countryName } from '@/lib/domain/words/places';
import { shopWords } from '@/lib/domain/words/shop';
import { wayWords } from '@/lib/domain/words/ways';
import { withdrawalWords } from '@/lib/domain/words/withdrawal';
import { amountText } from './amount-text';
import { BuyAgain } from './buy-again';
import { CancelOrder, OrderMoneyNews } from './order-money';
import { OrderPapers, type PaperNews } from './order-papers';
import { OrderParcels } from './order-parcels';
import { cardText, dayText, type OrderView } from './order-view';
import { QuoteSummary } from './quote-summary';
import { ReloadWhenRestored } from './reload-when-restored';
import { ReviewOffer, type ReviewOfferView } from './review-offer';
import { SharePanel } from './share-panel';
import { ShopFrame } from './shop-frame';
import { ThumbPicture } from './thumb-picture';
import { Written } from './written';

type OrderPageProps = {
  order: OrderView;
  market: PageMarket;
  shopName: string;
  shareSlug: string | null;
  /** The way back to her chat, where this page stands in another browser than the webview. */
  threadUrl: string | null;
  paperNews: PaperNews;
  /** False where the link of a mail opened it: then it can be looked at, and nothing of hers done with it. */
  isHers: boolean;
  /** Why what she asked here was not done. */
  problem: string | null;
  /** How it would stand if it were bought again, and why that was not done. */
  again: { lines: Again[]; problem: string | null };
  review: ReviewOfferView;
  /** Of the mail's link that opened the page. */
  linkKey: string | null;
};

/** The receipt as a page: what was bought, where it goes, when it comes, how to send it back. */
export function OrderPage({ order, isHers, market, shopName, shareSlug, threadUrl, ...said }: OrderPageProps) {
  const words = orderWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="orders">
      <ReloadWhenRestored />
      <article className="safe-x mx-auto max-w-text pt-4">
        <Headline order={order} market={market} words={words} />
        <OrderMoneyNews order={order} market={market} />
        <OrderParcels parcels={order.parcels} market={market} />
        <ul className="mt-5 divide-y divide-line border-y border-line" aria-label={words.items}>
          {order.quote.lines.map((line) => (
            <Line
              key={line.variantId}
              line={line}
              price={amountText(line.totalMinor, { currency: order.quote.currency, intlLocale: market.intlLocale })}
              language={market.language}
            />
          ))}
        </ul>
        <div className="mt-4">
          <QuoteSummary quote={order.quote} market={market} country={order.details.address?.country} />
        </div>
        <div className="mt-6 grid gap-6 sm:grid-cols-2">
          <Block title={words.address}>
            <DeliveredTo details={order.details} market={market} words={words} />
          </Block>
          <Block title={words.payment}>
            {order.paymentMethod === FREE_PAYMENT ? words.nothingPaid : cardText(order.paymentMethod)}
          </Block>
        </div>
        {isHers && (
          <p className="mt-6 text-sm text-muted">{order.isInThread ? words.receipt.thread : words.receipt.here}</p>
        )}
        {threadUrl && (
          <a href={threadUrl} className={buttonClass('primary', 'mt-4 w-full')}>
            {wayWords[market.language].arrive.thread}
          </a>
        )}
        {isHers && <OrderPapers order={order} language={market.language} news={said.paperNews} />}
        {isHers && <CancelOrder order={order} market={market} problem={said.problem} />}
        <ReviewOffer {...said.review} orderId={order.id} linkKey={said.linkKey} language={market.language} />
        <Block title={words.back.title} className="mt-6">
          {words.back.text}{' '}
          <a href="/shop/legal/withdrawal" className="text-brand underline underline-offset-2">
            {words.back.link}
          </a>
          {' · '}
          <a
            href={`/shop/withdrawal?order=${order.label}`}
            className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
          >
            {withdrawalWords[market.language].link}
          </a>
        </Block>
        <BuyAgain
          orderId={order.id}
          currency={order.quote.currency}
          again={said.again.lines}
          market={market}
          linkKey={said.linkKey}
          problem={said.again.problem}
        />
        <div className="mt-8 grid gap-3 sm:grid-cols-2">
          {shareSlug && (
            <SharePanel
              slug={shareSlug}
              words={{ ...shopWords[market.language].product.share, open: words.share }}
              look="primary"
            />
          )}
          <a href="/shop" className={buttonClass('quiet')}>
            {words.goOn}
          </a>
        </div>
      </article>
    </ShopFrame>
  );
}

type Part = { order: OrderView; market: PageMarket; words: OrderPageWords };

function Headline({ order, market, words }: Part) {
  const { from, to } = arrivalWindow(order.placedAt, order.quote.shipping.chosen.days);
  const hasLeft = order.status === 'partly_fulfilled' || order.status === 'fulfilled';
  const onItsWay = order.status === 'authorised' || order.status === 'paid' || hasLeft;
  const hasArrived = order.status === 'fulfilled' && order.parcels.every(({ deliveredAt }) => deliveredAt);
  return (
    <>
      <p className="text-sm text-muted">
        {words.order(order.label)} · {words.placedOn(dayText(order.placedAt, market))}
      </p>
      <h1 className="mt-1 text-lg md:text-xl">{onItsWay ? words.thanks : words.order(order.label)}</h1>
      <div className="mt-4 flex items-center gap-4 rounded-lg bg-brand-soft p-4">
        <Icon name={hasLeft ? 'truck' : 'orders'} size={28} className="shrink-0 text-brand" />
        <div>
          <p className="font-bold">{hasArrived ? words.parcels.arrived : words.status[order.status]}</p>
          {onItsWay && !hasArrived && (
            <p className="text-sm">{words.arrives(dayText(from, market, 'short'), dayText(to, market, 'short'))}</p>
          )}
        </div>
      </div>
    </>
  );
}

function Line({ line, price, language }: { line: QuoteLine; price: string; language: PageLanguage }) {
  const words = orderWords[language];
  return (
    <li className="flex gap-4 py-3">
      <ThumbPicture file={line.imageFile} className="w-16 shrink-0" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-bold">
          <Written text={textIn(line.title, language)} language={language} />
        </p>
        <p className="text-muted">
          {[words.times(line.quantity), textIn(line.variantTitle, language)].filter(Boolean).join(' ')}
        </p>
      </div>
      <p className="text-sm tabular-nums">{price}</p>
    </li>
  );
}

function Block({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section className={className}>
      <h2 className="text-sm">{title}</h2>
      <div className="mt-1 text-sm">{children}</div>
    </section>
  );
}

function DeliveredTo({ details, market, words }: { details: OrderDetails; market: PageMarket; words: OrderPageWords }) {
  if (!details.address) return <p className="text-error">{words.addressMissing}</p>;
  return (
    <address className="not-italic whitespace-pre-line">{addressLines(details.address, market).join('\n')}</address>
  );
}

function addressLines(address: Address, market: PageMarket): string[] {
  const { name, street1, street2, postalCode, city, region, country } = address;
  const town = country === 'US' ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  return [name, street1, street2, town, countryName(country, market)].filter(Boolean);
}

import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { UsualSending } from '@/lib/domain/cart/terms';
import type { Product } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import type { ShownReview } from '@/lib/domain/reviews/review';
import { countryName } from '@/lib/domain/words/places';
import { reviewWords } from '@/lib/domain/words/reviews';
import { type ShopWords, shopWords } from '@/lib/domain/words/shop';
import { BuyForm } from './buy-form';
import { offerOf } from './offer';
import { ProductGallery } from './product-gallery';
import { ProductJsonLd } from './product-json-ld';
import { ReviewList } from './review-list';
import { SharePanel } from './share-panel';
import { ShopFrame } from './shop-frame';
import { Written, writtenBlock } from './written';

type ProductPageProps = {
  product: Product;
  market: PageMarket;
  shopName: string;
  /** Opens the thread with this product in it. */
  askUrl: string;
  /** How it usually reaches a buyer of this market; null where it is not sent to. */
  sent: UsualSending | null;
  /** Whether prices contain VAT. */
  taxed: boolean;
  /** The newest of what buyers said. */
  reviews: ShownReview[];
  /** The same page for machines; null where there is nothing to sell. */
  data: object | null;
};

/** The first view of most shoppers: picture, name, price, choice, and a form that posts. */
export function ProductPage({ product, market, shopName, askUrl, sent, taxed, reviews, data }: ProductPageProps) {
  const words = shopWords[market.language];
  if (product.status === 'archived') return <Archived market={market} shopName={shopName} words={words} />;
  const offer = offerOf(product, market, taxed);
  return (
    <ShopFrame market={market} shopName={shopName} current="shop" hasActionBar scripts="at-touch">
      <article className="grid grid-cols-1 md:grid-cols-2 md:gap-10 md:px-4 md:pt-2">
        <div className="md:sticky md:top-4 md:self-start">
          <ProductGallery images={product.images} language={market.language} />
        </div>
        <div className="safe-x pt-4 md:px-0">
          <h1 className="text-lg md:text-xl">
            <Written text={textIn(product.title, market.language)} language={market.language} />
          </h1>
          {textIn(product.subtitle, market.language) && (
            <p className="mt-1 text-sm text-muted">
              <Written text={textIn(product.subtitle, market.language)} language={market.language} />
            </p>
          )}
          {offer ? <BuyForm offer={offer} /> : <p className="mt-4 text-muted">{words.notSoldHere}</p>}
          <div className="mt-6 flex flex-wrap items-start gap-x-4 gap-y-2">
            <a href={askUrl} className={buttonClass('quiet')} rel="noopener" target="_top">
              {words.product.ask}
            </a>
            <SharePanel slug={product.slug} words={words.product.share} />
          </div>
          <Promises words={words} market={market} sent={sent} />
          <Description product={product} market={market} words={words} />
          <Safety product={product} market={market} words={words} />
          <Reviews product={product} market={market} reviews={reviews} />
          {data && <ProductJsonLd data={data} />}
        </div>
      </article>
    </ShopFrame>
  );
}

type PromisesProps = { words: ShopWords; market: PageMarket; sent: UsualSending | null };

function Promises({ words, market, sent }: PromisesProps) {
  const lines = [
    sent
      ? ({ icon: 'truck', text: words.product.delivery(sent.days, countryName(sent.country, market)) } as const)
      : null,
    { icon: 'back', text: words.product.returns } as const,
    { icon: 'lock', text: words.product.secure } as const,
  ];
  return (
    <ul className="mt-6 grid gap-2 border-y border-line py-4 text-sm text-muted">
      {lines.map(
        (line) =>
          line && (
            <li key={line.icon} className="flex items-center gap-3">
              <Icon name={line.icon} size={20} className="shrink-0 text-brand" />
              {line.text}
            </li>
          ),
      )}
    </ul>
  );
}

function Description({ product, market, words }: { product: Product; market: PageMarket; words: ShopWords }) {
  const html = textIn(product.descriptionHtml, market.language);
  if (!html) return null;
  const block = writtenBlock(market.language);
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-base">{words.product.description}</h2>
      {/* Sanitised before it was stored; the content policy allows no script beside ours. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
      <div {...block} className="prose text-sm leading-relaxed" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

/** Who answers for it and what to mind: GPSR Art. 19. */
function Safety({ product, market, words }: { product: Product; market: PageMarket; words: ShopWords }) {
  const { safety } = product;
  const warnings = safety ? textIn(safety.warnings, market.language) : '';
  const companies = [
    { label: words.product.safety.maker, company: safety?.maker },
    { label: words.product.safety.responsible, company: safety?.responsible },
  ].flatMap(({ label, company }) => (company?.name ? [{ label, company }] : []));
  if (companies.length === 0 && !warnings) return null;
  return (
    <section className="mt-6 text-sm">
      <h2 className="mb-2 text-base">{words.product.safety.title}</h2>
      <dl className="grid gap-2">
        {companies.map(({ label, company }) => (
          <div key={label}>
            <dt className="font-bold">{label}</dt>
            <dd className="text-muted">
              <bdi>{[company.name, company.address, company.contact].filter(Boolean).join(', ')}</bdi>
            </dd>
          </div>
        ))}
        {warnings && (
          <div>
            <dt className="font-bold">{words.product.safety.warnings}</dt>
            <dd {...writtenBlock(market.language)} className="whitespace-pre-line">
              {warnings}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Reviews({ product, market, reviews }: { product: Product; market: PageMarket; reviews: ShownReview[] }) {
  const { slug, ratingSum: sum, ratingCount: count } = product;
  if (count === 0) return null;
  const words = reviewWords[market.language];
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-base">{words.title}</h2>
      <ReviewList rating={{ sum, count }} reviews={reviews} market={market} />
      {count > reviews.length && (
        <a href={`/shop/products/${slug}/reviews`} className={buttonClass('plain', 'px-0 text-sm')}>
          {words.all(count)}
        </a>
      )}
    </section>
  );
}

function Archived({ market, shopName, words }: { market: PageMarket; shopName: string; words: ShopWords }) {
  return (
    <ShopFrame market={market} shopName={shopName} current="shop" scripts="none">
      <EmptyState
        icon="shop"
        title={words.product.archived.title}
        text={words.product.archived.text}
        action={{ href: '/shop', label: words.toShop }}
      />
    </ShopFrame>
  );
}

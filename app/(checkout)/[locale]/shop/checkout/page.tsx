import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { CheckoutStart } from '@/components/shop/checkout/checkout-model';
import { CheckoutPage } from '@/components/shop/checkout/checkout-page';
import { ResumePage } from '@/components/shop/checkout/resume-page';
import { getOpenCart } from '@/lib/db/carts';
import { listOffers } from '@/lib/db/discounts';
import { getKeptDetails, listKeptCards } from '@/lib/db/kept-cards';
import { getPaymentSettings } from '@/lib/db/payment-settings';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { POSTAL_CODES } from '@/lib/domain/cart/address';
import { quoteCart } from '@/lib/domain/cart/quote';
import { type SellingTerms, servedCountries } from '@/lib/domain/cart/terms';
import type { PageMarket } from '@/lib/domain/market';
import { checkoutWords } from '@/lib/domain/words/checkout';
import { countryName } from '@/lib/domain/words/places';
import { buyerOf } from '@/lib/flows/buyer-of';
import type { Deps } from '@/lib/flows/deps';
import { keptDetailsPlace } from '@/lib/flows/keep-card';
import { personMarkOf } from '@/lib/flows/person-mark';
import { detailsPlace } from '@/lib/flows/quote-checkout';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getShopper, type KnownShopper } from '@/lib/server/shopper';
import { typedDetails } from '@/lib/server/typed-details';
import { getDeps, getEnv } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Params, 'params'>): Promise<Metadata> {
  return { title: checkoutWords[(await marketFromParams(params)).language].title };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const [shop, shopper, deps, { problem }] = await Promise.all([readShop(), getShopper(), getDeps(), searchParams]);
  const env = getEnv();
  const stripe = {
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    scriptUrl: `${env.STRIPE_JS_ORIGIN}/endive/stripe.js`,
  };
  const cart = shopper && (await getOpenCart(deps.db, shopper.shopperId));
  // An empty cart may be one that was just paid, in a page that was reloaded before it heard so.
  if (!cart || cart.lines.length === 0) return <ResumePage market={market} shopName={shop.name} stripe={stripe} />;

  const known = await keptFor(deps, shopper);
  const typed = { sealed: cart.sealedDetails, place: detailsPlace(shopper.shopperId) };
  const terms = await getSellingTerms(deps.db);
  const details = typedDetails(deps, { ...(cart.sealedDetails ? typed : known.details), market, terms });
  const at = deps.now();
  const personMark = personMarkOf(deps, details.email);
  const offers = await listOffers(deps.db, {
    shopperId: shopper.shopperId,
    personMark,
    code: cart.discountCode,
    at,
  });
  const wish = { currency: market.currency, country: details.country, offers, terms };
  const kept = quoteCart(cart, { ...wish, shippingOptionId: cart.shippingOptionId ?? undefined });
  const quote = kept.ok ? kept : quoteCart(cart, wish);
  if (!quote.ok) redirect('/shop/cart');
  const start: CheckoutStart = {
    marketId: market.id,
    language: market.language,
    intlLocale: market.intlLocale,
    currency: market.currency,
    shopName: shop.name,
    shopUrl: env.PUBLIC_URL,
    countries: countryChoices(market, terms),
    quote: quote.value,
    codeProblem: sentenceInAddress(problem, market.language),
    details,
    capture: (await getPaymentSettings(deps.db)).capture,
    stripe,
    keptCards: known.cards,
    takesPaypal: env.paypal !== null,
    buyer: await buyerOf(deps, shopper),
    messenger: {
      sdkUrl: env.EXTENSIONS_SDK_URL,
      appId: env.FACEBOOK_APP_ID,
      pageId: env.FACEBOOK_PAGE_ID,
      readsPaymentResults: env.MESSENGER_PAYMENT_PRIVATE_KEY !== undefined,
    },
  };
  // Another cart is another checkout: what its script holds of this one would be wrong.
  return <CheckoutPage key={`${cart.id} ${cart.version}`} start={start} />;
}

/** What she asked us to keep: nothing for a guest, nor where a hand-off opened this browser. */
async function keptFor({ db }: Deps, { shopperId, psid }: KnownShopper) {
  const place = keptDetailsPlace(shopperId);
  if (!psid) return { cards: [], details: { sealed: null, place } };
  const [rows, sealed] = await Promise.all([listKeptCards(db, shopperId), getKeptDetails(db, shopperId)]);
  const cards = rows.map(({ id, brand, last4 }) => ({ id, brand, last4 }));
  return { cards, details: { sealed, place } };
}

function countryChoices(market: PageMarket, terms: SellingTerms): CheckoutStart['countries'] {
  return servedCountries(terms, market.currency).map((code) => {
    const { source, flags } = POSTAL_CODES[code];
    return { code, name: countryName(code, market), postalCode: { source, flags } };
  });
}

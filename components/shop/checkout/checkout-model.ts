import type { CountryCode } from '@/lib/domain/cart/address';
import type { Quote } from '@/lib/domain/cart/quote';
import type { MarketId } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import type { PageLanguage } from '@/lib/domain/page-language';
import type { CaptureTime } from '@/lib/domain/payments/payment';

/** What she types, field by field; the server checks it whole when she pays. */
export type Details = {
  email: string;
  phone: string;
  name: string;
  street1: string;
  street2: string;
  postalCode: string;
  city: string;
  region: string;
  country: CountryCode;
};

export type DetailName = keyof Details;

/** A country of this market as the browser needs it: no schema travels there. */
export type CountryChoice = { code: CountryCode; name: string; postalCode: { source: string; flags: string } };

/** Who pays, as far as the page must know it. */
export type Buyer = {
  /** She came from her thread, so this is a webview, where no wallet works. */
  isInThread: boolean;
  /** She never wrote: before she pays Messenger asks her whether the shop may. */
  mustAsk: boolean;
};

/** Everything the page hands to the script of the checkout. */
export type CheckoutStart = {
  marketId: MarketId;
  language: PageLanguage;
  intlLocale: string;
  currency: CurrencyCode;
  shopName: string;
  shopUrl: string;
  countries: CountryChoice[];
  quote: Quote;
  /** Why the promo code that she typed here was not taken. */
  codeProblem: string | null;
  details: Details;
  /** Whether a card is charged with the order or only held until it is sent: the fields must say what our server asks for. */
  capture: CaptureTime;
  /** Only addresses and the publishable key: nothing of it is secret. */
  stripe: { publishableKey: string; scriptUrl: string };
  /** Cards that she asked us to keep. */
  keptCards: { id: string; brand: string; last4: string }[];
  /** Whether the merchant takes PayPal. */
  takesPaypal: boolean;
  /** As far as it was known when the page was drawn: the checkout hears more with each price. */
  buyer: Buyer;
  messenger: { sdkUrl: string; appId: string; pageId: string; readsPaymentResults: boolean };
};

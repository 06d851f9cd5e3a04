/**
 * What is known about a currency. `digits`: decimals of our minor unit, and that we write: not `Intl`'s, which differ from
 * version to version (forint, rupiah, ariary). `charged`: decimals of the unit that Stripe counts in. `step`: our amounts are multiples of it, since Stripe takes nothing finer.
 * `least`: the smallest charge in our minor units, null where Stripe names none.
 * Source: docs.stripe.com/currencies (reference payments.md §1.7).
 */
type CurrencyFacts = { digits: 0 | 2 | 3; charged: 0 | 2 | 3; step: 1 | 10; least: number | null };

const two = (least: number | null): CurrencyFacts => ({ digits: 2, charged: 2, step: 1, least });
const zero = (least: number | null): CurrencyFacts => ({ digits: 0, charged: 0, step: 1, least });
// Counted in thousandths, of which Stripe takes whole hundredths: 5.120, never 5.124.
const three: CurrencyFacts = { digits: 3, charged: 3, step: 10, least: null };
// People write whole units; Stripe counts hundredths that must be 00.
const wholeInHundredths: CurrencyFacts = { digits: 0, charged: 2, step: 1, least: null };

/** Every currency that a merchant may price in. Hungarian forint and Taiwan dollars are charged as any, paid out in hundreds. */
export const CURRENCY_FACTS = {
  EUR: two(50),
  USD: two(50),
  GBP: two(30),
  CHF: two(50),
  AED: two(200),
  ARS: two(50),
  AUD: two(50),
  BRL: two(50),
  CAD: two(50),
  COP: two(50),
  CZK: two(1500),
  DKK: two(250),
  HKD: two(400),
  HUF: two(17_500),
  IDR: two(50),
  ILS: two(50),
  INR: two(50),
  MXN: two(1000),
  MYR: two(200),
  NOK: two(300),
  NZD: two(50),
  PHP: two(50),
  PLN: two(200),
  RON: two(200),
  SEK: two(300),
  SGD: two(50),
  THB: two(1000),
  TWD: two(null),
  ZAR: two(50),
  JPY: zero(50),
  KRW: zero(50),
  BIF: zero(null),
  CLP: zero(null),
  DJF: zero(null),
  GNF: zero(null),
  KMF: zero(null),
  PYG: zero(null),
  RWF: zero(null),
  VND: zero(null),
  VUV: zero(null),
  XAF: zero(null),
  XOF: zero(null),
  XPF: zero(null),
  MGA: zero(null),
  ISK: wholeInHundredths,
  UGX: wholeInHundredths,
  BHD: three,
  JOD: three,
  KWD: three,
  OMR: three,
  TND: three,
} as const satisfies Record<string, CurrencyFacts>;

export type CurrencyCode = keyof typeof CURRENCY_FACTS;

export const CURRENCIES = Object.keys(CURRENCY_FACTS).filter(isCurrency);

export function isCurrency(code: string): code is CurrencyCode {
  return Object.hasOwn(CURRENCY_FACTS, code);
}

/** At most eight digits in the unit that is charged, and in ours. */
const MOST = 99_999_999;

/** What can be charged at once, in our minor units; `least` is 1 where nothing smaller is forbidden. */
export function chargeLimits(currency: CurrencyCode): { least: number; most: number } {
  const { least } = CURRENCY_FACTS[currency];
  return { least: least ?? 1, most: Math.min(MOST, fromChargedAmount(MOST, currency)) };
}

/** Our minor units of which every price, discount and charge must be a multiple. */
export function stepOf(currency: CurrencyCode): number {
  return CURRENCY_FACTS[currency].step;
}

/**
 * Our minor units as Stripe counts them: 500 ISK → 50000, 5120 KWD → 5120. Throws for an amount that
 * cannot be charged exactly: the quote never makes one.
 */
export function toChargedAmount(amountMinor: number, currency: CurrencyCode): number {
  const { digits, charged, step } = CURRENCY_FACTS[currency];
  if (amountMinor % step !== 0) throw new Error(`${amountMinor} ${currency} is no multiple of ${step}`);
  return amountMinor * 10 ** (charged - digits);
}

/** An amount as Stripe counts it in our minor units. What is finer than our unit (a fee, say) is rounded down. */
export function fromChargedAmount(amount: number, currency: CurrencyCode): number {
  const { digits, charged } = CURRENCY_FACTS[currency];
  return Math.floor(amount / 10 ** (charged - digits));
}

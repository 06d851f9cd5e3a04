import type { CountryCode } from '../cart/address';
import type { Quote } from '../cart/quote';
import { type Market, textIn } from '../market';
import { arrivalWindow } from '../orders/arrival';
import { dayOf, type PaperFacts, type PaperLine, type TaxRow } from './invoice';
import type { Seller } from './seller';

export type InvoiceInput = {
  market: Market;
  placedAt: Date;
  issuedAt: Date;
  quote: Quote;
  country: CountryCode;
  /** Null while the merchant has not said who sells: then the shop's own name stands there alone. */
  seller: Seller | null;
  shop: { name: string; email: string };
  paidWith: string;
};

const EU_SALES: readonly CountryCode[] = ['DE', 'AT'];

/**
 * The invoice of a paid order: goods, shipping and discount as they were agreed, VAT by rate. The quote's own figures
 * stand; nothing is computed anew but how the contained VAT divides among its rates.
 */
export function writeInvoice(input: InvoiceInput): PaperFacts {
  const { quote, market, seller } = input;
  const small = seller?.smallBusiness ?? false;
  const arrival = arrivalWindow(input.placedAt, quote.shipping.chosen.days);
  return {
    version: 1,
    kind: 'invoice',
    language: market.language,
    intlLocale: market.intlLocale,
    currency: quote.currency,
    issuedOn: dayOf(input.issuedAt),
    orderedOn: dayOf(input.placedAt),
    supply: { from: dayOf(arrival.from), to: dayOf(arrival.to) },
    seller: sellerOnPaper(seller, input.shop),
    lines: quote.lines.map(
      (line): PaperLine => ({
        variantId: line.variantId,
        title: textIn(line.title, market.language),
        detail: [textIn(line.variantTitle, market.language), line.sku].filter(Boolean).join(' · '),
        quantity: line.quantity,
        unitMinor: line.unitMinor,
        totalMinor: line.totalMinor,
        ratePerMille: small ? 0 : line.taxRatePerMille,
      }),
    ),
    shipping: {
      title: textIn(quote.shipping.chosen.title, market.language),
      amountMinor: quote.shipping.chosen.priceMinor,
    },
    discountMinor: quote.discountMinor,
    taxAddedMinor: quote.taxAddedMinor,
    totalMinor: quote.total.amountMinor,
    taxes: small ? [] : taxesOf(quote),
    note: small ? 'small_business' : EU_SALES.includes(input.country) ? null : 'export',
    paidWith: input.paidWith,
    corrects: null,
  };
}

function sellerOnPaper(seller: Seller | null, shop: { name: string; email: string }): PaperFacts['seller'] {
  if (!seller)
    return {
      name: shop.name,
      street: '',
      postalCode: '',
      city: '',
      country: null,
      vatId: '',
      taxNumber: '',
      email: shop.email,
    };
  const { smallBusiness: _smallBusiness, ...known } = seller;
  return { ...known, email: shop.email };
}

/**
 * The contained VAT by rate, highest rate first: each line after its discount, shipping with the highest rate of its goods.
 * The parts are the quote's own: they sum to `quote.taxContainedMinor`, their gross amounts to the total.
 */
export function taxesOf(quote: Quote): TaxRow[] {
  if (quote.taxContainedMinor === 0) return [];
  const onLines = quote.lines.reduce((sum, { taxContainedMinor }) => sum + taxContainedMinor, 0);
  const parts = [
    ...quote.lines.map((line) => ({
      rate: line.taxRatePerMille,
      grossMinor: line.totalMinor - line.discountMinor,
      taxMinor: line.taxContainedMinor,
    })),
    {
      rate: Math.max(0, ...quote.lines.map(({ taxRatePerMille }) => taxRatePerMille)),
      grossMinor: quote.shipping.chosen.priceMinor,
      taxMinor: quote.taxContainedMinor - onLines,
    },
  ];
  const rows = new Map<number, TaxRow>();
  for (const { rate, grossMinor, taxMinor } of parts) {
    const row = rows.get(rate) ?? { ratePerMille: rate, netMinor: 0, taxMinor: 0, grossMinor: 0 };
    row.grossMinor += grossMinor;
    row.taxMinor += taxMinor;
    row.netMinor = row.grossMinor - row.taxMinor;
    rows.set(rate, row);
  }
  return [...rows.values()]
    .filter(({ grossMinor }) => grossMinor !== 0)
    .sort((a, b) => b.ratePerMille - a.ratePerMille);
}

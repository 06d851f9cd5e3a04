import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart, CartLine } from '../cart/cart';
import { type Quote, quoteCart } from '../cart/quote';
import { USUAL_TERMS } from '../cart/terms';
import type { Discount } from '../discounts/discount';
import { asId, type CartId, type VariantId } from '../ids';
import { marketOf } from '../market';
import { type PaperFacts, paperFactsSchema } from './invoice';
import { type Seller, sellerFormSchema } from './seller';
import { writeCreditNote } from './write-credit-note';
import { writeInvoice } from './write-invoice';

const NOW = new Date('2026-11-22T23:30:00Z');
const SELLER: Seller = {
  name: 'Ottilie Muster',
  street: 'Hinterhof 3',
  postalCode: '12345',
  city: 'Musterstadt',
  country: 'DE',
  vatId: 'DE123456788',
  taxNumber: '',
  smallBusiness: false,
};
const SHOP = { name: 'Otter & Ottilie', email: 'hallo@example.com' };

function cartLine(id: string, change: Partial<CartLine> = {}): CartLine {
  return {
    variantId: asId<VariantId>(id),
    quantity: 1,
    sku: id.toUpperCase(),
    productSlug: id,
    title: { de: `Bild ${id}`, en: `Print ${id}` },
    variantTitle: { de: 'A3', en: 'A3' },
    collections: [],
    prices: { EUR: 2490 },
    available: 99,
    status: 'active',
    taxClass: 'standard',
    image: null,
    ...change,
  };
}

function quoteOf(lines: CartLine[], country: 'DE' | 'AT' | 'CH', amountOff = 0): Quote {
  const cart: Cart = { id: asId<CartId>('c'), version: 1, lines };
  const discount: Discount = {
    id: 'd',
    title: { de: 'Herbst', en: 'Autumn' },
    code: null,
    value: { is: 'amount', amounts: { EUR: amountOff } },
    products: [],
    collections: [],
    minimums: {},
    startsAt: null,
    endsAt: null,
    limitTotal: null,
    limitPerShopper: null,
    combines: false,
    status: 'active',
    used: 0,
  };
  const offers = amountOff > 0 ? { offers: [{ discount, usedByShopper: 0 }], code: null, now: NOW } : undefined;
  const quote = quoteCart(cart, { currency: 'EUR', country, offers, terms: USUAL_TERMS });
  if (!quote.ok) throw new Error(quote.problem);
  return quote.value;
}

function invoiceOf(quote: Quote, country: 'DE' | 'AT' | 'CH', seller: Seller | null = SELLER): PaperFacts {
  return writeInvoice({
    market: marketOf('de'),
    placedAt: NOW,
    issuedAt: NOW,
    quote,
    country,
    seller,
    shop: SHOP,
    paidWith: 'Visa 4242',
  });
}

const issued = (facts: PaperFacts) => ({ ...facts, label: 'R-1001', orderLabel: 'K-1001' });

const anyLines = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 99 }),
    minor: fc.integer({ min: 0, max: 90_000 }),
    taxClass: fc.constantFrom('standard' as const, 'reduced' as const),
  }),
  { minLength: 1, maxLength: 12 },
);
const anyCountry = fc.constantFrom('DE' as const, 'AT' as const, 'CH' as const);
const anyQuote = fc.tuple(anyLines, anyCountry, fc.integer({ min: 0, max: 20_000 })).map(([lines, country, off]) => ({
  country,
  quote: quoteOf(
    lines.map(({ minor, ...line }, index) => cartLine(`v${index}`, { ...line, prices: { EUR: minor } })),
    country,
    off,
  ),
}));
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const taxed = (papers: PaperFacts[], rate: number, of: 'netMinor' | 'taxMinor' | 'grossMinor') =>
  sum(papers.flatMap(({ taxes }) => taxes.filter((row) => row.ratePerMille === rate).map((row) => row[of])));

describe('an invoice', () => {
  it('says who sold what to whom, and the VAT by rate', () => {
    const lines = [cartLine('a', { quantity: 2 }), cartLine('b', { taxClass: 'reduced', prices: { EUR: 1070 } })];
    const facts = invoiceOf(quoteOf(lines, 'DE'), 'DE');
    expect(paperFactsSchema.parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      // In Berlin the day has begun already.
      issuedOn: '2026-11-23',
      seller: { name: 'Ottilie Muster', vatId: 'DE123456788', email: 'hallo@example.com' },
      totalMinor: 6050,
      note: null,
      taxes: [
        { ratePerMille: 190, grossMinor: 4980, taxMinor: 795, netMinor: 4185 },
        { ratePerMille: 70, grossMinor: 1070, taxMinor: 70, netMinor: 1000 },
      ],
    });
  });

  it('of a small business and one for abroad show no VAT and say why', () => {
    const quote = quoteOf([cartLine('a')], 'DE');
    expect(invoiceOf(quote, 'DE', { ...SELLER, smallBusiness: true })).toMatchObject({
      taxes: [],
      note: 'small_business',
    });
    expect(invoiceOf(quoteOf([cartLine('a')], 'CH'), 'CH')).toMatchObject({ taxes: [], note: 'export' });
  });

  it('carries the name of the shop until the merchant says who sells', () => {
    expect(invoiceOf(quoteOf([cartLine('a')], 'DE'), 'DE', null).seller).toMatchObject({ name: SHOP.name, street: '' });
  });

  it('always sums, whatever was bought', () => {
    fc.assert(
      fc.property(anyQuote, ({ quote, country }) => {
        const facts = invoiceOf(quote, country);
        const goods = sum(facts.lines.map(({ totalMinor }) => totalMinor));
        expect(goods + (facts.shipping?.amountMinor ?? 0) - facts.discountMinor + facts.taxAddedMinor).toBe(
          facts.totalMinor,
        );
        expect(sum(facts.taxes.map(({ taxMinor }) => taxMinor))).toBe(quote.taxContainedMinor);
        if (facts.taxes.length > 0) expect(sum(facts.taxes.map(({ grossMinor }) => grossMinor))).toBe(facts.totalMinor);
        for (const row of facts.taxes) expect(row.netMinor + row.taxMinor).toBe(row.grossMinor);
      }),
    );
  });
});

describe('a correction', () => {
  it('takes back one line at its own rate, and shipping', () => {
    const lines = [cartLine('a', { quantity: 2 }), cartLine('b', { taxClass: 'reduced', prices: { EUR: 1070 } })];
    const invoice = invoiceOf(quoteOf(lines, 'DE'), 'DE');
    const credited = {
      amountMinor: 1070,
      lines: [{ variantId: 'b', quantity: 1, amountMinor: 1070 }],
      shippingMinor: 0,
    };
    const note = writeCreditNote({
      issuedAt: NOW,
      invoice: issued(invoice),
      earlier: [],
      credited: { ...credited, title: 'Erstattung' },
    });
    expect(paperFactsSchema.parse(note)).toEqual(note);
    expect(note).toMatchObject({
      corrects: { label: 'R-1001', issuedOn: '2026-11-23' },
      lines: [{ title: 'Bild b', quantity: 1, unitMinor: 1070 }],
      taxes: [{ ratePerMille: 70, grossMinor: 1070, taxMinor: 70 }],
    });
  });

  it('of more than is left cannot be written', () => {
    const invoice = invoiceOf(quoteOf([cartLine('a')], 'DE'), 'DE');
    const credited = { amountMinor: invoice.totalMinor + 1, lines: [], shippingMinor: 0, title: 'Erstattung' };
    expect(() => writeCreditNote({ issuedAt: NOW, invoice: issued(invoice), earlier: [], credited })).toThrow(
      /than is left/,
    );
  });

  it('in any number of parts comes to the invoice, to the cent and by rate', () => {
    const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(anyQuote, cuts, ({ quote, country }, parts) => {
        const invoice = invoiceOf(quote, country);
        fc.pre(invoice.totalMinor > 0);
        const notes: PaperFacts[] = [];
        const credit = (amountMinor: number, byLine: boolean) => {
          const [line] = invoice.lines;
          const lines = byLine && line ? [{ variantId: line.variantId ?? '', quantity: 1, amountMinor }] : [];
          const credited = { amountMinor, lines, shippingMinor: 0, title: 'Erstattung' };
          const note = writeCreditNote({ issuedAt: NOW, invoice: issued(invoice), earlier: notes, credited });
          expect(sum(note.lines.map(({ totalMinor }) => totalMinor))).toBe(amountMinor);
          if (note.taxes.length > 0) expect(sum(note.taxes.map(({ grossMinor }) => grossMinor))).toBe(amountMinor);
          for (const row of note.taxes) expect(row.netMinor + row.taxMinor).toBe(row.grossMinor);
          notes.push(note);
        };
        let left = invoice.totalMinor;
        for (const [part, byLine] of parts) {
          const amountMinor = Math.floor(left * part);
          if (amountMinor === 0) continue;
          credit(amountMinor, byLine);
          left -= amountMinor;
        }
        if (left > 0) credit(left, false);
        for (const { ratePerMille: rate, ...row } of invoice.taxes) {
          expect(taxed(notes, rate, 'grossMinor')).toBe(row.grossMinor);
          expect(taxed(notes, rate, 'taxMinor')).toBe(row.taxMinor);
        }
      }),
    );
  });
});

describe('who sells', () => {
  const form = { ...SELLER, smallBusiness: undefined, vatId: 'de 123 456 788' };
  it('is taken as typed, with the VAT id in its written form', () => {
    expect(sellerFormSchema.parse(form)).toEqual(SELLER);
    expect(sellerFormSchema.parse({ ...form, smallBusiness: 'on' })).toMatchObject({ smallBusiness: true });
  });
  it.each([
    ['neither VAT id nor tax number', { vatId: '' }],
    ['a VAT id of eight figures', { vatId: 'DE12345678' }],
    ['the VAT id of another country', { vatId: 'ATU12345678' }],
    ['no name', { name: '  ' }],
    ['an unknown country', { country: 'XX' }],
    ['two lines in one', { street: 'A\nB' }],
  ])('with %s is refused', (_name, change) => {
    expect(sellerFormSchema.safeParse({ ...form, ...change }).success).toBe(false);
  });
});

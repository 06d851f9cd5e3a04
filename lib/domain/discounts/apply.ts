import type { CurrencyCode } from '../money';
import type { Discount, QuoteCode, QuoteDiscount } from './discount';
import { type DiscountableLine, holdsFor, type Offers, refusalForLines, refusalForShopper } from './refusal';
import { compare, perMilleOf, shareByWeight } from './share';

export type Discounted = {
  /** What goes off each line, in the order of the lines. */
  lineMinor: number[];
  discounts: QuoteDiscount[];
  /** One that makes the cheapest delivery free; whether it has an effect is known once the delivery is. */
  freeShipping: Discount | null;
  code: QuoteCode | null;
};

type Given = { lineMinor: number[]; totalMinor: number; parts: { discount: Discount; amountMinor: number }[] };

// Pieces that are free come first, then percents of what is left, then amounts off what is left then.
const STAGES = ['buy_x_get_y', 'percent', 'amount'];

/**
 * Which discounts a cart gets, and how much of them falls on each line: of all combinable ones together and each other one
 * alone, what saves most. Never more than the goods cost; the order of lines and offers makes no difference.
 * The rules, and the rounding (per line, half away from zero; shared amounts by largest remainder), stand in docs/money.md.
 */
export function applyDiscounts(
  lines: readonly DiscountableLine[],
  { offers, code, now }: Offers,
  currency: CurrencyCode,
  stepMinor = 1,
): Discounted {
  const usable = offers
    .filter((offer) => offer.discount.code === null || offer.discount.code === code)
    .filter((offer) => refusalForShopper(offer, now) === null)
    .map(({ discount }) => discount)
    .filter((discount) => refusalForLines(discount, lines, currency) === null)
    .sort(byPrecedence);
  const best = bestOf(
    usable.filter(({ value }) => value.is !== 'free_shipping'),
    lines,
    currency,
    stepMinor,
  );
  return {
    lineMinor: best.lineMinor,
    discounts: best.parts
      .filter(({ amountMinor }) => amountMinor > 0)
      .map(({ discount, amountMinor }) => quoteDiscountOf(discount, amountMinor)),
    freeShipping: usable.find(({ value }) => value.is === 'free_shipping') ?? null,
    code: code === null ? null : judgeCode(lines, { offers, code, now }, currency),
  };
}

export function quoteDiscountOf({ id, code, title, value }: Discount, amountMinor: number): QuoteDiscount {
  return { discountId: id, code, title, amountMinor, freesShipping: value.is === 'free_shipping' };
}

function judgeCode(
  lines: readonly DiscountableLine[],
  { offers, code, now }: Offers,
  currency: CurrencyCode,
): QuoteCode {
  const text = code ?? '';
  const offer = offers.find(({ discount }) => discount.code === code);
  const refused = offer ? refusalForShopper(offer, now) : 'code_unknown';
  if (!offer || refused) return { text, refused, needed: null };
  const unmet = refusalForLines(offer.discount, lines, currency);
  return { text, refused: unmet?.why ?? null, needed: unmet?.needed ?? null };
}

function bestOf(
  discounts: readonly Discount[],
  lines: readonly DiscountableLine[],
  currency: CurrencyCode,
  stepMinor: number,
): Given {
  const together = discounts.filter(({ combines }) => combines);
  const alone = discounts.filter(({ combines }) => !combines).map((discount) => [discount]);
  return [together, ...alone]
    .map((set) => give(set, lines, currency, stepMinor))
    .reduce((best, next) => (next.totalMinor > best.totalMinor ? next : best));
}

function give(
  set: readonly Discount[],
  lines: readonly DiscountableLine[],
  currency: CurrencyCode,
  stepMinor: number,
): Given {
  const whole = lines.map(({ unitMinor, quantity }) => unitMinor * quantity);
  const left = [...whole];
  const parts = set.map((discount) => {
    const off = partsOf(discount, { lines, left, currency, stepMinor });
    for (const [index, minor] of off.entries()) left[index] = (left[index] ?? 0) - minor;
    return { discount, amountMinor: sum(off) };
  });
  const lineMinor = whole.map((minor, index) => minor - (left[index] ?? 0));
  return { lineMinor, totalMinor: sum(lineMinor), parts };
}

type Standing = {
  lines: readonly DiscountableLine[];
  left: readonly number[];
  currency: CurrencyCode;
  stepMinor: number;
};

function partsOf(discount: Discount, { lines, left, currency, stepMinor }: Standing): number[] {
  const { value } = discount;
  const held = lines.map((line, index) => (holdsFor(discount, line) ? (left[index] ?? 0) : 0));
  switch (value.is) {
    case 'percent':
      return held.map((minor) => Math.min(minor, perMilleOf(minor, value.perMille, stepMinor)));
    case 'amount': {
      const total = Math.min(value.amounts[currency] ?? 0, sum(held));
      const weights = lines.map(({ variantId }, index) => ({ key: variantId, weight: held[index] ?? 0 }));
      return shareByWeight(total, weights, stepMinor);
    }
    case 'buy_x_get_y':
      return freePieces(discount, value, lines).map((minor, index) => Math.min(minor, left[index] ?? 0));
    case 'free_shipping':
      return held.map(() => 0);
  }
}

/** What the cheapest pieces cost, by line, as many as come free with what is bought. */
function freePieces(
  discount: Discount,
  { buy, get }: { buy: number; get: number },
  lines: readonly DiscountableLine[],
): number[] {
  const off = lines.map(() => 0);
  const held = lines.map((line, index) => ({ line, index })).filter(({ line }) => holdsFor(discount, line));
  let free = Math.floor(sum(held.map(({ line }) => line.quantity)) / (buy + get)) * get;
  held.sort((a, b) => compare(a.line.unitMinor, b.line.unitMinor) || compare(a.line.variantId, b.line.variantId));
  for (const { line, index } of held) {
    const pieces = Math.min(free, line.quantity);
    off[index] = pieces * line.unitMinor;
    free -= pieces;
  }
  return off;
}

// By stage, then those that apply by themselves, then by id: the same for whatever order they come in.
function byPrecedence(a: Discount, b: Discount): number {
  return (
    compare(STAGES.indexOf(a.value.is), STAGES.indexOf(b.value.is)) ||
    compare(a.code === null ? 0 : 1, b.code === null ? 0 : 1) ||
    compare(a.id, b.id)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

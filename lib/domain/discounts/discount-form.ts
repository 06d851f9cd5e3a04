import { z } from 'zod';
import { CURRENCIES, chargeLimits, stepOf } from '../currencies';
import { type CurrencyCode, fromDecimalText } from '../money';
import { momentOf } from '../shop-time';
import { DISCOUNT_KINDS, type Discount, type DiscountValue, normaliseCode } from './discount';

/** What a merchant says about a discount; `seenVersion` 0 makes a new one. */
export type DiscountDraft = Omit<Discount, 'status' | 'used'> & { seenVersion: number };

const line = (max: number) => z.string().trim().max(max).default('');
const count = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,9}$/)
    .default('')
    .transform(Number)
    .refine((n) => n <= max);
const slugs = z
  .string()
  .max(2000)
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
  .refine((all) => all.length <= 50 && all.every((slug) => /^[\w-]{1,120}$/.test(slug)), { message: 'slugs' });
const time = z
  .string()
  .max(20)
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    const moment = momentOf(text);
    if (!moment) context.addIssue({ code: 'custom', message: 'time' });
    return moment;
  });

/** Fields such as `amountEUR`: the form shows as many as the shop has currencies. */
function amountFields(prefix: 'amount' | 'minimum') {
  return Object.fromEntries(CURRENCIES.map((code) => [`${prefix}${code}`, z.string().max(20).optional()]));
}

const fieldsSchema = z.strictObject({
  discountId: z.string().regex(/^[\w-]{16,64}$/),
  seenVersion: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  titleDe: line(80),
  titleEn: line(80),
  code: line(60),
  kind: z.enum(DISCOUNT_KINDS),
  percent: line(10),
  buy: count(99),
  get: count(99),
  products: slugs,
  collections: slugs,
  startsAt: time,
  endsAt: time,
  limitTotal: count(999_999_999),
  limitPerShopper: count(999_999),
  combines: z.literal('on').optional(),
});

/**
 * A discount as the form posts it. Problems by field: "title" for a missing name, "code", "percent" (0,1 to 100), "amount",
 * "pieces", "period" for an end that is not after the start, "minimum".
 */
export const discountFormSchema = z
  .strictObject({ ...fieldsSchema.shape, ...amountFields('amount'), ...amountFields('minimum') })
  .transform((form, context): DiscountDraft => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const title = { de: form.titleDe, en: form.titleEn };
    if (!title.de && !title.en) wrong('titleDe', 'title');
    const code = form.code === '' ? null : normaliseCode(form.code);
    if (form.code !== '' && code === null) wrong('code', 'code');
    if (form.startsAt && form.endsAt && form.endsAt <= form.startsAt) wrong('endsAt', 'period');
    const typed = new Map(Object.entries(form));
    return {
      id: form.discountId,
      seenVersion: form.seenVersion,
      title,
      code,
      value: valueFrom(form, typed, wrong),
      products: form.products,
      collections: form.collections,
      minimums: amountsOf(typed, 'minimum', wrong),
      startsAt: form.startsAt,
      endsAt: form.endsAt,
      limitTotal: form.limitTotal || null,
      limitPerShopper: form.limitPerShopper || null,
      combines: form.combines === 'on',
    };
  });

type Typed = ReadonlyMap<string, unknown>;
type Wrong = (field: string, message: string) => void;

function valueFrom(form: z.infer<typeof fieldsSchema>, typed: Typed, wrong: Wrong): DiscountValue {
  switch (form.kind) {
    case 'percent': {
      const perMille = perMilleFrom(form.percent);
      if (perMille === null) wrong('percent', 'percent');
      return { is: 'percent', perMille: perMille ?? 0 };
    }
    case 'amount': {
      const amounts = amountsOf(typed, 'amount', wrong);
      if (Object.keys(amounts).length === 0) wrong('amountEUR', 'amount');
      return { is: 'amount', amounts };
    }
    case 'buy_x_get_y':
      if (form.buy < 1) wrong('buy', 'pieces');
      if (form.get < 1) wrong('get', 'pieces');
      return { is: 'buy_x_get_y', buy: form.buy, get: form.get };
    case 'free_shipping':
      return { is: 'free_shipping' };
  }
}

/** "12,5" is 125; null for what is no percentage from 0.1 to 100. */
function perMilleFrom(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d))?$/.exec(text);
  const perMille = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : 0;
  return perMille >= 1 && perMille <= 1000 ? perMille : null;
}

function amountsOf(typed: Typed, prefix: 'amount' | 'minimum', wrong: Wrong): Partial<Record<CurrencyCode, number>> {
  const amounts: Partial<Record<CurrencyCode, number>> = {};
  for (const currency of CURRENCIES) {
    const text = typed.get(`${prefix}${currency}`);
    if (typeof text !== 'string' || text.trim() === '') continue;
    const amountMinor = fromDecimalText(text.trim().replace(',', '.'), currency)?.amountMinor ?? 0;
    const { most } = chargeLimits(currency);
    if (amountMinor > 0 && amountMinor <= most && amountMinor % stepOf(currency) === 0) amounts[currency] = amountMinor;
    else wrong(`${prefix}${currency}`, prefix);
  }
  return amounts;
}

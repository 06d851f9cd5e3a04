import type { Discount } from '@/lib/domain/discounts/discount';
import type { Language } from '@/lib/domain/market';
import { currencySchema } from '@/lib/domain/money';
import { localText } from '@/lib/domain/shop-time';
import { discountWordsIn } from './discount-words';
import { moneyIn, priceText } from './formats';

/** "12,5 %", "5,00 € / $6.00", "Kaufe 2, 1 gratis": what a discount gives, in a few words. */
export function valueText({ value }: Pick<Discount, 'value'>, language: Language): string {
  const words = discountWordsIn(language);
  switch (value.is) {
    case 'percent':
      return percentText(value.perMille, language, ' %');
    case 'amount':
      return Object.entries(value.amounts)
        .map(([currency, minor]) => moneyIn(minor, currency, language))
        .join(' / ');
    case 'buy_x_get_y':
      return words.buyGet(value.buy, value.get);
    case 'free_shipping':
      return words.kinds.free_shipping;
  }
}

/** What stands in the form's fields for a discount, by name. */
export function discountFields(discount: Discount, language: Language): Record<string, string> {
  const { value } = discount;
  return {
    titleDe: discount.title.de,
    titleEn: discount.title.en,
    code: discount.code ?? '',
    kind: value.is,
    ...(value.is === 'percent' ? { percent: percentText(value.perMille, language) } : {}),
    ...(value.is === 'amount' ? amountTexts('amount', value.amounts, language) : {}),
    ...(value.is === 'buy_x_get_y' ? { buy: String(value.buy), get: String(value.get) } : {}),
    ...amountTexts('minimum', discount.minimums, language),
    products: discount.products.join(', '),
    collections: discount.collections.join(', '),
    startsAt: discount.startsAt ? localText(discount.startsAt) : '',
    endsAt: discount.endsAt ? localText(discount.endsAt) : '',
    limitTotal: discount.limitTotal === null ? '' : String(discount.limitTotal),
    limitPerShopper: discount.limitPerShopper === null ? '' : String(discount.limitPerShopper),
    combines: discount.combines ? 'on' : '',
  };
}

function percentText(perMille: number, language: Language, unit = ''): string {
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(perMille / 10)}${unit}`;
}

function amountTexts(prefix: string, amounts: Discount['minimums'], language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).map(([code, minor]) => {
      const currency = currencySchema.parse(code);
      return [`${prefix}${currency}`, priceText(minor, currency, language)];
    }),
  );
}

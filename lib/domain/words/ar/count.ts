const rules = new Intl.PluralRules('ar');

/** The noun that goes with a number: Arabic has one for one, for two, for three to ten, for eleven on, and for hundreds. */
export type ArabicNoun = { one: string; two: string; few: string; many: string; other: string };

/** "منتج واحد", "3 منتجات", "11 منتجًا": one and two are said without the figure. */
export function arabicCount(count: number, noun: ArabicNoun): string {
  const form = rules.select(count);
  if (form === 'one' || form === 'two') return noun[form];
  return `${count} ${noun[form === 'zero' ? 'other' : form]}`;
}

export const PRODUCTS: ArabicNoun = {
  one: 'منتج واحد',
  two: 'منتجان',
  few: 'منتجات',
  many: 'منتجًا',
  other: 'منتج',
};
export const PIECES: ArabicNoun = { one: 'قطعة واحدة', two: 'قطعتان', few: 'قطع', many: 'قطعة', other: 'قطعة' };
export const REVIEWS: ArabicNoun = {
  one: 'تقييم واحد',
  two: 'تقييمان',
  few: 'تقييمات',
  many: 'تقييمًا',
  other: 'تقييم',
};
export const STARS: ArabicNoun = { one: 'نجمة واحدة', two: 'نجمتان', few: 'نجوم', many: 'نجمة', other: 'نجمة' };
export const WORKING_DAYS: ArabicNoun = {
  one: 'يوم عمل واحد',
  two: 'يوما عمل',
  few: 'أيام عمل',
  many: 'يوم عمل',
  other: 'يوم عمل',
};
export const MESSAGES: ArabicNoun = { one: 'رسالة واحدة', two: 'رسالتان', few: 'رسائل', many: 'رسالة', other: 'رسالة' };

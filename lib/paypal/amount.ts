import { type Money, toDecimalText } from '@/lib/domain/money';

/** Amounts in these PayPal takes in whole units only. Source: reference payments §3.1. */
const WITHOUT_DECIMALS = ['HUF', 'JPY', 'TWD'];

/** An amount as PayPal's wire has it, "19.99" or "1999"; null where it is finer than PayPal takes. */
export function paypalText(amount: Money): string | null {
  const text = toDecimalText(amount);
  if (!WITHOUT_DECIMALS.includes(amount.currency)) return text;
  const [whole = '', decimals = ''] = text.split('.');
  return /^0*$/.test(decimals) ? whole : null;
}

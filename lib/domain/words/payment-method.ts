import type { PageLanguage } from '../page-language';
import { FREE_PAYMENT } from '../payments/attempt';
import { NETWORK_NAMES } from '../payments/card-networks';
import { orderWords } from './orders';

/** How an order was paid, as people write it: "visa 4242" → "Visa 4242". */
export function paymentMethodName(method: string, language: PageLanguage): string {
  if (method === FREE_PAYMENT) return orderWords[language].nothingPaid;
  return method.replace(/^\w+/, (brand) => NETWORK_NAMES[brand] ?? brand);
}

import type { OrderDetails } from '@/lib/domain/cart/address';
import type { Quote } from '@/lib/domain/cart/quote';
import type { PageMarket } from '@/lib/domain/market';
import type { OrderStatus } from '@/lib/domain/orders/status';
import type { PaperKind } from '@/lib/domain/papers/invoice';
import { NETWORK_NAMES } from '@/lib/domain/payments/card-networks';

/** One order as its page shows it: what was bought, where it goes, how it stands. */
export type OrderView = {
  id: string;
  label: string;
  status: OrderStatus;
  placedAt: Date;
  quote: Quote;
  details: OrderDetails;
  paymentMethod: string;
  /** In minor units of the quote's currency. */
  capturedMinor: number;
  refundedMinor: number;
  refundingMinor: number;
  fulfilledAt: Date | null;
  /** What left, parcel by parcel; `items` in her language. */
  parcels: { id: string; items: string; carrier: string; tracking: string; sentAt: Date; deliveredAt: Date | null }[];
  /** Whether she came from a thread, where the receipt is. */
  isInThread: boolean;
  /** Its invoice and what corrects it. */
  papers: { kind: PaperKind; label: string }[];
};

export function dayText(date: Date, market: PageMarket, style: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { weekday: 'short', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(market.intlLocale, { ...options, timeZone: 'Europe/Berlin' }).format(date);
}

/** "visa 4242" → "Visa ···· 4242": brands as people write them. */
export function cardText(paymentMethod: string): string {
  const [brand = '', last4] = paymentMethod.split(' ');
  const name = NETWORK_NAMES[brand.toLowerCase()] ?? brand;
  return last4 ? `${name} ···· ${last4}` : name;
}

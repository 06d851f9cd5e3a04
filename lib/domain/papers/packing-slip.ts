import type { Language } from '../market';
import type { Buyer } from './invoice';

/** What goes into a parcel and where to; without prices, since it may be a present. */
export type PackingSlip = {
  language: Language;
  intlLocale: string;
  /** "K-1001". */
  orderLabel: string;
  orderedOn: string;
  printedOn: string;
  seller: { name: string; place: string; email: string };
  to: Buyer;
  lines: { quantity: number; title: string; detail: string }[];
};

/** Card networks by the provider's names, as people write them. */
export const NETWORK_NAMES: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

/** The networks that every account of the provider takes, shown by their marks before anything is typed. */
export const CARD_NETWORKS = ['visa', 'mastercard', 'amex'] as const;
export type CardNetwork = (typeof CARD_NETWORKS)[number];

/** "visa", "4242" → "Visa •••• 4242". */
export function cardName(brand: string, last4: string): string {
  return `${NETWORK_NAMES[brand.toLowerCase()] ?? brand} •••• ${last4}`;
}

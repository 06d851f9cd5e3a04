import type { Language } from '../market';

const de = {
  title: 'Warenkorb',
  empty: { title: 'Dein Warenkorb ist leer', text: 'Such dir etwas Schönes aus.', action: 'Zum Shop' },
  lines: 'Artikel',
  each: (price: string) => `${price} pro Stück`,
  less: (name: string) => `Ein Stück weniger: ${name}`,
  moreOf: (name: string) => `Ein Stück mehr: ${name}`,
  remove: 'Entfernen',
  quantity: (count: number) => `Menge ${count}`,
  soldOut: 'Leider ausverkauft. Entferne den Artikel, um weiterzugehen.',
  onlyLeft: (count: number) => `Nur noch ${count} da.`,
  take: (count: number) => `${count} nehmen`,
  notForSale: 'Wird nicht mehr verkauft. Entferne den Artikel, um weiterzugehen.',
  goods: 'Zwischensumme',
  shippingTo: (option: string, country: string) => `${option} · ${country}`,
  free: 'kostenlos',
  total: 'Gesamt',
  vatContained: (amount: string) => `inkl. ${amount} MwSt.`,
  addressLater: 'Land und Versandart wählst du im nächsten Schritt.',
  checkout: 'Zur Kasse',
  mendFirst: 'Bitte kläre erst die markierten Artikel.',
  goOn: 'Weiter einkaufen',
};

export type CartWords = typeof de;

const en: CartWords = {
  title: 'Cart',
  empty: { title: 'Your cart is empty', text: 'Find yourself something nice.', action: 'To the shop' },
  lines: 'Items',
  each: (price) => `${price} each`,
  less: (name) => `One fewer: ${name}`,
  moreOf: (name) => `One more: ${name}`,
  remove: 'Remove',
  quantity: (count) => `Quantity ${count}`,
  soldOut: 'Sorry, sold out. Remove it to go on.',
  onlyLeft: (count) => `Only ${count} left.`,
  take: (count) => `Take ${count}`,
  notForSale: 'No longer sold. Remove it to go on.',
  goods: 'Subtotal',
  shippingTo: (option, country) => `${option} · ${country}`,
  free: 'free',
  total: 'Total',
  vatContained: (amount) => `incl. ${amount} VAT`,
  addressLater: 'You choose country and delivery in the next step.',
  checkout: 'Checkout',
  mendFirst: 'Please sort out the marked items first.',
  goOn: 'Keep shopping',
};

export const cartWords: Record<Language, CartWords> = { de, en };

import { z } from 'zod';
import { type Language, languageSchema } from '../market';

/** Messages about an order that have a template of their own at Meta, for when the 24 hours are over. */
export const UTILITY_NAMES = [
  'kiosk_order_confirmed',
  'kiosk_order_sent',
  'kiosk_order_part_sent',
  'kiosk_order_delivered',
  'kiosk_address_changed',
  'kiosk_order_cancelled',
  'kiosk_order_refunded',
  'kiosk_refund_failed',
  'kiosk_withdrawal_received',
] as const;
export type UtilityName = (typeof UTILITY_NAMES)[number];

/** A template with what fills it: `parameters` stand for {{1}}, {{2}}, … */
export const utilitySchema = z.strictObject({
  name: z.enum(UTILITY_NAMES),
  language: languageSchema,
  parameters: z.array(z.string().min(1).max(300)).max(3),
});
export type Utility = z.infer<typeof utilitySchema>;

/** The text of each template, with an example of every parameter, as Meta wants to see it before it approves. */
export const UTILITY_BODIES: Record<UtilityName, Record<Language, { text: string; example: string[] }>> = {
  kiosk_order_confirmed: {
    de: { text: 'Danke! Deine Bestellung {{1}} über {{2}} ist bei uns angekommen.', example: ['K-1001', '24,90 €'] },
    en: { text: 'Thank you! We have received your order {{1}} for {{2}}.', example: ['K-1001', '$26.90'] },
  },
  kiosk_order_sent: {
    de: { text: 'Deine Bestellung {{1}} ist unterwegs zu dir. Sendung: {{2}}.', example: ['K-1001', 'DHL 00340434'] },
    en: { text: 'Your order {{1}} is on its way to you. Parcel: {{2}}.', example: ['K-1001', 'UPS 1Z999'] },
  },
  kiosk_order_part_sent: {
    de: {
      text: 'Ein Teil deiner Bestellung {{1}} ist unterwegs zu dir: {{2}}. Sendung: {{3}}.',
      example: ['K-1001', '1 × Mond', 'DHL 00340434'],
    },
    en: {
      text: 'A part of your order {{1}} is on its way to you: {{2}}. Parcel: {{3}}.',
      example: ['K-1001', '1 × Moon', 'UPS 1Z999'],
    },
  },
  kiosk_order_delivered: {
    de: { text: 'Zu deiner Bestellung {{1}} ist angekommen: {{2}}.', example: ['K-1001', '1 × Mond'] },
    en: { text: 'Of your order {{1}} this has arrived: {{2}}.', example: ['K-1001', '1 × Moon'] },
  },
  kiosk_address_changed: {
    de: { text: 'Die Lieferadresse deiner Bestellung {{1}} ist geändert.', example: ['K-1001'] },
    en: { text: 'The delivery address of your order {{1}} has been changed.', example: ['K-1001'] },
  },
  kiosk_order_cancelled: {
    de: { text: 'Deine Bestellung {{1}} ist storniert.', example: ['K-1001'] },
    en: { text: 'Your order {{1}} is cancelled.', example: ['K-1001'] },
  },
  kiosk_order_refunded: {
    de: {
      text: 'Zu deiner Bestellung {{1}} gehen {{2}} an dich zurück, auf demselben Weg, auf dem du bezahlt hast.',
      example: ['K-1001', '24,90 €'],
    },
    en: {
      text: 'For your order {{1}} a refund of {{2}} is on its way back to you, the way you paid.',
      example: ['K-1001', '$26.90'],
    },
  },
  kiosk_refund_failed: {
    de: {
      text: 'Die Erstattung von {{2}} zu deiner Bestellung {{1}} kam von deiner Bank zurück. Wir kümmern uns darum.',
      example: ['K-1001', '24,90 €'],
    },
    en: {
      text: 'The refund of {{2}} for your order {{1}} came back from your bank. We are looking after it.',
      example: ['K-1001', '$26.90'],
    },
  },
  kiosk_withdrawal_received: {
    de: {
      text: 'Dein Widerruf zu Bestellung {{1}} ist bei uns eingegangen: {{2}}.',
      example: ['K-1001', '20. November 2026, 12:00'],
    },
    en: {
      text: 'We have received your withdrawal from order {{1}}: {{2}}.',
      example: ['K-1001', 'November 20, 2026, 12:00 PM'],
    },
  },
};

/** Meta's name of a language. */
export function metaLanguage(language: Language): 'de_DE' | 'en_US' {
  return language === 'de' ? 'de_DE' : 'en_US';
}

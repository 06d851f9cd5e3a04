import { z } from 'zod';
import { CAPTURE_TIMES } from './payment';

/**
 * How the merchant takes money; stored under the setting `payments`. `capture`: with the order, or only when it is sent, until
 * when the card's bank holds it. A change concerns orders that are placed from then on.
 */
export const paymentSettingsSchema = z.strictObject({ capture: z.enum(CAPTURE_TIMES) });
export type PaymentSettings = z.infer<typeof paymentSettingsSchema>;

export const UNSAID_PAYMENT_SETTINGS: PaymentSettings = { capture: 'now' };

import { z } from 'zod';
import { webUrl } from './button-shapes';
import { invalidParameter } from './errors';

/** Dot decimals with at most two places, as JSON numbers. */
const amount = z
  .number()
  .min(0)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'more than two decimal places');

export const receiptShape = z.strictObject({
  template_type: z.literal('receipt'),
  sharable: z.boolean().optional(),
  recipient_name: z.string().min(1),
  merchant_name: z.string().min(1).optional(),
  order_number: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  payment_method: z.string().min(1),
  order_url: webUrl.optional(),
  timestamp: z
    .string()
    .regex(/^[0-9]{9,10}$/, 'seconds since 1970, as a string')
    .optional(),
  elements: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        subtitle: z.string().optional(),
        quantity: z.number().int().min(1).optional(),
        price: amount,
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional(),
        image_url: webUrl.optional(),
      }),
    )
    .max(100)
    .optional(),
  address: z
    .strictObject({
      street_1: z.string().min(1),
      street_2: z.string().optional(),
      city: z.string().min(1),
      postal_code: z.string().min(1),
      state: z.string(),
      country: z.string().min(2),
    })
    .optional(),
  summary: z.strictObject({
    subtotal: amount.optional(),
    shipping_cost: amount.optional(),
    total_tax: amount.optional(),
    total_cost: amount,
  }),
  adjustments: z.array(z.strictObject({ name: z.string().min(1), amount })).optional(),
});
export type Receipt = z.infer<typeof receiptShape>;

const minor = (value: number | undefined) => Math.round((value ?? 0) * 100);

/**
 * Whether Meta adds up a receipt is unknown; a wrong sum in front of a shopper is a defect either way, so this double
 * refuses it: subtotal + shipping + tax - adjustments = total, and the elements (line totals) make the subtotal.
 */
export function checkReceiptSums(receipt: Receipt): void {
  const { subtotal, shipping_cost, total_tax, total_cost } = receipt.summary;
  const elements = receipt.elements ?? [];
  const lines = elements.reduce((sum, element) => sum + minor(element.price), 0);
  if (subtotal !== undefined && elements.length > 0 && elements.length < 100 && lines !== minor(subtotal)) {
    throw invalidParameter(`Param message[attachment][payload]: elements make ${lines}, not ${minor(subtotal)}`);
  }
  const base = subtotal === undefined ? lines : minor(subtotal);
  const off = (receipt.adjustments ?? []).reduce((sum, adjustment) => sum + minor(adjustment.amount), 0);
  const total = base + minor(shipping_cost) + minor(total_tax) - off;
  if ((subtotal !== undefined || elements.length > 0) && total !== minor(total_cost)) {
    throw invalidParameter(`Param message[attachment][payload]: the sum is ${total}, not ${minor(total_cost)}`);
  }
}

import { z } from 'zod';
import type { PaymentDetails, PaymentOptions } from './bridge-contract';
import { decimal, webUrl } from './graph/button-shapes';

/** The beta was for the United States: dollars, between these bounds (the bounds are ours). */
const minimumMinor = 50;
const maximumMinor = 1_000_000;

export function minorOf(value: string): number {
  const [whole = '0', fraction = ''] = value.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

const dollars = z.object({ currency: z.literal('USD'), value: decimal });
const line = z.object({ label: z.string().min(1), amount: dollars });

export const detailsShape: z.ZodType<PaymentDetails> = z.object({
  // W3C's PaymentDetails has an id, "the shop's own reference". That Messenger took it over and handed it on to the
  // provider is an assumption of this project: without it a charge whose answer got lost could not be told apart.
  id: z.string().min(1).max(100).optional(),
  displayItems: z.array(line).optional(),
  total: z.object({
    label: z.string().optional(),
    amount: dollars.refine((amount) => {
      const minor = minorOf(amount.value);
      return minor >= minimumMinor && minor <= maximumMinor;
    }, 'outside of the bounds'),
  }),
  shippingOptions: z
    .array(
      z.object({ id: z.string().min(1), label: z.string().min(1), amount: dollars, selected: z.boolean().optional() }),
    )
    .optional(),
  error: z.string().optional(),
});

const wish = z.boolean().optional().default(false);

const optionsShape: z.ZodType<PaymentOptions> = z.object({
  requestShipping: wish,
  requestPayerName: wish,
  requestPayerEmail: wish,
  requestPayerPhone: wish,
});

export const merchantShape = z.object({
  merchantFBPageId: z.union([z.string(), z.number()]).transform(String),
  merchantTitle: z.string().optional(),
  merchantImageUrl: webUrl.optional(),
  confirmationText: z.string().optional(),
  termsUrl: webUrl,
});

/** The three arguments of `new PaymentRequest(…)`. */
export const requestShape = z.object({
  methodData: z
    .array(z.object({ supportedMethods: z.array(z.string()).refine((all) => all.includes('fb')), data: merchantShape }))
    .min(1),
  details: detailsShape,
  options: optionsShape.optional(),
});
export type PaymentRequestArgs = z.infer<typeof requestShape>;

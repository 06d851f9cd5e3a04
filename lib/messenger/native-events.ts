import { z } from 'zod';
import type { CheckoutUpdate, NativePayment, PreCheckout } from '@/lib/domain/messaging/native-payment';

// Postgres keeps neither NUL nor half a surrogate pair.
const text = (max: number) =>
  z.union([z.string(), z.number()]).transform((value) =>
    String(value)
      .slice(0, max)
      .replaceAll('\u0000', '')
      .replace(/\p{Cs}/gu, '\ufffd'),
  );
const line = text(300).nullish().catch(null);
const payload = text(1000);

// Meta's tables say `street1`, its samples `street_1`; the id is a number here and a string there, and nobody needs it.
const address = z
  .object({
    name: line,
    street1: line,
    street_1: line,
    street2: line,
    street_2: line,
    city: line,
    state: line,
    country: line,
    postal_code: line,
  })
  .transform((told) => ({
    name: told.name ?? '',
    street1: told.street1 ?? told.street_1 ?? '',
    street2: told.street2 ?? told.street_2 ?? '',
    city: told.city ?? '',
    region: told.state ?? '',
    country: told.country ?? '',
    postalCode: told.postal_code ?? '',
  }));

const payer = z
  .object({ shipping_address: address.nullish(), contact_name: line, contact_email: line, contact_phone: line })
  .transform((told) => ({
    name: told.contact_name ?? told.shipping_address?.name ?? '',
    email: told.contact_email ?? '',
    phone: told.contact_phone ?? '',
    address: told.shipping_address ?? null,
  }));
const NOBODY = { name: '', email: '', phone: '', address: null };

const amount = z
  .object({ currency: text(10), amount: text(30) })
  .transform((told) => ({ currency: told.currency, value: told.amount }));

const checkoutUpdate = z.object({ payload, shipping_address: address });
const preCheckout = z.object({ payload, requested_user_info: payer.nullish(), amount });
// `tokenized_card`, `tokenized_cvv` and the expiry are card data: they are not even looked at.
const payment = z.object({
  payload,
  requested_user_info: payer.nullish(),
  payment_credential: z.object({
    provider_type: z.enum(['stripe', 'paypal', 'token', 'unknown']).catch('unknown'),
    charge_id: text(200).nullish(),
    fb_payment_id: text(200).pipe(z.string().min(1)),
  }),
  amount,
  shipping_option_id: text(100).nullish(),
});

/** `checkout_update` of Messenger's own checkout, 2016. Null when it cannot be read. Source: reference E.3. */
export function readCheckoutUpdate(value: unknown): CheckoutUpdate | null {
  const read = checkoutUpdate.safeParse(value);
  if (!read.success) return null;
  return { kind: 'checkout_update', payload: read.data.payload, address: read.data.shipping_address };
}

/** `pre_checkout`, 2016. Null when it cannot be read. Source: reference E.4. */
export function readPreCheckout(value: unknown): PreCheckout | null {
  const read = preCheckout.safeParse(value);
  if (!read.success) return null;
  const { payload, requested_user_info, amount } = read.data;
  return { kind: 'pre_checkout', payload, payer: requested_user_info ?? NOBODY, amount };
}

/** `payment`, 2016, without a trace of a tokenised card. Null when it cannot be read. Source: reference E.5. */
export function readPayment(value: unknown): NativePayment | null {
  const read = payment.safeParse(value);
  if (!read.success) return null;
  const { payload, requested_user_info, payment_credential: credential, amount, shipping_option_id } = read.data;
  return {
    kind: 'payment',
    payload,
    payer: requested_user_info ?? NOBODY,
    provider: credential.provider_type,
    chargeId: credential.charge_id ?? null,
    fbPaymentId: credential.fb_payment_id,
    amount,
    shippingOptionId: shipping_option_id ?? null,
  };
}

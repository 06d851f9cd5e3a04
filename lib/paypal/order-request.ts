import { money } from '@/lib/domain/money';
import type { PaymentRequest } from '@/lib/domain/payments/payment';
import { paypalText } from './amount';

const NAME_LENGTH = 127;
/** PayPal takes ten purchase units, but no number of items is written down; more lines than this go as one sum. */
const MOST_ITEMS = 50;

/**
 * The order as PayPal wants it: paid at once, on its own page, sent to the address that we know. The parts add up to the
 * total to the cent, else PayPal refuses it; what is given off is whatever they are more than the total.
 * Null for an amount that is finer than PayPal takes in its currency.
 * Source: Orders v2, "Create order"; experience_context of payment_source.paypal.
 */
export function orderRequest({ attemptId, amount, page }: PaymentRequest): unknown {
  if (!page) throw new Error('a PayPal order needs a page to come back to');
  const isWhole = (amountMinor: number) => paypalText(money(amountMinor, amount.currency)) !== null;
  if (!isWhole(amount.amountMinor)) return null;
  const text = (amountMinor: number) => ({
    currency_code: amount.currency,
    value: paypalText(money(amountMinor, amount.currency)) ?? '',
  });
  const goodsMinor = page.lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
  const discountMinor = goodsMinor + page.shippingMinor + page.taxMinor - amount.amountMinor;
  const parts = [...page.lines.map(({ unitMinor }) => unitMinor), page.shippingMinor, page.taxMinor];
  const addsUp = discountMinor >= 0 && page.lines.length <= MOST_ITEMS && parts.every(isWhole);
  const breakdown = {
    item_total: text(goodsMinor),
    shipping: text(page.shippingMinor),
    ...(page.taxMinor > 0 ? { tax_total: text(page.taxMinor) } : {}),
    ...(discountMinor > 0 ? { discount: text(discountMinor) } : {}),
  };
  const items = page.lines.map((line) => ({
    name: line.name.slice(0, NAME_LENGTH),
    sku: line.sku.slice(0, NAME_LENGTH),
    quantity: String(line.quantity),
    unit_amount: text(line.unitMinor),
  }));
  return {
    intent: 'CAPTURE',
    purchase_units: [
      {
        reference_id: 'default',
        custom_id: attemptId,
        invoice_id: attemptId,
        amount: { ...text(amount.amountMinor), ...(addsUp ? { breakdown } : {}) },
        ...(addsUp ? { items } : {}),
      },
    ],
    payment_source: {
      paypal: {
        experience_context: {
          return_url: page.returnUrl,
          cancel_url: page.cancelUrl,
          user_action: 'PAY_NOW',
          shipping_preference: 'NO_SHIPPING',
          landing_page: 'LOGIN',
          locale: page.intlLocale,
        },
      },
    },
  };
}

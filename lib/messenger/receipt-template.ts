import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { ReceiptMessage } from '@/lib/domain/messaging/outgoing-message';
import { currencySchema, toDecimalText } from '@/lib/domain/money';
import { fail, type Result, succeed } from '@/lib/domain/result';

const MAX_ELEMENTS = 100;

/**
 * The payload of a receipt. Meta's `price` is the total of the line, and goods + shipping + tax − discounts make the
 * total. Problem: "sums_differ", since a wrong sum in front of a shopper is worse than no receipt.
 * Source: Messenger Platform docs, Receipt Template.
 */
export function receiptTemplate(
  receipt: ReceiptMessage,
  publicUrl: string,
): Result<Record<string, unknown>, 'sums_differ'> {
  if (!addsUp(receipt)) return fail('sums_differ');
  const decimal = (amountMinor: number) =>
    Number(toDecimalText({ amountMinor, currency: currencySchema.parse(receipt.currency) }));
  const { address } = receipt;
  return succeed({
    template_type: 'receipt',
    sharable: false,
    recipient_name: receipt.recipientName,
    merchant_name: receipt.merchantName,
    order_number: receipt.orderNumber,
    currency: receipt.currency,
    payment_method: receipt.paymentMethod,
    order_url: new URL(receipt.orderPath, publicUrl).href,
    timestamp: String(receipt.placedAtSeconds),
    elements: receipt.lines.slice(0, MAX_ELEMENTS).map((line) => ({
      title: ellipsis(line.title, 80),
      ...(line.subtitle ? { subtitle: ellipsis(line.subtitle, 80) } : {}),
      quantity: line.quantity,
      price: decimal(line.totalMinor),
      currency: receipt.currency,
      ...(line.imagePath ? { image_url: new URL(line.imagePath, publicUrl).href } : {}),
    })),
    ...(address ? { address: metaAddress(address) } : {}),
    summary: {
      subtotal: decimal(receipt.goodsMinor),
      shipping_cost: decimal(receipt.shippingMinor),
      // Tax inside the prices is no part of the sum, and "0.00" would say that there is none.
      ...(receipt.taxMinor > 0 ? { total_tax: decimal(receipt.taxMinor) } : {}),
      total_cost: decimal(receipt.totalMinor),
    },
    ...(receipt.discounts.length > 0
      ? { adjustments: receipt.discounts.map(({ name, amountMinor }) => ({ name, amount: decimal(amountMinor) })) }
      : {}),
  });
}

function addsUp(receipt: ReceiptMessage): boolean {
  const lines = receipt.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const off = receipt.discounts.reduce((sum, discount) => sum + discount.amountMinor, 0);
  const total = receipt.goodsMinor + receipt.shippingMinor + receipt.taxMinor - off;
  return lines === receipt.goodsMinor && total === receipt.totalMinor;
}

function metaAddress(address: NonNullable<ReceiptMessage['address']>): Record<string, unknown> {
  return {
    street_1: address.street1,
    ...(address.street2 ? { street_2: address.street2 } : {}),
    city: address.city,
    postal_code: address.postalCode,
    state: address.region,
    country: address.country,
  };
}

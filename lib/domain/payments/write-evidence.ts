import type { OrderDetails } from '../cart/address';
import type { Quote } from '../cart/quote';
import { textIn } from '../market';
import { ellipsis } from '../messaging/ellipsis';
import { formatMoney } from '../money';
import { orderLabel } from '../orders/status';
import type { ShopSettings } from '../shop';
import { type Evidence, shortened } from './dispute';

type Known = {
  orderNumber: number;
  orderUrl: string;
  placedAt: Date;
  /** When the first parcel left; null while none has. */
  firstSentAt: Date | null;
  parcels: { carrier: string; tracking: string }[];
  paymentMethod: string;
  quote: Quote;
  details: OrderDetails;
  shop: Pick<ShopSettings, 'name' | 'legal'>;
  thread: { at: Date; from: 'shopper' | 'shop'; text: string }[];
};

const TERMS_MAX = 15_000;
const STATEMENT_MAX = 15_000;

/** The shop's side of a dispute in English, which banks everywhere read; the merchant edits it before it leaves. */
export function writeEvidence(known: Known): Evidence {
  const { details, quote, shop } = known;
  const { address } = details;
  const say = (amountMinor: number) => formatMoney({ amountMinor, currency: quote.currency }, 'en-IE');
  const lines = quote.lines.map(
    (line) =>
      `${line.quantity} x ${[textIn(line.title, 'en'), textIn(line.variantTitle, 'en')].filter(Boolean).join(', ')} (${line.sku}): ${say(line.totalMinor)}`,
  );
  const place = address && [
    address.name,
    address.street1,
    address.street2,
    `${address.postalCode} ${address.city}`,
    address.region,
    address.country,
  ];
  const terms = [textIn(shop.legal.terms, 'en'), textIn(shop.legal.withdrawal, 'en')].filter(Boolean).join('\n\n');
  return {
    customerName: address?.name ?? '',
    customerEmail: details.email,
    shippingAddress: place ? place.filter(Boolean).join('\n') : '',
    productDescription: shortened(lines.join('\n'), 5_000),
    shippedOn: known.firstSentAt ? dayOf(known.firstSentAt) : '',
    carrier: ellipsis(listed(known.parcels.map(({ carrier }) => carrier)), 100),
    trackingNumber: ellipsis(listed(known.parcels.map(({ tracking }) => tracking)), 100),
    terms: shortened(terms, TERMS_MAX),
    statement: shortened(statementOf(known, lines, say), STATEMENT_MAX),
  };
}

function statementOf(known: Known, lines: string[], say: (amountMinor: number) => string): string {
  const { quote, shop, thread } = known;
  const label = orderLabel(known.orderNumber);
  const told = thread.map(({ at, from, text }) => `${timeOf(at)} ${from === 'shop' ? shop.name : 'Customer'}: ${text}`);
  const parts = [
    `Order ${label} at ${shop.name}, placed ${timeOf(known.placedAt)} UTC and paid with ${known.paymentMethod}.`,
    [
      ...lines,
      `Delivery (${textIn(quote.shipping.chosen.title, 'en')}): ${say(quote.shipping.chosen.priceMinor)}`,
      `Total: ${say(quote.total.amountMinor)}`,
    ].join('\n'),
    known.firstSentAt
      ? `The goods were handed over for delivery on ${dayOf(known.firstSentAt)}.`
      : 'The goods have not been handed over for delivery yet.',
    `Before paying the customer confirmed the order with the button "Order with obligation to pay" and agreed to our terms. The confirmation of the contract with terms and invoice was sent to the customer's e-mail address. The order can be seen at ${known.orderUrl}.`,
    ...(told.length > 0 ? [`The conversation with the customer:\n${told.join('\n')}`] : []),
  ];
  return parts.join('\n\n');
}

function listed(words: string[]): string {
  return [...new Set(words.filter(Boolean))].join(', ');
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function timeOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}

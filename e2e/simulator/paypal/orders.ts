import { z } from 'zod';
import { type Double, newId, paypalAccount, stamp } from './double';
import { dispatch } from './events';
import { type Context, type Link, type Money, minorOf, type Order, WITHOUT_DECIMALS } from './objects';
import { notFound, unprocessable } from './problems';

/** An approval link lives three hours; an order that nobody approved is forgotten then. */
const lifeMs = 3 * 60 * 60 * 1000;
const CURRENCIES =
  'AUD BRL CAD CNY CZK DKK EUR HKD HUF ILS JPY MYR MXN TWD NZD NOK PHP PLN GBP SGD SEK CHF THB USD'.split(' ');

const money = z.strictObject({ currency_code: z.string().length(3), value: z.string().max(32) });
const context = z.looseObject({
  return_url: z.url().optional(),
  cancel_url: z.url().optional(),
  locale: z.string().optional(),
  user_action: z.enum(['CONTINUE', 'PAY_NOW']).optional(),
  shipping_preference: z.enum(['GET_FROM_FILE', 'NO_SHIPPING', 'SET_PROVIDED_ADDRESS']).optional(),
  landing_page: z.enum(['LOGIN', 'GUEST_CHECKOUT', 'NO_PREFERENCE', 'BILLING']).optional(),
});
export const createShape = z.looseObject({
  intent: z.enum(['CAPTURE', 'AUTHORIZE']),
  purchase_units: z
    .array(
      z.looseObject({
        reference_id: z.string().max(256).default('default'),
        custom_id: z.string().max(127).optional(),
        invoice_id: z.string().max(127).optional(),
        description: z.string().max(127).optional(),
        amount: z.strictObject({ ...money.shape, breakdown: z.record(z.string(), money).optional() }),
        items: z
          .array(
            z.looseObject({
              name: z.string().min(1).max(127),
              quantity: z.string().regex(/^\d{1,10}$/),
              unit_amount: money,
              sku: z.string().max(127).optional(),
            }),
          )
          .optional(),
      }),
    )
    .min(1)
    .max(10),
  payment_source: z.looseObject({ paypal: z.looseObject({ experience_context: context.optional() }) }).optional(),
  application_context: context.optional(),
});

type Unit = z.output<typeof createShape>['purchase_units'][number];

export function checkMoney({ currency_code, value }: Money): void {
  if (!CURRENCIES.includes(currency_code)) throw unprocessable('CURRENCY_NOT_SUPPORTED');
  const [, decimals = ''] = /^\d{1,13}(?:\.(\d+))?$/.exec(value) ?? [];
  if (!/^\d{1,13}(\.\d+)?$/.test(value) || decimals.length > 2) throw unprocessable('DECIMAL_PRECISION');
  if (WITHOUT_DECIMALS.includes(currency_code) && decimals !== '') throw unprocessable('DECIMALS_NOT_SUPPORTED');
}

/** Everything must add up to the cent, in one currency. */
export function checkAmounts({ amount, items }: Unit): void {
  const parts = amount.breakdown ?? {};
  for (const one of [amount, ...Object.values(parts), ...(items ?? []).map((item) => item.unit_amount)]) {
    checkMoney(one);
    if (one.currency_code !== amount.currency_code) throw unprocessable('CURRENCY_MISMATCH');
  }
  const part = (name: string) => (parts[name] ? minorOf(parts[name]) : 0);
  if (items && !parts.item_total) throw unprocessable('ITEM_TOTAL_REQUIRED');
  const goods = (items ?? []).reduce((sum, item) => sum + Number(item.quantity) * minorOf(item.unit_amount), 0);
  if (items && goods !== part('item_total')) throw unprocessable('ITEM_TOTAL_MISMATCH');
  if (Object.keys(parts).length === 0) return;
  const more = part('item_total') + part('tax_total') + part('shipping') + part('handling') + part('insurance');
  if (more - part('shipping_discount') - part('discount') !== minorOf(amount)) throw unprocessable('AMOUNT_MISMATCH');
}

export function createOrder(double: Double, input: z.output<typeof createShape>): Order {
  for (const unit of input.purchase_units) checkAmounts(unit);
  const withSource = input.payment_source !== undefined;
  const wished: Context = input.payment_source?.paypal.experience_context ?? input.application_context ?? {};
  const at = stamp(double);
  const id = newId();
  const order: Order = {
    id,
    intent: input.intent,
    status: withSource ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
    ...(withSource ? { payment_source: { paypal: {} } } : {}),
    purchase_units: input.purchase_units.map((unit) => ({
      reference_id: unit.reference_id,
      amount: unit.amount,
      payee: { email_address: 'kasse@otterandottilie.example', merchant_id: paypalAccount.merchantId },
      ...(unit.custom_id ? { custom_id: unit.custom_id } : {}),
      ...(unit.invoice_id ? { invoice_id: unit.invoice_id } : {}),
      ...(unit.description ? { description: unit.description } : {}),
      ...(unit.items
        ? {
            items: unit.items.map(({ name, quantity, unit_amount, sku }) => ({
              name,
              quantity,
              unit_amount,
              ...(sku ? { sku } : {}),
            })),
          }
        : {}),
    })),
    create_time: at,
    update_time: at,
    links: [],
    hidden: { context: wished, withSource, atMs: double.world.clock.nowMs() },
  };
  double.state.orders.set(id, order);
  return order;
}

/** The order as long as PayPal remembers it. */
export function findOrder(double: Double, id: string): Order {
  const order = double.state.orders.get(id);
  if (!order) throw notFound();
  const isOld = double.world.clock.nowMs() - order.hidden.atMs > lifeMs;
  if (isOld && order.status !== 'COMPLETED') throw notFound();
  return order;
}

export function approvalUrl(double: Double, order: Order): string {
  return `${double.origin}/checkoutnow?token=${order.id}`;
}

/** What an answer shows of an order. */
export function shown(double: Double, order: Order): unknown {
  const { hidden, ...rest } = order;
  const self = `${double.origin}/v2/checkout/orders/${order.id}`;
  const links: Link[] = [{ href: self, rel: 'self', method: 'GET' }];
  const url = approvalUrl(double, order);
  if (order.status === 'PAYER_ACTION_REQUIRED') links.push({ href: url, rel: 'payer-action', method: 'GET' });
  if (order.status === 'CREATED')
    links.push({ href: url, rel: 'approve', method: 'GET' }, { href: self, rel: 'update', method: 'PATCH' });
  if (order.status === 'APPROVED')
    links.push(
      order.intent === 'AUTHORIZE'
        ? { href: `${self}/authorize`, rel: 'authorize', method: 'POST' }
        : { href: `${self}/capture`, rel: 'capture', method: 'POST' },
    );
  return { ...rest, purchase_units: rest.purchase_units.map(shownUnit), links };
}

// Only a capture that is asked for by itself names its order: inside the order it does not.
function shownUnit({ payments, ...unit }: Order['purchase_units'][number]): unknown {
  if (!payments?.captures) return payments ? { ...unit, payments } : unit;
  const captures = payments.captures.map(({ supplementary_data, ...capture }) => capture);
  return { ...unit, payments: { ...payments, captures } };
}

const BUYER = { email_address: 'buyer@example.com', payer_id: 'BUYERK29SK222' };

/** She agreed on PayPal's page; the shop hears of it by her return and by an event. */
export function approve(double: Double, order: Order): void {
  order.status = 'APPROVED';
  order.payer = { ...BUYER, name: { given_name: 'Ada', surname: 'Muster' } };
  order.payment_source = {
    paypal: { email_address: BUYER.email_address, account_id: BUYER.payer_id, account_status: 'VERIFIED' },
  };
  touch(double, order);
  dispatch(double, 'CHECKOUT.ORDER.APPROVED', 'checkout-order', shown(double, order));
}

/** Each change has a time of its own, a second apart at least. */
export function touch(double: Double, order: Order): void {
  const now = stamp(double);
  const next = new Date(Date.parse(order.update_time) + 1000).toISOString().replace('.000Z', 'Z');
  order.update_time = now > order.update_time ? now : next;
}

import { z } from 'zod';
import { checkAmount, checkCurrency } from './amounts';
import { fullAddress } from './card-input';
import { confirmOnlyParams, sharedConfirmParams } from './confirming';
import type { Double } from './double';
import { badParameter, badState, missing } from './errors';
import { emit } from './events';
import { randomText } from './ids';
import { mergeMetadata } from './metadata';
import { findMethod } from './methods';
import type { PaymentIntent, Shipping } from './objects';
import { idle, list, metadataParam, type shippingParam, text, whole, yesNo } from './params';

const descriptive = {
  customer: text().optional(),
  description: z.string().max(1000, 'parameter_invalid_string').optional(),
  metadata: metadataParam.optional(),
  statement_descriptor: z.string().max(22).optional(),
  statement_descriptor_suffix: z
    .string()
    .max(22)
    .regex(/^[^<>\\'"*]*[A-Za-z][^<>\\'"*]*$/)
    .optional(),
  transfer_group: text().optional(),
};

export const createParams = z.strictObject({
  ...confirmOnlyParams,
  ...sharedConfirmParams,
  ...descriptive,
  allowed_payment_method_types: list(text()).optional(),
  amount: whole(),
  automatic_payment_methods: z
    .strictObject({ enabled: yesNo(), allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  confirm: yesNo().optional(),
  confirmation_method: z.enum(['automatic', 'manual']).optional(),
  currency: text(),
  excluded_payment_method_types: idle(),
  payment_method_configuration: idle(),
  payment_method_types: list(text()).optional(),
});

export const updateParams = z.strictObject({
  ...sharedConfirmParams,
  ...descriptive,
  allowed_payment_method_types: idle(),
  amount: whole().optional(),
  currency: text().optional(),
  excluded_payment_method_types: idle(),
  payment_method_types: idle(),
});

export function findIntent(double: Double, id: string, param = 'intent', status = 404): PaymentIntent {
  const intent = double.state.intents.get(id);
  if (!intent) throw missing('payment_intent', id, param, status);
  return intent;
}

function fullShipping(given: z.output<typeof shippingParam> | null | undefined): Shipping | null {
  if (!given) return null;
  const { name, phone = null, carrier = null, tracking_number = null } = given;
  return { address: fullAddress(given.address), name, phone, carrier, tracking_number };
}

function newIntent(double: Double, input: z.output<typeof createParams>): PaymentIntent {
  const id = `pi_3${randomText(23)}`;
  const allowed = input.allowed_payment_method_types ?? null;
  const chosen = allowed ?? input.payment_method_types ?? null;
  const automatic = input.automatic_payment_methods;
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: allowed,
    amount: input.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods:
      chosen && !automatic
        ? null
        : { allow_redirects: automatic?.allow_redirects ?? 'always', enabled: automatic?.enabled ?? true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: input.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: input.confirmation_method ?? 'automatic',
    created: double.world.clock.nowSeconds(),
    currency: input.currency,
    customer: input.customer ?? null,
    customer_account: null,
    description: input.description || null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: chosen ?? ['card'],
    payment_record: null,
    processing: null,
    receipt_email: input.receipt_email ?? null,
    review: null,
    setup_future_usage: input.setup_future_usage ?? null,
    shipping: fullShipping(input.shipping),
    source: null,
    statement_descriptor: input.statement_descriptor ?? null,
    statement_descriptor_suffix: input.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: input.transfer_group ?? null,
  };
}

/** A new payment as yet without money; checks amount, currency and what only goes with `confirm=true`. */
export function createIntent(double: Double, input: z.output<typeof createParams>): PaymentIntent {
  checkCurrency(input.currency);
  checkAmount(input.amount, input.currency);
  const { customer } = input;
  if (customer && !double.state.customers.has(customer)) throw missing('customer', customer, 'customer', 400);
  if (input.confirm !== true) {
    for (const name of Object.keys(confirmOnlyParams)) {
      if (Object.entries(input).some(([key, value]) => key === name && value !== undefined)) {
        throw badParameter(`You cannot pass \`${name}\` without \`confirm\` set to \`true\`.`, name);
      }
    }
  }
  const intent = newIntent(double, input);
  if (input.payment_method && input.confirm !== true) {
    intent.payment_method = findMethod(double, input.payment_method, 'payment_method', 400).id;
    intent.status = 'requires_confirmation';
  }
  double.state.intents.set(intent.id, intent);
  emit(double, 'payment_intent.created', intent);
  return intent;
}

/** Changes what may still be changed; amount and currency only while nothing is paid. */
export function updateIntent(
  double: Double,
  intent: PaymentIntent,
  input: z.output<typeof updateParams>,
): PaymentIntent {
  const { amount = intent.amount, currency = intent.currency } = input;
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status);
  if (!open && (input.amount !== undefined || input.currency !== undefined || input.payment_method)) {
    const message = `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action.`;
    throw badState('payment_intent_unexpected_state', message, intent);
  }
  checkCurrency(currency);
  checkAmount(amount, currency);
  Object.assign(intent, { amount, currency });
  intent.metadata = mergeMetadata(intent.metadata, input.metadata);
  if (input.description !== undefined) intent.description = input.description || null;
  if (input.receipt_email !== undefined) intent.receipt_email = input.receipt_email;
  if (input.shipping !== undefined) intent.shipping = fullShipping(input.shipping);
  if (input.customer) intent.customer = input.customer;
  if (input.payment_method) {
    intent.payment_method = findMethod(double, input.payment_method, 'payment_method', 400).id;
    intent.status = 'requires_confirmation';
  }
  return intent;
}

import type { Behaviour } from './cards';
import { type Double, later } from './double';
import { newId, randomText } from './ids';
import type { BalanceTransaction, Charge, ChargeCard, Outcome, ThreeDSecure } from './money-objects';
import type { Metadata, PaymentIntent, PaymentMethod, Shipping } from './objects';

const holdSeconds = 7 * 24 * 60 * 60;

export type Decline = { code: string; declineCode?: string; message: string };

export type ChargeInput = {
  method: PaymentMethod;
  amount: number;
  currency: string;
  metadata: Metadata;
  intent: PaymentIntent | null;
  captured: boolean;
  threeDSecure: ThreeDSecure | null;
  behaviour: Behaviour;
  decline: Decline | null;
};

function outcomeOf({ decline, behaviour }: ChargeInput): Outcome {
  const risk = behaviour.risk === 'blocked' ? 'highest' : behaviour.risk === 'elevated' ? 'elevated' : 'normal';
  const common = {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    risk_level: risk,
    risk_score: { normal: 12, elevated: 65, highest: 92 }[risk],
  } as const;
  if (!decline) {
    const message = 'Payment complete.';
    return {
      ...common,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: message,
      type: 'authorized',
    };
  }
  if (behaviour.risk === 'blocked') {
    const message = 'Stripe blocked this payment as too risky.';
    const reason = 'highest_risk_level';
    return { ...common, network_status: 'not_sent_to_network', reason, seller_message: message, type: 'blocked' };
  }
  const reason = decline.declineCode ?? decline.code;
  const seller_message = `The bank returned the decline code \`${reason}\`.`;
  return { ...common, network_status: 'declined_by_network', reason, seller_message, type: 'issuer_declined' };
}

function cardOf(double: Double, input: ChargeInput): ChargeCard {
  const { card } = input.method;
  const passed = input.decline === null;
  const check = (value: string | null) => (value === 'unchecked' ? 'pass' : value);
  const checks = card.checks;
  return {
    amount_authorized: passed ? input.amount : null,
    authorization_code: passed ? randomText(6).toUpperCase() : null,
    brand: card.brand,
    ...(passed && !input.captured ? { capture_before: double.world.clock.nowSeconds() + holdSeconds } : {}),
    checks: {
      address_line1_check: check(checks.address_line1_check),
      address_postal_code_check: check(checks.address_postal_code_check),
      cvc_check: check(checks.cvc_check),
    },
    country: card.country,
    electronic_commerce_indicator: input.threeDSecure?.electronic_commerce_indicator ?? null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: passed ? randomText(15) : null,
    overcapture: { maximum_amount_capturable: input.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: input.threeDSecure,
    transaction_link_id: null,
    wallet: card.wallet,
  };
}

/** Books one try to take money: succeeded, authorised only, or failed. Sends no events. */
export function addCharge(double: Double, input: ChargeInput): Charge {
  const { intent, method, decline, amount } = input;
  const id = newId('ch');
  const shipping: Shipping | null = intent?.shipping ?? null;
  const charge: Charge = {
    id,
    object: 'charge',
    amount,
    amount_captured: !decline && input.captured ? amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'KIOSK',
    captured: !decline && input.captured,
    created: double.world.clock.nowSeconds(),
    currency: input.currency,
    customer: intent?.customer ?? null,
    description: intent?.description ?? null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...input.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(input),
    paid: !decline,
    payment_intent: intent?.id ?? null,
    payment_method: method.id,
    payment_method_details: { card: cardOf(double, input), type: 'card' },
    radar_options: {},
    receipt_email: intent?.receipt_email ?? null,
    receipt_number: null,
    receipt_url: decline ? null : `${double.origin}/dashboard?payment=${id}`,
    refunded: false,
    review: null,
    shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent?.statement_descriptor ?? null,
    statement_descriptor_suffix: intent?.statement_descriptor_suffix ?? null,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
  double.state.charges.set(id, charge);
  return charge;
}

export function addTransaction(
  double: Double,
  input: Pick<BalanceTransaction, 'amount' | 'currency' | 'source' | 'type' | 'description'> & { fee: number },
): BalanceTransaction {
  const { amount, fee, currency } = input;
  const now = double.world.clock.nowSeconds();
  const fees = [
    { amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' },
  ] as const;
  const transaction: BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: now + 2 * 24 * 60 * 60,
    balance_type: 'payments',
    created: now,
    currency,
    description: input.description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [...fees],
    net: amount - fee,
    reporting_category: input.type === 'adjustment' ? 'dispute' : input.type,
    source: input.source,
    status: 'pending',
    type: input.type,
  };
  double.state.transactions.set(transaction.id, transaction);
  return transaction;
}

/** The captured money reaches the balance: with `automatic_async` a moment after the answer, told by `charge.updated`. */
export function settleCharge(double: Double, charge: Charge): void {
  if (charge.balance_transaction !== null) return;
  const fee = Math.round(charge.amount_captured * 0.015) + 25;
  const { amount_captured: amount, currency, id: source, description } = charge;
  charge.balance_transaction = addTransaction(double, {
    amount,
    currency,
    source,
    type: 'charge',
    description,
    fee,
  }).id;
}

export function settleSoon(double: Double, charge: Charge): void {
  later(double, 0.05, { kind: 'settle-charge', charge: charge.id });
}

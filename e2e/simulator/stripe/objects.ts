/** Stripe's objects as the double keeps them: other objects by id, exactly as an answer without `expand` has them. */
export type Metadata = Record<string, string>;

export type Address = {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
};

export type BillingDetails = {
  address: Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
};

export type Shipping = {
  address: Address;
  carrier: string | null;
  name: string;
  phone: string | null;
  tracking_number: string | null;
};

export type CardChecks = {
  address_line1_check: string | null;
  address_postal_code_check: string | null;
  cvc_check: string | null;
};

/** The wallet that a card came from. */
export type Wallet = { dynamic_last4: string | null } & (
  | { type: 'apple_pay'; apple_pay: Record<string, never> }
  | { type: 'google_pay'; google_pay: Record<string, never> }
);

export type MethodCard = {
  brand: string;
  checks: CardChecks;
  country: string | null;
  description: null;
  display_brand: string;
  exp_month: number;
  exp_year: number;
  fingerprint: string;
  funding: string;
  generated_from: null;
  iin: null;
  issuer: null;
  last4: string;
  networks: { available: string[]; preferred: null };
  regulated_status: 'unregulated';
  three_d_secure_usage: { supported: boolean };
  wallet: Wallet | null;
};

export type PaymentMethod = {
  id: string;
  object: 'payment_method';
  allow_redisplay: 'unspecified' | 'limited' | 'always';
  billing_details: BillingDetails;
  card: MethodCard;
  created: number;
  customer: string | null;
  customer_account: null;
  livemode: false;
  metadata: Metadata;
  type: 'card';
};

export type ConfirmationToken = {
  id: string;
  object: 'confirmation_token';
  created: number;
  expires_at: number | null;
  livemode: false;
  metadata: Metadata;
  payment_intent: string | null;
  payment_method_options: null;
  payment_method_preview: Pick<PaymentMethod, 'allow_redisplay' | 'billing_details' | 'card' | 'customer' | 'type'> & {
    customer_account: null;
  };
  return_url: string | null;
  setup_future_usage: null;
  setup_intent: null;
  shipping: { address: Address; name: string; phone: string | null } | null;
  use_stripe_sdk: boolean;
};

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled';

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export type PaymentError = {
  type: ErrorType;
  code: string;
  message: string;
  doc_url: string;
  charge?: string;
  decline_code?: string;
  param?: string;
  payment_method?: PaymentMethod;
  payment_method_type?: 'card';
};

export type NextAction =
  | { type: 'use_stripe_sdk'; use_stripe_sdk: { type: 'three_d_secure_redirect'; stripe_js: string; source: string } }
  | { type: 'redirect_to_url'; redirect_to_url: { return_url: string | null; url: string } };

export type CaptureMethod = 'automatic' | 'automatic_async' | 'manual';

export type PaymentIntent = {
  id: string;
  object: 'payment_intent';
  allowed_payment_method_types: string[] | null;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  application: null;
  application_fee_amount: null;
  automatic_payment_methods: { allow_redirects: 'always' | 'never'; enabled: boolean } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: CaptureMethod;
  client_secret: string;
  confirmation_method: 'automatic' | 'manual';
  created: number;
  currency: string;
  customer: string | null;
  customer_account: null;
  description: string | null;
  excluded_payment_method_types: null;
  last_payment_error: PaymentError | null;
  latest_charge: string | null;
  livemode: false;
  managed_payments: null;
  metadata: Metadata;
  next_action: NextAction | null;
  on_behalf_of: null;
  payment_method: string | null;
  payment_method_configuration_details: null;
  payment_method_options: { card: CardOptions };
  payment_method_types: string[];
  payment_record: null;
  processing: null;
  receipt_email: string | null;
  review: null;
  setup_future_usage: 'off_session' | 'on_session' | null;
  shipping: Shipping | null;
  source: null;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
  status: IntentStatus;
  transfer_data: null;
  transfer_group: string | null;
};

export type CardOptions = {
  installments: null;
  mandate_options: null;
  network: null;
  request_three_d_secure: 'automatic' | 'any' | 'challenge';
};

/** A hosted Checkout. What is null in every session of a shop like this one is not named here, but told. */
export type CheckoutSession = {
  id: string;
  object: 'checkout.session';
  amount_total: number;
  cancel_url: string | null;
  created: number;
  currency: string;
  expires_at: number;
  metadata: Metadata;
  payment_intent: string | null;
  payment_status: 'paid' | 'unpaid';
  status: 'open' | 'complete' | 'expired';
  success_url: string | null;
  url: string | null;
  [always: string]: unknown;
};

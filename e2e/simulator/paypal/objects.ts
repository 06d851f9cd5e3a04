export type Money = { currency_code: string; value: string };
export type Link = { href: string; rel: string; method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'REDIRECT' };

/** What a source of money does when it is captured. */
export type Behaviour = 'completed' | 'pending' | 'declined' | 'refused';

export type Capture = {
  id: string;
  status: 'COMPLETED' | 'PENDING' | 'DECLINED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  status_details?: { reason: string };
  amount: Money;
  final_capture: boolean;
  invoice_id?: string;
  custom_id?: string;
  seller_protection: { status: 'ELIGIBLE'; dispute_categories: string[] };
  seller_receivable_breakdown?: { gross_amount: Money; paypal_fee: Money; net_amount: Money };
  supplementary_data: { related_ids: { order_id: string } };
  create_time: string;
  update_time: string;
  links: Link[];
};

export type Authorization = {
  id: string;
  status: 'CREATED' | 'CAPTURED' | 'PARTIALLY_CAPTURED' | 'VOIDED';
  amount: Money;
  invoice_id?: string;
  custom_id?: string;
  seller_protection: Capture['seller_protection'];
  expiration_time: string;
  create_time: string;
  update_time: string;
  links: Link[];
};

export type Refund = {
  id: string;
  status: 'COMPLETED' | 'PENDING' | 'FAILED';
  amount: Money;
  invoice_id?: string;
  custom_id?: string;
  note_to_payer?: string;
  seller_payable_breakdown: { gross_amount: Money; total_refunded_amount: Money };
  create_time: string;
  update_time: string;
  links: Link[];
};

export type Unit = {
  reference_id: string;
  amount: Money & { breakdown?: Record<string, Money> };
  payee: { email_address: string; merchant_id: string };
  custom_id?: string;
  invoice_id?: string;
  description?: string;
  items?: { name: string; quantity: string; unit_amount: Money; sku?: string }[];
  payments?: { authorizations?: Authorization[]; captures?: Capture[]; refunds?: Refund[] };
};

export type Context = { return_url?: string; cancel_url?: string; locale?: string; user_action?: string };

export type Order = {
  id: string;
  intent: 'CAPTURE' | 'AUTHORIZE';
  status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED';
  payment_source?: { paypal: { email_address?: string; account_id?: string; account_status?: 'VERIFIED' } };
  purchase_units: Unit[];
  payer?: { email_address: string; payer_id: string; name: { given_name: string; surname: string } };
  create_time: string;
  update_time: string;
  links: Link[];
  /** What the page needs and no answer shows. */
  hidden: { context: Context; withSource: boolean; atMs: number };
};

/** A case that a buyer opened about a payment. */
export type Dispute = {
  dispute_id: string;
  create_time: string;
  update_time: string;
  disputed_transactions: {
    buyer_transaction_id: string;
    seller_transaction_id: string;
    create_time: string;
    transaction_status: 'COMPLETED';
    gross_amount: Money;
    custom?: string;
  }[];
  reason: string;
  status: 'OPEN' | 'WAITING_FOR_BUYER_RESPONSE' | 'WAITING_FOR_SELLER_RESPONSE' | 'UNDER_REVIEW' | 'RESOLVED';
  dispute_amount: Money;
  dispute_life_cycle_stage: 'INQUIRY' | 'CHARGEBACK';
  dispute_channel: 'INTERNAL' | 'EXTERNAL';
  dispute_outcome?: { outcome_code: string; amount_refunded?: Money };
  money_movements?: {
    affected_party: string;
    type: 'DEBIT' | 'CREDIT';
    reason: string;
    amount: Money;
    initiated_time: string;
  }[];
  messages?: { posted_by: 'BUYER' | 'SELLER'; time_posted: string; content: string }[];
  evidences?: { evidence_type: string; source: string; date: string }[];
  seller_response_due_date?: string;
};

/** Currencies whose amounts PayPal takes and tells without decimals. */
export const WITHOUT_DECIMALS = ['HUF', 'JPY', 'TWD'];

function decimalsOf(currency_code: string): 0 | 2 {
  return WITHOUT_DECIMALS.includes(currency_code) ? 0 : 2;
}

/** In the smallest unit that PayPal knows of the currency: cents, or whole yen. */
export function minorOf({ currency_code, value }: Money): number {
  return Math.round(Number(value) * 10 ** decimalsOf(currency_code));
}

export function moneyOf(minor: number, currency_code: string): Money {
  const decimals = decimalsOf(currency_code);
  return { currency_code, value: (minor / 10 ** decimals).toFixed(decimals) };
}

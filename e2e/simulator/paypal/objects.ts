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

export function minorOf(money: Money): number {
  return Math.round(Number(money.value) * 100);
}

export function moneyOf(minor: number, currency_code: string): Money {
  return { currency_code, value: (minor / 100).toFixed(2) };
}

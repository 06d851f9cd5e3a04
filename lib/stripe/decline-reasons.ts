import type { DeclineReason } from '@/lib/domain/payments/payment';

const REASONS: Record<Exclude<DeclineReason, 'generic'>, readonly string[]> = {
  try_again: ['processing_error', 'issuer_not_available', 'reenter_transaction', 'try_again_later', 'approve_with_id'],
  mistyped: [
    'incorrect_number',
    'invalid_number',
    'incorrect_cvc',
    'invalid_cvc',
    'invalid_expiry_month',
    'invalid_expiry_year',
    'incorrect_zip',
    'incorrect_address',
  ],
  insufficient_funds: ['insufficient_funds'],
  expired: ['expired_card'],
  other_card: [
    'card_not_supported',
    'currency_not_supported',
    'card_velocity_exceeded',
    'withdrawal_count_limit_exceeded',
  ],
  call_bank: [
    'call_issuer',
    'do_not_honor',
    'generic_decline',
    'no_action_taken',
    'not_permitted',
    'restricted_card',
    'service_not_allowed',
    'transaction_not_allowed',
    'invalid_account',
    'security_violation',
    'stop_payment_order',
    'revocation_of_authorization',
    'revocation_of_all_authorizations',
  ],
  authentication_failed: [
    'payment_intent_authentication_failure',
    'authentication_required',
    'authentication_not_handled',
  ],
};

/**
 * The sentence that a decline deserves. `fraudulent`, `lost_card` and their like get the generic one on purpose: a thief
 * must not learn why. Source: docs.stripe.com/declines/codes.
 */
export function declineReasonOf(
  code: string | undefined | null,
  declineCode: string | undefined | null,
): DeclineReason {
  for (const candidate of [declineCode, code]) {
    for (const reason of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
      if (candidate && REASONS[reason].includes(candidate)) return reason;
    }
  }
  return 'generic';
}

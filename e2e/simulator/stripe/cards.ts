/** What a test card does; everything left out is what an ordinary card does. */
export type Behaviour = {
  decline?: { code: string; declineCode?: string };
  /** required: a challenge, always · frictionless: authenticated without one. */
  authentication?: 'required' | 'frictionless' | 'unsupported';
  /** The lookup of the authentication itself fails. */
  authenticationBroken?: boolean;
  risk?: 'blocked' | 'elevated';
  dispute?: 'fraudulent' | 'product_not_received' | 'inquiry' | 'early_warning';
  refund?: 'pending' | 'fails';
  /** The challenge is over with once the card was kept with one. */
  onlyUntilSetUp?: boolean;
};

export type TestCard = {
  number: string;
  method: string | null;
  brand: string;
  funding: 'credit' | 'debit' | 'prepaid';
  country: string;
  behaviour: Behaviour;
};

const card = (
  number: string,
  method: string | null,
  behaviour: Behaviour = {},
  more: { brand?: string; funding?: TestCard['funding']; country?: string } = {},
): TestCard => ({ number, method, brand: 'visa', funding: 'credit', country: 'US', ...more, behaviour });

const declined = (declineCode: string): Behaviour => ({ decline: { code: 'card_declined', declineCode } });
const insufficient = declined('insufficient_funds');

/** Every card of Stripe's testing page that a shop meets. */
export const testCards: TestCard[] = [
  card('4242424242424242', 'pm_card_visa'),
  card('4000056655665556', 'pm_card_visa_debit', {}, { funding: 'debit' }),
  card('5555555555554444', 'pm_card_mastercard', {}, { brand: 'mastercard' }),
  card('2223003122003222', null, {}, { brand: 'mastercard' }),
  card('5200828282828210', 'pm_card_mastercard_debit', {}, { brand: 'mastercard', funding: 'debit' }),
  card('5105105105105100', 'pm_card_mastercard_prepaid', {}, { brand: 'mastercard', funding: 'prepaid' }),
  card('378282246310005', 'pm_card_amex', { authentication: 'unsupported' }, { brand: 'amex' }),
  card('371449635398431', null, { authentication: 'unsupported' }, { brand: 'amex' }),
  card(
    '378282246310005',
    'pm_card_amex_threeDSecureNotSupported',
    { authentication: 'unsupported' },
    { brand: 'amex' },
  ),
  card('6011111111111117', 'pm_card_discover', {}, { brand: 'discover' }),
  card('3056930009020004', 'pm_card_diners', {}, { brand: 'diners' }),
  card('3566002020360505', 'pm_card_jcb', {}, { brand: 'jcb', country: 'JP' }),
  card('6200000000000005', 'pm_card_unionpay', {}, { brand: 'unionpay', country: 'CN' }),
  card('4000000000000002', 'pm_card_visa_chargeDeclined', declined('generic_decline')),
  card('4000000000000002', 'pm_card_chargeDeclined', declined('generic_decline')),
  card('4000000000009995', 'pm_card_visa_chargeDeclinedInsufficientFunds', insufficient),
  card('4000000000009995', 'pm_card_chargeDeclinedInsufficientFunds', insufficient),
  card('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', declined('lost_card')),
  card('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', declined('stolen_card')),
  card('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', declined('card_velocity_exceeded')),
  card('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', { decline: { code: 'expired_card' } }),
  card('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', { decline: { code: 'incorrect_cvc' } }),
  card('4000000000000119', 'pm_card_chargeDeclinedProcessingError', { decline: { code: 'processing_error' } }),
  card('4000000000000341', 'pm_card_chargeCustomerFail', declined('generic_decline')),
  card('4100000000000019', 'pm_card_radarBlock', { risk: 'blocked', ...declined('fraudulent') }),
  card('4000000000009235', 'pm_card_riskLevelElevated', { risk: 'elevated' }),
  card('4000000000003220', 'pm_card_threeDSecure2Required', { authentication: 'required' }, { country: 'IE' }),
  card('4000000000003220', 'pm_card_threeDSecureRequired', { authentication: 'required' }, { country: 'IE' }),
  card('4000008400000027', null, { authentication: 'required' }),
  card('4000008400001629', 'pm_card_threeDSecureRequiredChargeDeclined', {
    authentication: 'required',
    ...declined('generic_decline'),
  }),
  card('4000008400001280', 'pm_card_threeDSecureRequiredProcessingError', {
    authentication: 'required',
    authenticationBroken: true,
  }),
  card('4000000000003055', 'pm_card_threeDSecureOptional'),
  card('4000000000003097', 'pm_card_threeDSecureOptionalProcessingError', { authenticationBroken: true }),
  card('4000000032200000', null, { authentication: 'frictionless' }),
  card('4000002760003184', 'pm_card_authenticationRequired', { authentication: 'required' }, { country: 'DE' }),
  card(
    '4000008260003178',
    'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    { authentication: 'required', ...insufficient },
    { country: 'GB' },
  ),
  card(
    '4000002500003155',
    'pm_card_authenticationRequiredOnSetup',
    { authentication: 'required', onlyUntilSetUp: true },
    { country: 'FR' },
  ),
  card('4000000000000259', 'pm_card_createDispute', { dispute: 'fraudulent' }),
  card('4000000000002685', 'pm_card_createDisputeProductNotReceived', { dispute: 'product_not_received' }),
  card('4000000000001976', 'pm_card_createDisputeInquiry', { dispute: 'inquiry' }),
  card('4000000000005423', 'pm_card_createIssuerFraudRecord', { dispute: 'early_warning' }),
  card('4000000000007726', 'pm_card_pendingRefund', { refund: 'pending' }),
  card('4000000000005126', 'pm_card_refundFail', { refund: 'fails' }),
];

/** A number that no list of Stripe knows would be a real card: declined, as in every sandbox. */
const foreignCard: Behaviour = { decline: { code: 'card_declined', declineCode: 'test_mode_live_card' } };

export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...number].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

export function brandOf(number: string): string {
  if (/^3[47]/.test(number)) return 'amex';
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard';
  if (/^4/.test(number)) return 'visa';
  if (/^(6011|65)/.test(number)) return 'discover';
  if (/^62/.test(number)) return 'unionpay';
  if (/^35/.test(number)) return 'jcb';
  return /^3[068]/.test(number) ? 'diners' : 'unknown';
}

export function cardByNumber(number: string): TestCard {
  const known = testCards.find((candidate) => candidate.number === number);
  return known ?? card(number, null, foreignCard, { brand: brandOf(number) });
}

/** The built-in method of this name (`pm_card_visa`), or null. */
export function cardByMethod(method: string): TestCard | null {
  return testCards.find((candidate) => candidate.method === method) ?? null;
}

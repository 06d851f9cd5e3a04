import type { Behaviour } from './cards';
import type { Decline } from './charge-booking';

const messages: Record<string, string> = {
  card_declined: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
  card_velocity_exceeded:
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  authentication_required: 'Your card was declined. This transaction requires authentication.',
  test_mode_live_card:
    'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://docs.stripe.com/testing.',
};

export function makeDecline(given: { code: string; declineCode?: string }): Decline {
  const message = messages[given.declineCode ?? ''] ?? messages[given.code] ?? messages.card_declined ?? '';
  return { ...given, message };
}

export function declineOf(behaviour: Behaviour): Decline | null {
  return behaviour.decline ? makeDecline(behaviour.decline) : null;
}

export const authenticationRequired = makeDecline({
  code: 'authentication_required',
  declineCode: 'authentication_required',
});

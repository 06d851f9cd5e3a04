import { addCharge, settleSoon } from './charge-booking';
import type { Double } from './double';
import { emit } from './events';
import { addMethod, builtInCard } from './methods';
import type { Charge } from './money-objects';
import type { Metadata } from './objects';

export type ForeignCharge = {
  amountMinor: number;
  currency: string;
  card: 'visa' | 'mastercard' | 'amex';
  metadata: Metadata;
};

/**
 * A charge that somebody else made on the merchant's linked account (as Messenger's native payments did): captured and
 * succeeded, without a PaymentIntent. The shop meets it only through its id.
 */
export function createForeignCharge(double: Double, input: ForeignCharge): Charge {
  const built = builtInCard(double, `pm_card_${input.card}`);
  if (!built) throw new Error(`There is no built-in card ${input.card}.`);
  const method = addMethod(double, built);
  const charge = addCharge(double, {
    method,
    amount: input.amountMinor,
    currency: input.currency.toLowerCase(),
    metadata: input.metadata,
    intent: null,
    captured: true,
    threeDSecure: null,
    behaviour: built.behaviour,
    decline: null,
  });
  emit(double, 'charge.succeeded', charge);
  settleSoon(double, charge);
  return charge;
}

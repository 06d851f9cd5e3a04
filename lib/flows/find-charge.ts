import type { Attempt } from '@/lib/db/attempts';
import { asId, type ForeignChargeId } from '@/lib/domain/ids';
import type { Charge } from '@/lib/domain/payments/payment';
import type { PaymentGateway } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * The charge that Messenger made for an attempt, at whichever provider it made it; null where none is there. PayPal lists its
 * payments hours late and not to everybody, so its silence settles nothing: what it tells too late goes back by
 * reconciliation. Problem: "gateway_unavailable" while Stripe cannot be asked.
 */
export async function findChargeOf(
  { payments }: Pick<Deps, 'payments'>,
  attempt: Attempt,
): Promise<Result<Charge | null, 'gateway_unavailable'>> {
  const atStripe = await findAt(payments.stripe, attempt);
  if (!payments.paypal || (atStripe.ok && atStripe.value)) return atStripe;
  const atPaypal = await findAt(payments.paypal, attempt);
  return atPaypal.ok && atPaypal.value ? atPaypal : atStripe;
}

async function findAt(
  gateway: PaymentGateway,
  attempt: Attempt,
): Promise<Result<Charge | null, 'gateway_unavailable'>> {
  const charges = await gateway.listCharges(new Date(attempt.createdAt.getTime() - 60_000));
  if (!charges.ok) return charges;
  const listed = charges.value.find((charge) => isChargeOf(attempt, charge));
  if (!listed) return succeed(null);
  // A list may be old: what counts is the charge as it stands now.
  const found = await gateway.findCharge(asId<ForeignChargeId>(listed.id));
  return found.ok ? found : fail('gateway_unavailable');
}

// By its id, or by what the Buy button carried.
function isChargeOf(attempt: Attempt, { reference }: Charge): boolean {
  return reference !== null && (reference === attempt.id || reference === attempt.messengerReference);
}

import Stripe from 'stripe';
import { toChargedAmount } from '@/lib/domain/currencies';
import { asId, type ForeignChargeId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import { createBreaker } from '@/lib/domain/payments/breaker';
import type {
  Charge,
  PaymentOutcome,
  PaymentProof,
  PaymentState,
  ProviderRefund,
  RefundOutcome,
} from '@/lib/domain/payments/payment';
import type { Money, PaymentGateway } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { createStripeClient, type StripeSettings } from './client';
import { declineReasonOf } from './decline-reasons';
import { createSession, expireSession, isSession, retrieveSession } from './hosted-checkout';
import { chargeOf, refundOf, stateOf } from './payment-state';

const READ = { timeout: 5_000, maxNetworkRetries: 1 };
// Not repeated by the client: after a lost answer the state at the provider decides, not another POST.
const MOVE = { timeout: 20_000, maxNetworkRetries: 0 };
const EXPAND = ['latest_charge'];

/**
 * Stripe as a PaymentGateway, by deferred intents that only the server confirms.
 * Source: docs.stripe.com/payments/finalize-payments-on-the-server, API 2026-10-28.endive.
 */
export function createStripeGateway(settings: StripeSettings): PaymentGateway {
  const stripe = createStripeClient(settings);
  const breaker = createBreaker(Date.now);

  const retrieve = async (id: ProviderPaymentId): Promise<PaymentState> => {
    try {
      if (isSession(id)) return await retrieveSession(stripe, id, READ);
      return stateOf(await stripe.paymentIntents.retrieve(id, { expand: EXPAND }, READ));
    } catch (error) {
      return unknownUnlessBug(error);
    }
  };

  return {
    retrieve,

    async create(request, key) {
      // Only this call is spared: once money may have moved, the provider is always asked.
      if (!breaker.mayCall()) return fail('gateway_unavailable');
      try {
        const { page } = request;
        if (page) {
          const options = { ...READ, maxNetworkRetries: 2 };
          const session = await createSession(stripe, { ...request, page }, key, options);
          breaker.answered();
          return succeed(asId<ProviderPaymentId>(session.id));
        }
        const intent = await stripe.paymentIntents.create(
          {
            amount: charged(request.amount),
            currency: request.amount.currency.toLowerCase(),
            // The webview may itself be a frame, where methods that leave the page break.
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            ...(request.capture === 'at_fulfilment' ? { capture_method: 'manual' as const } : {}),
            ...(request.customerId ? { customer: request.customerId } : {}),
            ...(request.keepCard ? { setup_future_usage: 'on_session' as const } : {}),
            description: request.description,
            metadata: { attempt: request.attemptId },
          },
          { ...READ, maxNetworkRetries: 2, idempotencyKey: key },
        );
        breaker.answered();
        return succeed(asId<ProviderPaymentId>(intent.id));
      } catch (error) {
        if (isConfiguration(error)) return fail('not_configured');
        breaker.failed();
        return unknownUnlessBug(error) && fail('gateway_unavailable');
      }
    },

    async confirm(id: ProviderPaymentId, proof: PaymentProof, key: IdempotencyKey): Promise<PaymentOutcome> {
      try {
        const intent = await stripe.paymentIntents.confirm(
          id,
          { ...proofOf(proof), return_url: proof.returnUrl, expand: EXPAND },
          { ...MOVE, idempotencyKey: key },
        );
        return asOutcome(stateOf(intent));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError)
          return { is: 'declined', reason: declineReasonOf(error.code, error.decline_code) };
        // Refused before anything ran (a used or expired token, an intent in another state): its present state decides.
        if (
          error instanceof Stripe.errors.StripeInvalidRequestError ||
          error instanceof Stripe.errors.StripeIdempotencyError
        )
          return asOutcome(await retrieve(id));
        return unknownUnlessBug(error);
      }
    },

    async capture(id, amount, key): Promise<PaymentOutcome> {
      try {
        const taken = { amount_to_capture: charged(amount), expand: EXPAND };
        return asOutcome(stateOf(await stripe.paymentIntents.capture(id, taken, { ...MOVE, idempotencyKey: key })));
      } catch (error) {
        // Refused: taken already, or the hold is over. Its present state says which.
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return asOutcome(await retrieve(id));
        return unknownUnlessBug(error);
      }
    },

    async cancel(id) {
      try {
        if (isSession(id)) return await expireSession(stripe, id, MOVE);
        return stateOf(await stripe.paymentIntents.cancel(id, { expand: EXPAND }, MOVE));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return retrieve(id);
        return unknownUnlessBug(error);
      }
    },

    async refund(request, key): Promise<RefundOutcome> {
      try {
        const refund = await stripe.refunds.create(
          {
            charge: request.chargeId,
            amount: charged(request.amount),
            reason: 'requested_by_customer',
            metadata: {
              attempt: request.attemptId,
              why: request.reason,
              ...(request.reference ? { refund: request.reference } : {}),
            },
          },
          { ...MOVE, idempotencyKey: key },
        );
        if (refund.status === 'failed' || refund.status === 'canceled')
          return { is: 'refused', reason: refund.failure_reason ?? refund.status };
        return { is: refund.status === 'succeeded' ? 'succeeded' : 'pending', refundId: refund.id };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError)
          return { is: 'refused', reason: error.code ?? 'invalid_request' };
        return unknownUnlessBug(error);
      }
    },

    async listRefunds(charge) {
      try {
        const refunds: ProviderRefund[] = [];
        for await (const refund of stripe.refunds.list({ charge, limit: 100 }, READ)) refunds.push(refundOf(refund));
        return succeed(refunds);
      } catch (error) {
        return unknownUnlessBug(error) && fail('gateway_unavailable');
      }
    },

    async findCharge(id: ForeignChargeId): Promise<Result<Charge, 'not_found' | 'gateway_unavailable'>> {
      try {
        return succeed(chargeOf(await stripe.charges.retrieve(id, {}, READ)));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return fail('not_found');
        return unknownUnlessBug(error) && fail('gateway_unavailable');
      }
    },

    async listCharges(since) {
      try {
        const created = { gte: Math.floor(since.getTime() / 1000) };
        const charges: Charge[] = [];
        for await (const charge of stripe.charges.list({ created, limit: 100 }, READ)) {
          if (charge.status === 'succeeded') charges.push(chargeOf(charge));
        }
        return succeed(charges);
      } catch (error) {
        return unknownUnlessBug(error) && fail('gateway_unavailable');
      }
    },
  };
}

function charged({ amountMinor, currency }: Money): number {
  return toChargedAmount(amountMinor, currency);
}

// A kept card may need the bank again: then Stripe.js shows its window, as it does by itself for a token.
function proofOf(proof: PaymentProof) {
  if ('keptMethodId' in proof) return { payment_method: proof.keptMethodId, use_stripe_sdk: true };
  return { confirmation_token: proof.confirmationToken };
}

function asOutcome(state: PaymentState): PaymentOutcome {
  if (state.is === 'unconfirmed' || state.is === 'cancelled') return { is: 'declined', reason: 'try_again' };
  // Never said by Stripe: nothing of it is approved anywhere but on our own page.
  return state.is === 'approved' ? { is: 'unknown' } : state;
}

function isConfiguration(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeAuthenticationError || error instanceof Stripe.errors.StripePermissionError
  );
}

// Whatever Stripe or the network says: we do not know. Anything that is no error of theirs is a bug of ours.
function unknownUnlessBug(error: unknown): { is: 'unknown' } {
  if (error instanceof Stripe.errors.StripeError) return { is: 'unknown' };
  throw error;
}

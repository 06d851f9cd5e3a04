import Stripe from 'stripe';
import type { CardKeeper } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';
import { createStripeClient, type StripeSettings } from './client';

const CALL = { timeout: 5_000, maxNetworkRetries: 1 };

/** Stripe's customers and their cards. Source: docs.stripe.com/payments/save-during-payment. */
export function createCardKeeper(settings: StripeSettings): CardKeeper {
  const stripe = createStripeClient(settings);
  return {
    async createCustomer(shopperId, key) {
      try {
        const customer = await stripe.customers.create(
          { metadata: { shopper: shopperId } },
          { ...CALL, idempotencyKey: key },
        );
        return succeed(customer.id);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeAuthenticationError) return fail('not_configured');
        if (error instanceof Stripe.errors.StripePermissionError) return fail('not_configured');
        return failed(error);
      }
    },

    async detach(methodId) {
      try {
        await stripe.paymentMethods.detach(methodId, {}, CALL);
        return succeed(null);
      } catch (error) {
        // It belongs to nobody any more, or never was: what she asked for is so.
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return succeed(null);
        return failed(error);
      }
    },

    async deleteCustomer(customerId) {
      try {
        await stripe.customers.del(customerId, {}, CALL);
        return succeed(null);
      } catch (error) {
        // It is gone already, or never was.
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return succeed(null);
        return failed(error);
      }
    },
  };
}

function failed(error: unknown) {
  if (error instanceof Stripe.errors.StripeError) return fail('gateway_unavailable');
  throw error;
}

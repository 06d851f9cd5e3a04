import Stripe from 'stripe';
import { currencySchema } from '@/lib/domain/money';
import type { Dispute, DisputeStatus, Evidence } from '@/lib/domain/payments/dispute';
import type { DisputeDesk } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';
import { createStripeClient, type StripeSettings } from './client';

const READ = { timeout: 5_000, maxNetworkRetries: 1 };
const SUBMIT = { timeout: 20_000, maxNetworkRetries: 0 };

/** Stripe's disputes. Source: docs.stripe.com/api/disputes, docs.stripe.com/disputes/responding. */
export function createStripeDisputeDesk(settings: StripeSettings): DisputeDesk {
  const stripe = createStripeClient(settings);
  return {
    async find(id) {
      try {
        return succeed(disputeOf(await stripe.disputes.retrieve(id, {}, READ)));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return fail('not_found');
        return unlessBug(error);
      }
    },

    async submit(id, evidence, key) {
      try {
        const params = { evidence: evidenceOf(evidence), submit: true };
        return succeed(disputeOf(await stripe.disputes.update(id, params, { ...SUBMIT, idempotencyKey: key })));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError)
          return fail('evidence_refused', { code: error.code ?? 'invalid_request' });
        return unlessBug(error);
      }
    },

    async giveIn(id, key) {
      try {
        return succeed(disputeOf(await stripe.disputes.close(id, {}, { ...SUBMIT, idempotencyKey: key })));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError)
          return fail('evidence_refused', { code: error.code ?? 'invalid_request' });
        return unlessBug(error);
      }
    },

    async listOpened(since) {
      try {
        const created = { gte: Math.floor(since.getTime() / 1000) };
        const ids: string[] = [];
        for await (const { id } of stripe.disputes.list({ created, limit: 100 }, READ)) ids.push(id);
        return succeed(ids);
      } catch (error) {
        return unlessBug(error);
      }
    },
  };
}

const STATUSES: Record<string, DisputeStatus> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry_review',
  warning_closed: 'inquiry_closed',
  prevented: 'inquiry_closed',
  needs_response: 'needs_response',
  appeal_needs_response: 'needs_response',
  under_review: 'under_review',
  appeal_under_review: 'under_review',
  won: 'won',
  lost: 'lost',
};

/** A Stripe dispute in our words. A status of the future counts as being looked at: nobody is asked to act on it. */
export function disputeOf(dispute: Stripe.Dispute): Dispute {
  const { charge, payment_intent: payment, evidence_details: details } = dispute;
  return {
    id: dispute.id,
    chargeId: typeof charge === 'string' ? charge : charge.id,
    paymentId: typeof payment === 'string' ? payment : (payment?.id ?? null),
    amount: { amountMinor: dispute.amount, currency: currencySchema.parse(dispute.currency.toUpperCase()) },
    reason: dispute.reason,
    status: STATUSES[dispute.status] ?? 'under_review',
    answerBy: details.due_by ? new Date(details.due_by * 1000) : null,
    openedAt: new Date(dispute.created * 1000),
    toldAt: null,
    submissions: details.submission_count,
    movements: dispute.balance_transactions.map(({ id, amount, fee, currency }) => ({
      id,
      amountMinor: amount,
      feeMinor: fee,
      currency: currency.toUpperCase(),
    })),
  };
}

// An empty text would unset a field of Stripe's; left out, it stays as it is.
function evidenceOf(evidence: Evidence): Stripe.DisputeUpdateParams.Evidence {
  const texts: Stripe.DisputeUpdateParams.Evidence = {
    customer_name: evidence.customerName,
    customer_email_address: evidence.customerEmail,
    shipping_address: evidence.shippingAddress,
    product_description: evidence.productDescription,
    shipping_date: evidence.shippedOn,
    shipping_carrier: evidence.carrier,
    shipping_tracking_number: evidence.trackingNumber,
    refund_policy_disclosure: evidence.terms,
    uncategorized_text: evidence.statement,
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function unlessBug(error: unknown) {
  if (error instanceof Stripe.errors.StripeError) return fail('gateway_unavailable');
  throw error;
}

import { z } from 'zod';
import { checkoutDetailsSchema } from '@/lib/domain/cart/address';
import { agreedTotalSchema, marketIdSchema } from '@/lib/domain/market';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { dialogRequestIdSchema, PAYMENT_PROVIDERS } from '@/lib/domain/payments/payment';
import { type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import { confirmCheckout } from '@/lib/flows/confirm-checkout';
import { confirmFree } from '@/lib/flows/confirm-free';
import { ensureCustomer, findKeptCard } from '@/lib/flows/keep-card';
import { settleDialog } from '@/lib/flows/settle-dialog';
import { readPaymentResult } from '@/lib/messenger/payment-result';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import type { ProblemName } from '@/lib/server/problems';
import { marketOfRequest } from '@/lib/server/request-market';
import { type Asked, shopperDoor } from '@/lib/server/shopper-door';
import { getEnv } from '@/lib/server/wiring';

const asked = {
  market: marketIdSchema.optional(),
  /** Made by the page, once for each try that she starts: the idempotency key of this door. */
  requestId: dialogRequestIdSchema,
  agreedTotal: agreedTotalSchema,
  details: checkoutDetailsSchema,
  shippingOptionId: z.string().max(40),
};
const bodySchema = z.discriminatedUnion('way', [
  z.strictObject({
    ...asked,
    way: z.literal('card'),
    confirmationToken: z.string().regex(/^ctoken_\w{1,200}$/),
    /** She ticked that card and address are kept for next time. */
    keep: z.boolean().optional(),
  }),
  z.strictObject({ ...asked, way: z.literal('kept'), cardId: z.string().max(64) }),
  z.strictObject({
    ...asked,
    way: z.literal('messenger'),
    chargeId: z.string().regex(/^\w{1,200}$/),
    /** Messenger's `provider_type`: where the charge is looked up. */
    provider: z.enum(PAYMENT_PROVIDERS).default('stripe'),
    fbPaymentId: z.string().max(200),
  }),
  // The first form of 2016: a text that Messenger encrypted to our key.
  z.strictObject({ ...asked, way: z.literal('messenger_first'), paymentResult: z.string().max(20_000) }),
  // Discounts leave nothing to pay.
  z.strictObject({ ...asked, way: z.literal('free') }),
  z.strictObject({ ...asked, way: z.literal('paypal') }),
  // Where Stripe's fields do not load here: on Stripe's own page.
  z.strictObject({ ...asked, way: z.literal('hosted') }),
]);

type Body = z.infer<typeof bodySchema>;

/** Charges the cart, once for each request id; the answer is the same however often it is asked. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, (asked) => pay(request, asked), 'payment');
}

async function pay(request: Request, asked: Asked<Body>): Promise<Result<AttemptAnswer, ProblemName>> {
  const { deps, shopperId, onlyCartId, body } = asked;
  const { requestId: dialogRequestId, details } = body;
  if (body.way === 'messenger') {
    const settled = await settleDialog(deps, {
      shopperId,
      dialogRequestId,
      details,
      chargeId: body.chargeId,
      provider: body.provider,
    });
    return settled.ok ? settled : dialogProblem(settled);
  }
  if (body.way === 'messenger_first') {
    const privateKeys = getEnv().MESSENGER_PAYMENT_PRIVATE_KEY;
    const read = privateKeys ? await readPaymentResult(body.paymentResult, privateKeys) : null;
    if (!read?.ok) return fail('payment_not_found');
    const settled = await settleDialog(deps, { shopperId, dialogRequestId, details, ...read.value });
    return settled.ok ? settled : dialogProblem(settled);
  }
  const order = {
    shopperId,
    onlyCartId,
    dialogRequestId,
    details,
    marketId: body.market ?? marketOfRequest(request),
    shippingOptionId: body.shippingOptionId,
    agreedTotal: body.agreedTotal,
    source: request.headers.get(CLIENT_IP_HEADER),
  };
  if (body.way === 'free') return confirmFree(deps, order);
  const agreed =
    body.way === 'paypal' || body.way === 'hosted'
      ? succeed({ way: body.way, proof: null })
      : await proofOf(asked, body);
  if (!agreed.ok) return agreed;
  const answer = await confirmCheckout(deps, { ...order, ...agreed.value });
  // Nothing pays a try that was cancelled or ran out; money that went back is told as what happened.
  const isOver = answer.ok && answer.value.is === 'over' && answer.value.end !== 'given_back';
  return isOver ? { ok: false, problem: 'attempt_over' } : answer;
}

type CardBody = Extract<Body, { way: 'card' | 'kept' }>;

/** What she pays with. Only somebody whom Messenger vouched for has kept cards: no guest, no handed-off session. */
async function proofOf({ deps, shopperId, psid }: Asked<Body>, body: CardBody) {
  const returnUrl = `${getEnv().PUBLIC_URL}/shop/checkout/return/stripe`;
  if (body.way === 'kept') {
    const card = psid ? await findKeptCard(deps, { id: body.cardId, shopperId }) : fail('card_gone');
    if (!card.ok) return card;
    const { methodId, customerId } = card.value;
    return succeed({ proof: { keptMethodId: methodId, returnUrl }, customerId });
  }
  const proof = { confirmationToken: body.confirmationToken, returnUrl };
  if (!body.keep) return succeed({ proof });
  if (!psid) return fail('forbidden');
  const customer = await ensureCustomer(deps, shopperId);
  return customer.ok ? succeed({ proof, customerId: customer.value, keepCard: true }) : customer;
}

type DialogProblem = 'no_attempt' | 'charge_not_found' | 'not_this_charge' | 'test_payment';

// Somebody else's attempt or charge is as absent as one that never was.
function dialogProblem(failure: Failure<DialogProblem>): Failure<ProblemName> {
  return failure.problem === 'no_attempt'
    ? { ok: false, problem: 'not_found' }
    : { ok: false, problem: 'payment_not_found' };
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import { priceHistory, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { orders, paymentAttempts } from '@/lib/db/schema/orders';
import { shopperSessions, shoppers } from '@/lib/db/schema/shoppers';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type PageId, type Psid } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import { addLineItem, setLineQuantity } from '../change-cart';
import { checkAttempts } from '../check-attempts';
import { type ConfirmCheckoutInput, confirmCheckout } from '../confirm-checkout';
import { deliverMessages } from '../deliver-messages';
import type { Deps } from '../deps';
import { changePrices } from '../edit-catalogue';
import { adjustStock } from '../edit-stock';
import { lookUpAttempt } from '../look-up-attempt';
import { openAttempt } from '../open-attempt';
import { openDialog } from '../open-dialog';
import { quoteCheckout } from '../quote-checkout';
import { receiveMessengerEvents } from '../receive-messenger-events';
import { reconcile } from '../reconcile';
import { settlePayment } from '../settle-payment';
import { signInShopper } from '../sign-in-shopper';
import { addProduct, addShopper, TEST_PAGE, type TestHouse } from '../testing';
import { workInbox } from './testing-worker';

/** A step with everything before it done, for somebody new: it may be taken any number of times. */
export type Staged = {
  act: (deps: Deps) => Promise<unknown>;
  /** What stands in database and at the providers because of it, free of ids. */
  found: () => Promise<unknown>;
  /** How a person does it again whose answer was lost, where that is not the same request. */
  actAgain?: (deps: Deps) => Promise<unknown>;
};
export type Scene = {
  step: number;
  /** Steps of the matrix that run through the same messages. */
  also?: number[];
  name: string;
  stage: (house: TestHouse) => Promise<Staged>;
  /** After a crash the worker alone must "finish" it; may also leave "nothing" of it; or it waits for the "person". */
  alone: 'finishes' | 'finishes or leaves nothing' | 'waits for the person';
};

export const TOTAL = money(2490 + 490, 'EUR');
let counted = 0;
export const fresh = (name: string): string => `${name}-0000000000-${counted++}`;

/** Somebody with one print in her cart, and what became of her money. */
export async function somebody(house: TestHouse, { quantity = 1 } = {}) {
  const { deps, gateway } = house;
  const print = await addProduct(house, { slug: fresh('print'), stock: 10 });
  const shopperId = await addShopper(house);
  await addLineItem(deps, { shopperId, slug: print.slug, options: {}, quantity });
  const request = (token: string, change: Partial<ConfirmCheckoutInput> = {}): ConfirmCheckoutInput => ({
    shopperId,
    marketId: 'de',
    dialogRequestId: `request-of-${shopperId}`,
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: TOTAL,
    proof: { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' },
    ...change,
  });
  const attempts = () => deps.db.select().from(paymentAttempts).where(eq(paymentAttempts.shopperId, shopperId));
  const stock = async () => {
    const [row] = await deps.db.select().from(variants).where(eq(variants.id, print.variantId));
    return { available: row?.available, held: row?.held, sold: row?.sold };
  };
  const found = async () => {
    const placed = await deps.db.select().from(orders).where(eq(orders.shopperId, shopperId));
    const ids = new Set((await attempts()).map(({ id }) => id));
    const charges = gateway.charges.filter(({ reference }) => reference !== null && ids.has(reference));
    const causes = placed.map(({ id }) => `receipt:${id}`);
    const receipts =
      causes.length === 0
        ? []
        : await deps.db.select().from(outgoingMessages).where(inArray(outgoingMessages.cause, causes));
    return {
      orders: placed.map(({ totalMinor, currency }) => `${totalMinor} ${currency}`),
      keptMinor: charges.reduce((sum, charge) => sum + charge.amount.amountMinor - charge.refundedMinor, 0),
      charges: charges.length,
      receipts: receipts.length,
      stock: await stock(),
    };
  };
  return { shopperId, print, request, attempts, stock, found };
}

export async function authenticated(house: TestHouse) {
  const her = await somebody(house);
  await confirmCheckout(house.deps, her.request('3ds'));
  const [attempt] = await her.attempts();
  if (!attempt?.providerPaymentId) throw new Error('the attempt has no payment');
  house.gateway.authenticate(attempt.providerPaymentId, true);
  return { ...her, attempt, paymentId: attempt.providerPaymentId };
}

const SIGN_IN: Scene = {
  step: 1,
  name: 'signing in',
  alone: 'waits for the person',
  stage: async ({ deps }) => {
    const psid = asId<Psid>(String(4_016_091_300_000_000 + counted++));
    const newTokenHash = fresh('token');
    const sign = (signature: string) => (given: Deps) =>
      signInShopper(given, {
        thread: { psid, pageId: asId<PageId>(TEST_PAGE.id), signature, issuedAt: given.now() } as Parameters<
          typeof signInShopper
        >[1]['thread'],
        currentTokenHash: null,
        guestTokenHashes: [],
        newTokenHash,
      });
    return {
      act: sign(fresh('signature')),
      // Her page asks Messenger for a new signed request: each opens a session once.
      actAgain: async (given) => {
        const known = await given.db.select().from(shopperSessions).where(eq(shopperSessions.tokenHash, newTokenHash));
        return known.length > 0 ? null : sign(fresh('signature'))(given);
      },
      found: async () => {
        const people = await deps.db.select().from(shoppers).where(eq(shoppers.psid, psid));
        const sessions = await deps.db
          .select()
          .from(shopperSessions)
          .where(eq(shopperSessions.tokenHash, newTokenHash));
        return { people: people.length, sessions: sessions.length };
      },
    };
  },
};

const CHANGE_CART: Scene = {
  step: 2,
  name: 'changing the cart',
  alone: 'waits for the person',
  stage: async (house) => {
    const her = await somebody(house);
    const { variantId } = her.print;
    return {
      act: (deps) => setLineQuantity(deps, { shopperId: her.shopperId, variantId, quantity: 3 }),
      found: async () => {
        const { rows } = await house.deps.db.execute(
          sql`select quantity from cart_lines where variant_id = ${variantId}`,
        );
        return rows;
      },
    };
  },
};

const QUOTE: Scene = {
  step: 3,
  name: 'quoting',
  alone: 'waits for the person',
  stage: async (house) => {
    const her = await somebody(house);
    const ask = async (deps: Deps) => {
      const quote = await quoteCheckout(deps, { shopperId: her.shopperId, marketId: 'de', country: 'DE' });
      return quote.ok ? quote.value.total : quote;
    };
    return { act: ask, found: async () => ({ ...(await her.found()), total: await ask(house.deps) }) };
  },
};

const OPEN: Scene = {
  step: 4,
  name: 'opening an attempt and holding the stock',
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const her = await somebody(house);
    const input = { ...her.request('ok'), way: 'card' as const, country: 'DE' as const };
    return {
      act: async (deps) => {
        const opened = await openAttempt(deps, input);
        return opened.ok ? opened.value.attempt.id : opened;
      },
      found: async () => ({
        ...(await her.found()),
        open: (await her.attempts()).filter(({ end }) => end === null).length,
      }),
    };
  },
};

const PAY: Scene = {
  step: 6,
  also: [5],
  name: 'creating and confirming the payment',
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const her = await somebody(house);
    return {
      act: (deps) => confirmCheckout(deps, her.request('ok')),
      // A try that ended before any money could move is over: her page starts another one.
      actAgain: async (deps) => {
        const answer = await confirmCheckout(deps, her.request('ok'));
        if (!answer.ok || answer.value.is !== 'over') return answer;
        return confirmCheckout(deps, her.request('ok', { dialogRequestId: fresh('second-request') }));
      },
      found: her.found,
    };
  },
};

const APPROVE: Scene = {
  step: 7,
  also: [10],
  name: 'coming back from the bank',
  alone: 'finishes',
  stage: async (house) => {
    const her = await authenticated(house);
    const key = { shopperId: her.shopperId, dialogRequestId: her.attempt.dialogRequestId };
    return { act: (deps) => lookUpAttempt(deps, key), found: her.found };
  },
};

const SETTLE: Scene = {
  step: 8,
  name: 'settling',
  alone: 'finishes',
  stage: async (house) => {
    const her = await authenticated(house);
    const state = await house.gateway.retrieve(asId(her.paymentId));
    if (state.is !== 'succeeded') throw new Error('she has not paid');
    return {
      act: async (deps) => {
        const settled = await settlePayment(deps, her.attempt.id, state.charge);
        return settled.is === 'paid' ? settled.order.id : settled;
      },
      found: her.found,
    };
  },
};

const WEBHOOK: Scene = {
  step: 9,
  name: 'taking and working the provider’s event',
  alone: 'finishes',
  stage: async (house) => {
    const her = await authenticated(house);
    const eventId = fresh('evt');
    const payload = {
      eventId,
      type: 'payment_intent.succeeded',
      paymentId: her.paymentId,
      chargeId: null,
      livemode: false,
    };
    return {
      act: async (deps) => {
        const row = { source: 'stripe' as const, eventId, payload, hasEffect: true, at: deps.now() };
        await insertWebhookEvents(deps.db, [row]);
        await workInbox(deps);
      },
      found: her.found,
    };
  },
};

const DELIVER: Scene = {
  step: 11,
  name: 'delivering the receipt',
  alone: 'finishes',
  stage: async (house) => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('ok'));
    const [person] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, her.shopperId));
    return {
      act: async (deps) => {
        await deliverMessages(deps);
      },
      found: async () => {
        const rows = await house.deps.db
          .select()
          .from(outgoingMessages)
          .where(eq(outgoingMessages.shopperId, her.shopperId));
        return {
          inTheThread: house.sender.sent.filter(({ psid }) => psid === person?.psid).length,
          rows: rows.map(({ status, purpose }) => `${purpose} ${status}`),
        };
      },
    };
  },
};

const SWEEP: Scene = {
  step: 12,
  name: 'sweeping an abandoned payment',
  alone: 'finishes',
  stage: async (house) => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    house.advance(31 * 60);
    return {
      act: async (deps) => {
        await checkAttempts(deps);
      },
      found: async () => {
        const [attempt] = await her.attempts();
        const state = await house.gateway.retrieve(asId(attempt?.providerPaymentId ?? ''));
        return { ...(await her.found()), isOver: attempt?.status === 'ended', atTheProvider: state.is };
      },
    };
  },
};

const RECONCILE: Scene = {
  step: 16,
  name: 'reconciling a charge that nobody told of',
  alone: 'finishes',
  stage: async (house) => {
    const her = await somebody(house);
    const opened = await openDialog(house.deps, {
      shopperId: her.shopperId,
      marketId: 'en-US',
      dialogRequestId: fresh('dialog-request'),
    });
    if (!opened.ok) throw new Error(opened.problem);
    house.gateway.addCharge({ amount: opened.value.quote.total, reference: opened.value.attemptId });
    return {
      act: async (deps) => {
        await reconcile(deps, new Date(deps.now().getTime() - 24 * 60 * 60_000));
      },
      found: her.found,
    };
  },
};

const THREAD: Scene = {
  step: 17,
  name: 'taking and answering an event of Messenger',
  // What was never stored was not answered with 200: Meta delivers it again.
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const psid = String(4_016_091_400_000_000 + counted++);
    const content = { kind: 'postback' as const, payload: 'GET_STARTED', referral: null };
    const event = { eventId: fresh('mid'), pageId: TEST_PAGE.id, psid, atMs: Date.now(), content };
    return {
      act: async (deps) => {
        await receiveMessengerEvents(deps, [event]);
        await workInbox(deps);
      },
      found: async () => {
        const rows = await house.deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.psid, psid));
        return { answers: rows.length > 0, doubled: new Set(rows.map(({ cause }) => cause)).size !== rows.length };
      },
    };
  },
};

const EDIT_PRICE: Scene = {
  step: 18,
  name: 'editing a price',
  alone: 'waits for the person',
  stage: async (house) => {
    const { productId, variantId } = await addProduct(house, { slug: fresh('edited'), stock: 5 });
    const edit = { productId, variantId, seenVersion: 1, EUR: 1990, USD: 2690, merchantId: 'm' };
    return {
      act: (deps) => changePrices(deps, edit),
      found: async () => {
        const price = and(eq(variantPrices.variantId, variantId), eq(variantPrices.currency, 'EUR'));
        const [now] = await house.deps.db.select().from(variantPrices).where(price);
        const history = await house.deps.db.select().from(priceHistory).where(eq(priceHistory.variantId, variantId));
        return { price: now?.amountMinor, history: history.length };
      },
    };
  },
};

const EDIT_STOCK: Scene = {
  step: 18,
  name: 'editing the stock',
  alone: 'waits for the person',
  stage: async (house) => {
    const { variantId } = await addProduct(house, { slug: fresh('edited'), stock: 5 });
    const edit = { variantId, editId: fresh('edit'), difference: 3, reason: 'count' as const, merchantId: 'm' };
    return {
      act: (deps) => adjustStock(deps, edit),
      found: async () => {
        const [row] = await house.deps.db.select().from(variants).where(eq(variants.id, variantId));
        return row?.available;
      },
    };
  },
};

/** One line for each further step: what belongs to it is written once, above. */
export const SCENES: Scene[] = [
  SIGN_IN,
  CHANGE_CART,
  QUOTE,
  OPEN,
  PAY,
  APPROVE,
  SETTLE,
  WEBHOOK,
  DELIVER,
  SWEEP,
  RECONCILE,
  THREAD,
  EDIT_PRICE,
  EDIT_STOCK,
];

import { getAttemptOfRequest } from '@/lib/db/attempts';
import { listKeptCards } from '@/lib/db/kept-cards';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type PageId, type Psid } from '@/lib/domain/ids';
import { buyPayload } from '@/lib/domain/messaging/buy-payload';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import { answerMessengerEvent } from '../answer-messenger-event';
import { answerPreCheckout } from '../answer-pre-checkout';
import { cancelAttempt } from '../cancel-attempt';
import { addLineItem } from '../change-cart';
import { ensureCustomer, findKeptCard } from '../keep-card';
import { lookUpAttempt } from '../look-up-attempt';
import { openDialog } from '../open-dialog';
import { receiveMessengerEvents } from '../receive-messenger-events';
import { settleDialog } from '../settle-dialog';
import { TEST_PAGE } from '../testing';
import { chooseAtPaypal } from '../testing-paypal';
import { workEvents } from '../work-events';
import type { WaysWorld } from './testing-ways-world';

/** One way to pay, as a person goes it. */
export type Way = {
  name: string;
  provider: PaymentProvider;
  /** She pays, and the shop hears of it as it mostly does. */
  pays: (world: WaysWorld) => Promise<void>;
  /** What she pays with is refused. */
  declined: (world: WaysWorld) => Promise<void>;
  /** She begins, and is gone. */
  leaves: (world: WaysWorld) => Promise<void>;
  /** She pays, and neither she nor anybody else tells the shop. */
  paysUnheard: (world: WaysWorld) => Promise<void>;
};

const stand = (world: WaysWorld) =>
  lookUpAttempt(world.house.deps, { shopperId: world.shopperId, dialogRequestId: world.requestId });

async function paymentOf(world: WaysWorld): Promise<string> {
  const key = { shopperId: world.shopperId, dialogRequestId: world.requestId };
  return (await getAttemptOfRequest(world.house.deps.db, key))?.providerPaymentId ?? '';
}

async function byCard(world: WaysWorld, method: string, lost?: 'drop-before' | 'drop-after'): Promise<void> {
  const confirmationToken = await world.token(method);
  if (lost) await world.losesNext('/confirm', lost);
  await world.confirm('card', { confirmationToken });
}

const card: Way = {
  name: 'card',
  provider: 'stripe',
  pays: (world) => byCard(world, 'pm_card_visa'),
  declined: (world) => byCard(world, 'pm_card_visa_chargeDeclined'),
  leaves: (world) => byCard(world, 'pm_card_visa', 'drop-before'),
  paysUnheard: (world) => byCard(world, 'pm_card_visa', 'drop-after'),
};

const ASKED = 'pm_card_threeDSecure2Required';
const strong: Way = {
  name: 'card with 3-D Secure',
  provider: 'stripe',
  pays: async (world) => {
    await byCard(world, ASKED);
    await world.bank(await paymentOf(world), 'complete');
    await stand(world);
  },
  declined: async (world) => {
    await byCard(world, ASKED);
    await world.bank(await paymentOf(world), 'fail');
    await stand(world);
  },
  leaves: (world) => byCard(world, ASKED),
  paysUnheard: async (world) => {
    await byCard(world, ASKED);
    await world.bank(await paymentOf(world), 'complete');
  },
};

async function keepCard(world: WaysWorld, method: string) {
  const { deps } = world.house;
  const customer = await ensureCustomer(deps, world.shopperId);
  if (!customer.ok) throw new Error(customer.problem);
  const proof = { confirmationToken: await world.token(method) };
  await world.confirm('card', proof, { customerId: customer.value, keepCard: true });
  const [kept] = await listKeptCards(deps.db, world.shopperId);
  const found = await findKeptCard(deps, { id: kept?.id ?? '', shopperId: world.shopperId });
  if (!found.ok) throw new Error('the card was not kept');
  world.requestId = deps.newId();
  return found.value;
}

async function byKept(world: WaysWorld, lost?: 'drop-before' | 'drop-after'): Promise<void> {
  const { methodId, customerId } = await keepCard(world, 'pm_card_visa');
  if (lost) await world.losesNext('/confirm', lost);
  await world.confirm('card', { keptMethodId: methodId }, { customerId });
}

const kept: Way = {
  name: 'kept card',
  provider: 'stripe',
  pays: (world) => byKept(world),
  declined: async (world) => {
    const { methodId, customerId } = await keepCard(world, 'pm_card_visa');
    await world.lever('stripe', 'payments', { nextCard: 'declined' });
    await world.confirm('card', { keptMethodId: methodId }, { customerId });
  },
  leaves: (world) => byKept(world, 'drop-before'),
  paysUnheard: (world) => byKept(world, 'drop-after'),
};

async function toPage(world: WaysWorld, way: 'hosted' | 'paypal'): Promise<string> {
  const answer = await world.confirm(way, null);
  if (answer.is !== 'approval_required') throw new Error(`she is not sent to a page: ${answer.is}`);
  return answer.url;
}
async function typeCard(url: string, number: string): Promise<void> {
  const body = new URLSearchParams({ number, expiry: '12 / 34', cvc: '123' });
  await fetch(url, { method: 'POST', body, redirect: 'manual' });
}

const hosted: Way = {
  name: "Stripe's page",
  provider: 'stripe',
  pays: async (world) => {
    await typeCard(await toPage(world, 'hosted'), '4242424242424242');
    await stand(world);
  },
  declined: async (world) => typeCard(await toPage(world, 'hosted'), '4000000000000002'),
  leaves: async (world) => {
    await toPage(world, 'hosted');
  },
  paysUnheard: async (world) => typeCard(await toPage(world, 'hosted'), '4242424242424242'),
};

const paypal: Way = {
  name: 'PayPal',
  provider: 'paypal',
  pays: async (world) => {
    await chooseAtPaypal(await toPage(world, 'paypal'), 'pay');
    await stand(world);
  },
  declined: async (world) => {
    await chooseAtPaypal(await toPage(world, 'paypal'), 'decline');
    await stand(world);
  },
  leaves: async (world) => {
    await chooseAtPaypal(await toPage(world, 'paypal'), 'cancel');
  },
  paysUnheard: async (world) => {
    await chooseAtPaypal(await toPage(world, 'paypal'), 'pay');
  },
};

/** She agreed, PayPal took the money, and the answer to the shop was lost. */
export async function capturedUnheard(world: WaysWorld): Promise<void> {
  await chooseAtPaypal(await toPage(world, 'paypal'), 'pay');
  await world.lever('paypal', 'faults', { match: '/capture', kind: 'drop-after' });
  await stand(world);
}

const FB_PAYMENT = '910000000000001';

/** Messenger takes the money in one of the linked accounts; where it stands then. */
function take(world: WaysWorld, provider: PaymentProvider, amountMinor: number, reference: string): string {
  if (provider === 'paypal') {
    const asked = { amountMinor, currency: 'usd', customId: reference, invoiceId: FB_PAYMENT };
    return world.paypal.double.createForeignCapture(asked).id;
  }
  const metadata = { request_id: reference };
  return world.stripe.createForeignCharge({ amountMinor, currency: 'usd', card: 'visa', metadata }).id;
}

const AT_HOME = {
  ...EXAMPLE_DETAILS.address,
  city: 'Oakland',
  region: 'CA',
  postalCode: '94612',
  country: 'US' as const,
};

async function open(world: WaysWorld) {
  const { shopperId, requestId: dialogRequestId } = world;
  await addLineItem(world.house.deps, { shopperId, slug: 'print', options: {}, quantity: 1 });
  const opened = await openDialog(world.house.deps, { shopperId, marketId: 'en-US', dialogRequestId });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

function dialog(form: 'dialog' | 'first form', provider: PaymentProvider): Way {
  const charged = async (world: WaysWorld) => {
    const { attemptId, quote } = await open(world);
    return take(world, provider, quote.total.amountMinor, form === 'dialog' ? attemptId : FB_PAYMENT);
  };
  const left = async (world: WaysWorld) => {
    await open(world);
    await cancelAttempt(world.house.deps, { shopperId: world.shopperId, dialogRequestId: world.requestId });
  };
  return {
    name: `Messenger's ${form} (${provider})`,
    provider,
    pays: async (world) => {
      const chargeId = await charged(world);
      await settleDialog(world.house.deps, {
        shopperId: world.shopperId,
        dialogRequestId: world.requestId,
        chargeId,
        provider,
        ...(form === 'dialog' ? {} : { fbPaymentId: FB_PAYMENT }),
        details: { ...EXAMPLE_DETAILS, address: AT_HOME },
      });
    },
    // Messenger says nothing of a declined card: she leaves, or takes another.
    declined: left,
    leaves: async (world) => {
      await open(world);
    },
    paysUnheard: async (world) => {
      await charged(world);
    },
  };
}

const PAYER = {
  name: 'Ada Linwood',
  email: 'ada@example.com',
  phone: '',
  address: { ...AT_HOME, name: 'Ada Linwood' },
};
const from = ({ psid }: WaysWorld) => ({ pageId: asId<PageId>(TEST_PAGE.id), psid: asId<Psid>(psid) });

function button(kind: 'fixed' | 'flexible', provider: PaymentProvider): Way {
  const cents = kind === 'fixed' ? 8900 : 3280;
  const amount = { currency: 'USD', value: (cents / 100).toFixed(2) };
  const asks = async (world: WaysWorld): Promise<string> => {
    if (kind === 'fixed') await world.makeDear();
    const payload = buyPayload({ offerId: world.requestId, variantId: world.variantId });
    const asked = { kind: 'pre_checkout' as const, payload, payer: PAYER, amount };
    const leave = await answerPreCheckout(world.house.deps, { ...from(world), eventId: world.requestId }, asked);
    if (!leave.success) throw new Error('Messenger may not charge');
    return payload;
  };
  const charged = async (world: WaysWorld) => {
    const payload = await asks(world);
    return { payload, chargeId: take(world, provider, cents, payload) };
  };
  return {
    name: `Buy button, ${kind} amount (${provider})`,
    provider,
    pays: async (world) => {
      const { payload, chargeId } = await charged(world);
      const paid = { kind: 'payment' as const, payload, payer: PAYER, provider, chargeId, amount };
      const content = { ...paid, fbPaymentId: FB_PAYMENT, shippingOptionId: null };
      await receiveMessengerEvents(world.house.deps, [{ ...from(world), eventId: 'paid', atMs: Date.now(), content }]);
      await workEvents(world.house.deps, { messenger: answerMessengerEvent });
    },
    declined: async (world) => {
      await asks(world);
    },
    leaves: async (world) => {
      await asks(world);
    },
    paysUnheard: async (world) => {
      await charged(world);
    },
  };
}

export const WAYS: readonly Way[] = [
  card,
  strong,
  kept,
  hosted,
  paypal,
  dialog('dialog', 'stripe'),
  dialog('dialog', 'paypal'),
  dialog('first form', 'stripe'),
  dialog('first form', 'paypal'),
  button('fixed', 'stripe'),
  button('fixed', 'paypal'),
  button('flexible', 'stripe'),
  button('flexible', 'paypal'),
];
export const OUTCOMES = ['success', 'decline', 'abandon', 'late success', 'refund', 'dispute'] as const;

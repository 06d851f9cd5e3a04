import { eq } from 'drizzle-orm';
import { savePaymentSettings } from '@/lib/db/payment-settings';
import { variantPrices } from '@/lib/db/schema/catalogue';
import { money } from '@/lib/domain/money';
import { applyPaypalEvent } from '../apply-paypal-event';
import { applyStripeEvent } from '../apply-stripe-event';
import { checkAttempts } from '../check-attempts';
import type { Deps } from '../deps';
import { adjustStock } from '../edit-stock';
import { checkRefunds } from '../find-refunds';
import { checkHolds } from '../follow-hold';
import { reconcile } from '../reconcile';
import { Crash } from './faulty-gateway';
import { type Moment, moments } from './moment';
import { type AfterOrder, isAfterOrder, playAfterOrder } from './play-merchant';
import { approveAtPaypal, herPayment, payByPaypal, returnFromPaypal } from './play-paypal';
import * as shopper from './play-shopper';
import type { Action, Step } from './steps';
import { chargesOf, gatewayOfPayment, type World } from './world';

/** Plays one step. What goes wrong in a way that must not be becomes one of the world's `problems`; nothing is thrown. */
export async function playStep(world: World, step: Step): Promise<void> {
  if ('both' in step) {
    await Promise.all(step.both.map((action) => play(world, action, calm(world), false)));
    return;
  }
  const { action, fault, meanwhile } = step;
  const run = async () => {
    for (const inner of meanwhile?.steps ?? []) await play(world, inner, calm(world), false);
  };
  const moment = { ...calm(world), fault, meanwhile: meanwhile && { ...meanwhile, run } };
  await play(world, action, moment, meanwhile === null);
}

export function calm({ clock }: World): Moment {
  return { clock, calls: 0, fault: null, meanwhile: null };
}

// An event that cannot be worked now waits for its next turn; that is promised, not a fault.
const EXPECTED = /could not be looked up$|somebody else drives the attempt|an own refund has no answer yet/;

function play(world: World, action: Action, moment: Moment, alone: boolean): Promise<void> {
  return guard(world, action.do, () => moments.run(moment, () => act(world, action, alone)));
}

/** Runs a part of a history: what it throws is the end of that part, and a problem unless it was to be expected. */
export async function guard(world: World, name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Crash || (error instanceof Error && EXPECTED.test(error.message))) return;
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    const message = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    world.problems.push(`${name} threw: ${message}${cause}`);
  }
}

function act(world: World, action: Action, alone: boolean): Promise<unknown> {
  if (isAfterOrder(action)) return playAfterOrder(world, action);
  return 'shopper' in action ? actAsShopper(world, action, alone) : actAround(world, action);
}

async function actAsShopper(world: World, action: Extract<Action, { shopper: number }>, alone: boolean): Promise<void> {
  const browser = world.browsers[action.shopper];
  if (!browser) return;
  switch (action.do) {
    case 'put':
      return shopper.put(world, browser, action.variant, action.quantity);
    case 'confirm':
      return shopper.confirm(world, browser, action);
    case 'look-up':
      return shopper.lookUp(world, browser, action.request);
    case 'cancel':
      return shopper.cancel(world, browser, shopper.cardRequest(action.request));
    case 'cancel-dialog':
      return shopper.cancel(world, browser, shopper.dialogRequest(action.request));
    case 'open-dialog':
      return shopper.openHerDialog(world, browser, action.request, alone);
    case 'requote':
      return shopper.requoteHerDialog(world, browser, action.option, action.told);
    case 'pay-in-dialog':
      return shopper.payInDialog(world, browser, action);
    case 'settle-dialog':
      return shopper.settleHerDialog(world, browser, action.request);
    case 'authenticate': {
      const id = await herPayment(world, browser, 'authentication_required');
      if (id) world.gateway.provider.authenticate(id, action.passes);
      return;
    }
    case 'pay-by-paypal':
      return payByPaypal(world, browser, action.request);
    case 'at-paypal':
      return approveAtPaypal(world, browser, action.with);
    case 'return':
      return returnFromPaypal(world, browser, action.gaveUp);
    case 'decide-pending': {
      const id = await herPayment(world, browser, 'pending');
      if (id) decidePending(world, id, action.says);
    }
  }
}

/** The bank's word on a payment that it took its time for. */
export function decidePending(world: World, id: string, says: 'paid' | 'declined' | 'paid-wrongly') {
  const gateway = gatewayOfPayment(world, id);
  const payment = gateway.provider.payments.get(id);
  if (!payment) return;
  if (says === 'declined') {
    payment.state = { is: 'declined', reason: 'generic' };
    return;
  }
  const charge = gateway.provider.succeedWith(id);
  if (says === 'paid') return;
  charge.amount = money(charge.amount.amountMinor - 1, charge.amount.currency);
  if (charge.captured) charge.capturedMinor = charge.amount.amountMinor;
  world.misfits.add(charge.id);
}

async function actAround(world: World, action: Exclude<Action, { shopper: number } | AfterOrder>): Promise<void> {
  const { deps, clock, gateway, paypal } = world;
  switch (action.do) {
    case 'stock':
      return editStock(world, action.variant, action.difference);
    case 'price':
      await deps.db
        .update(variantPrices)
        .set({ amountMinor: action.minor })
        .where(eq(variantPrices.variantId, world.variants[action.variant]?.variantId ?? ''));
      return;
    case 'provider':
      gateway.isDown = action.isDown;
      paypal.isDown = action.isDown;
      return;
    case 'advance':
      return clock.advance(action.seconds);
    case 'sweep':
      return sweep(deps);
    case 'reconcile':
      await reconcile(deps, new Date(0));
      return;
    case 'capture-later':
      await savePaymentSettings(deps.db, { capture: action.isOn ? 'at_fulfilment' : 'now' });
      return;
    case 'event':
      return tellOf(world, action.which);
    case 'unknown-charge':
      gateway.provider.addCharge({ amount: money(100, 'USD'), reference: null });
  }
}

/** What the worker does in turn. */
export async function sweep(deps: Deps): Promise<void> {
  await checkAttempts(deps);
  await checkRefunds(deps);
  await checkHolds(deps);
}

async function editStock(world: World, variant: number, difference: number): Promise<void> {
  const variantId = world.variants[variant]?.variantId;
  if (!variantId) return;
  world.edits += 1;
  const editId = `edit-00000000000000-${world.edits}`;
  await adjustStock(world.deps, { variantId, difference, editId, reason: 'count', merchantId: 'merchant' });
}

/** An event about anything that ever stood at a provider: late, early, again, in any order. */
export async function tellOf(world: World, which: number): Promise<void> {
  const subjects = subjectsOf(world);
  const subject = subjects[which % subjects.length];
  if (!subject) return;
  const { provider, ...named } = subject;
  const event = { eventId: `evt_${which}`, livemode: false, ...named };
  await (provider === 'paypal' ? applyPaypalEvent : applyStripeEvent)(world.deps, event);
}

/** What a provider may tell of: its payments, its charges, what went back of them, its disputes. */
export function subjectsOf(world: World) {
  const none = { type: 'any', paymentId: null, chargeId: null, disputeId: null };
  const payments = [world.gateway, world.paypal].flatMap(({ provider }) => [...provider.payments.keys()]);
  return [
    ...payments.map((paymentId) => ({
      ...none,
      provider: gatewayOfPayment(world, paymentId) === world.paypal ? 'paypal' : 'stripe',
      paymentId,
    })),
    ...chargesOf(world).map(({ provider, charge }) => ({
      ...none,
      provider,
      type: charge.refundedMinor > 0 ? 'charge.refunded' : 'any',
      paymentId: provider === 'paypal' ? null : charge.paymentId,
      chargeId: charge.id,
    })),
    ...[...world.desk.disputes.values()].map(({ id, chargeId, paymentId }) => ({
      ...none,
      provider: 'stripe',
      paymentId,
      chargeId,
      disputeId: id,
    })),
  ];
}

import { demoAccounts } from './accounts';
import { openMailbox } from './mail/mailbox';
import type { ChargeCard } from './messenger/messenger';
import { startMessenger } from './messenger/start';
import { rangeRoutes } from './passwords/range';
import { type PaypalDouble, startPaypal } from './paypal/server';
import { type StripeDouble, startStripe } from './stripe/server';
import { Clock } from './world/clock';
import { createControls } from './world/control';
import { Faults } from './world/faults';
import { Wire } from './world/wire';
import type { Accounts, Era, Origins, World } from './world/world';

export type SimulatorOptions = {
  /** 0 takes any free port. */
  ports?: { messenger: number; stripe: number; paypal?: number; smtp?: number };
  /** The shop under test, without a trailing slash. */
  shopOrigin: string;
  era?: Era;
  /** See `World`. */
  newcomersFrom?: number;
  accounts?: Accounts;
  /** When a webhook is tried again after it failed; tests make this short. */
  webhookRetryDelaysMs?: number[];
};

export type Simulator = {
  world: World;
  origins: Origins;
  /** Charges a card on the merchant's account, as Messenger's dialog does, without asking the shop. */
  chargeAsMessenger: ChargeCard;
  close: () => Promise<void>;
};

export const defaultPorts = { messenger: 4000, stripe: 4100, paypal: 4200, smtp: 4300 };

function makeWorld(options: SimulatorOptions): World {
  const clock = new Clock();
  return {
    clock,
    wire: new Wire(() => clock.nowMs()),
    faults: new Faults(),
    origins: { messenger: '', stripe: '', paypal: '', smtp: '' },
    accounts: options.accounts ?? demoAccounts,
    shopOrigin: options.shopOrigin.replace(/\/$/, ''),
    era: options.era ?? 'current',
    newcomersFrom: options.newcomersFrom ?? 0,
  };
}

/** The Page's linked accounts, as Messenger used them: the money moves without the shop. */
function chargeThrough(stripe: StripeDouble, paypal: PaypalDouble): ChargeCard {
  return async ({ amountMinor, currency, card, metadata }) => {
    if (card === 'paypal') {
      // PayPal keeps two texts with a payment: ours, by which it is found again, and one that is there once.
      const { request_id, payload, fb_payment_id = '' } = metadata;
      const customId = request_id ?? payload ?? fb_payment_id;
      const capture = paypal.createForeignCapture({ amountMinor, currency, customId, invoiceId: fb_payment_id });
      return { ok: true, provider: 'paypal', chargeId: capture.id };
    }
    const charge = stripe.createForeignCharge({ amountMinor, currency, card, metadata });
    return { ok: true, provider: 'stripe', chargeId: charge.id };
  };
}

/** Starts the world around a shop: Messenger, Stripe, PayPal and a mailbox, in this process, with one clock, one wire log, one set of faults. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = makeWorld(options);
  const ports = options.ports ?? defaultPorts;
  const controls = createControls(world);
  const stripe = await startStripe(world, { port: ports.stripe, controls });
  world.origins.stripe = stripe.origin;
  const retries = options.webhookRetryDelaysMs ? { webhookRetryDelaysMs: options.webhookRetryDelaysMs } : {};
  const paypal = await startPaypal(world, { port: ports.paypal ?? 0, controls, ...retries }).catch(
    async (error: unknown) => {
      await stripe.close();
      throw error;
    },
  );
  world.origins.paypal = paypal.origin;
  const mailbox = await openMailbox(world, { port: ports.smtp ?? 0, controls }).catch(async (error: unknown) => {
    await paypal.close();
    await stripe.close();
    throw error;
  });
  const messenger = await startMessenger(world, {
    port: ports.messenger,
    controls,
    guestRoutes: [...mailbox.routes, ...rangeRoutes],
    charge: chargeThrough(stripe, paypal),
    ...retries,
  }).catch(async (error: unknown) => {
    await mailbox.close();
    await paypal.close();
    await stripe.close();
    throw error;
  });
  return {
    world,
    origins: world.origins,
    chargeAsMessenger: chargeThrough(stripe, paypal),
    close: async () => {
      await messenger.close();
      await mailbox.close();
      await paypal.close();
      await stripe.close();
    },
  };
}

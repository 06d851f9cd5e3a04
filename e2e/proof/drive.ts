import type { CrashWorld } from './crash-world';
import type { Kept } from './till';

export type Person = { shopperId: string; requestId: string };
/** Remembered between her tries: what she did outside the shop, which a crash of the shop does not undo. */
type Memory = { kept: Kept | null; chargeId: string | null };
type Drive = (world: CrashWorld, person: Person, memory: Memory) => Promise<unknown>;
/** `again`: what waits for her own doing waits until she does it; after the crash she goes on where she was. */
type Way = { pay: Drive; again: boolean; prepare?: Drive };

const payOnPage = (way: 'paypal' | 'hosted'): Drive => {
  return async (world, person) => {
    const started = await world.till.begin({ ...person, way });
    const url = started.value?.url;
    if (!url) return started;
    const token = await world.approveAt(way, url);
    return token ? world.till.comeBack(token) : world.till.lookUp(person);
  };
};

/** What a person and her browser do to pay in each way. The shop may be gone at any moment: whatever throws, ends it. */
const WAYS: Record<string, Way> = {
  card: {
    again: false,
    pay: async (world, person) => world.till.confirm({ ...person, token: await world.newToken() }),
  },
  'card with 3-D Secure': {
    again: false,
    pay: async (world, person) => {
      await world.till.confirm({ ...person, token: await world.newToken('pm_card_threeDSecureRequired') });
      await world.bankSaysYes();
      return world.till.lookUp(person);
    },
  },
  'kept card': {
    again: false,
    prepare: async (world, person, memory) => {
      memory.kept = await world.keepCard(person.shopperId);
    },
    pay: async (world, person, { kept }) => kept && world.till.confirmKept({ ...person, ...kept }),
  },
  "Messenger's dialog": {
    again: true,
    pay: async (world, person, memory) => {
      const opened = await world.till.openDialog(person);
      memory.chargeId ??= await world.chargeInDialog(opened);
      return memory.chargeId && world.till.settleDialog({ ...person, chargeId: memory.chargeId });
    },
  },
  PayPal: { again: true, pay: payOnPage('paypal') },
  "Stripe's own page": { again: true, pay: payOnPage('hosted') },
};

/** One person who means to pay in a way; the same object is asked again after a crash. */
export class Payer {
  private readonly memory: Memory = { kept: null, chargeId: null };
  private readonly way: Way;

  constructor(
    private readonly world: CrashWorld,
    way: string,
    readonly person: Person,
  ) {
    const known = WAYS[way];
    if (!known) throw new Error(`nobody pays by ${way}`);
    this.way = known;
  }

  prepare(): Promise<unknown> {
    return this.way.prepare?.(this.world, this.person, this.memory) ?? Promise.resolve();
  }

  /** The answer may never come: that is the point. */
  pay(): Promise<unknown> {
    return this.way.pay(this.world, this.person, this.memory).catch(() => null);
  }

  goOn(): Promise<unknown> {
    return this.way.again ? this.pay() : Promise.resolve();
  }
}

/** No payment is undecided any more; her bank says yes to whoever it still asks. */
export async function untilDecided(world: CrashWorld, wait: (work: () => Promise<boolean>) => Promise<unknown>) {
  await wait(async () => {
    if ((await world.openAttempts()) === 0) return true;
    await world.bankSaysYes();
    return false;
  });
}

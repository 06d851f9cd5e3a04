import type { CrashWorld } from './crash-world';

type Person = { shopperId: string; requestId: string };
type Drive = (world: CrashWorld, person: Person) => Promise<unknown>;

/** What a person and her browser do to pay in each way. The shop may be gone at any moment: whatever throws, ends it. */
export const DRIVES: Record<string, Drive> = {
  card: async (world, person) => world.till.confirm({ ...person, token: await world.newToken() }),

  'card with 3-D Secure': async (world, person) => {
    await world.till.confirm({ ...person, token: await world.newToken('pm_card_threeDSecureRequired') });
    await world.bankSaysYes();
    await world.till.lookUp(person);
  },

  "Messenger's dialog": async (world, person) => {
    const opened = await world.till.openDialog(person);
    const chargeId = await world.chargeInDialog(opened);
    if (chargeId) await world.till.settleDialog({ ...person, chargeId });
  },
};

/** No payment is undecided any more; her bank says yes to whoever it still asks. */
export async function untilDecided(world: CrashWorld, wait: (work: () => Promise<boolean>) => Promise<unknown>) {
  await wait(async () => {
    if ((await world.openAttempts()) === 0) return true;
    await world.bankSaysYes();
    return false;
  });
}

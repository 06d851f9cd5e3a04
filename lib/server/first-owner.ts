import { setTimeout as pause } from 'node:timers/promises';
import { issueFirstOwnerLink } from '@/lib/flows/create-first-owner';
import { logProblem } from './log';
import { getDeps, getEnv } from './wiring';

const TRIES = 30;
const PAUSE_MS = 2_000;

/**
 * While the shop has no owner, says on the terminal where to become one: called once at each start. The link works once,
 * for a day; only its hash is kept, so a lost link is replaced by starting again.
 */
export async function announceFirstOwner(
  say: (line: string) => void = (line) => process.stdout.write(line),
): Promise<void> {
  const token = await issueFirstOwnerLink(await getDeps());
  if (token === null) return;
  say(`\nThis shop has no owner yet. Whoever opens this link first, within 24 hours, becomes it:\n`);
  say(`  ${getEnv().PUBLIC_URL}/sign-in/first-owner?token=${token}\n\n`);
}

/** The same for a shop that starts, whose database may not answer yet: tried again for a minute. */
export async function announceFirstOwnerAtStart(): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      return await announceFirstOwner();
    } catch (error) {
      logProblem('first_owner.not_announced', error, { tries });
      await pause(PAUSE_MS, undefined, { ref: false });
    }
  }
}

import { issueFirstOwnerLink } from '@/lib/flows/create-first-owner';
import { getDeps, getEnv } from './wiring';

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

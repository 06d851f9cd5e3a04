import { createHash } from 'node:crypto';
import { countCodeTries, noteCodeTry } from '@/lib/db/discounts';
import type { Deps } from './deps';

export const BRAKE_WINDOW_SECONDS = 10 * 60;

/** So many tries under a key within ten minutes, and no more. */
export type Brake = { key: string; tries: number };

/**
 * The brakes on one kind of try: for the person, and for the address that she comes from, behind which several may sit. An address
 * is kept as a hash: whoever reads the table learns no address from it without trying them all.
 */
export function brakesOn(
  kind: string,
  who: { shopperId: string; source: string | null },
  tries: { shopper?: number; source: number },
): Brake[] {
  const hash = who.source && createHash('sha256').update(`${kind}:${who.source}`).digest('base64url');
  return [
    ...(tries.shopper === undefined ? [] : [{ key: `${kind}:shopper:${who.shopperId}`, tries: tries.shopper }]),
    ...(hash ? [{ key: `${kind}:source:${hash}`, tries: tries.source }] : []),
  ];
}

/** Whether one of the brakes holds at this moment. */
export async function isBraked(deps: Pick<Deps, 'db' | 'now'>, brakes: readonly Brake[]): Promise<boolean> {
  const since = new Date(deps.now().getTime() - BRAKE_WINDOW_SECONDS * 1000);
  for (const { key, tries } of brakes) if ((await countCodeTries(deps.db, key, since)) >= tries) return true;
  return false;
}

export async function noteTry(deps: Pick<Deps, 'db' | 'now'>, brakes: readonly Brake[]): Promise<void> {
  const at = deps.now();
  if (brakes.length === 0) return;
  const keys = brakes.map(({ key }) => key);
  await noteCodeTry(deps.db, keys, at, new Date(at.getTime() - BRAKE_WINDOW_SECONDS * 1000));
}

import { z } from 'zod';
import type { Deps } from './deps';

const DAY_MS = 24 * 60 * 60_000;
const keySchema = z.strictObject({ until: z.iso.datetime() });
const LONGEST_KEY = 300;

/** A key for a link of a mail: it opens one `place` ("order_link:<id>") for so many days and holds no personal data. */
export function signedKey({ sealer, now }: Pick<Deps, 'sealer' | 'now'>, place: string, days: number): string {
  return sealer.seal(place, JSON.stringify({ until: new Date(now().getTime() + days * DAY_MS).toISOString() }));
}

/** Whether a key was made by us for this very place and is not over. */
export function opensPlace({ sealer, now }: Pick<Deps, 'sealer' | 'now'>, place: string, key: string): boolean {
  if (key.length > LONGEST_KEY) return false;
  try {
    const { until } = keySchema.parse(JSON.parse(sealer.open(place, key)));
    return now() < new Date(until);
  } catch {
    // Guessed, changed, of another place, or sealed with a key that is no longer listed: all the same to whoever asks.
    return false;
  }
}

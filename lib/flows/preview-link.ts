import { z } from 'zod';
import type { Deps } from './deps';

const DAYS = 7;
const LONGEST_KEY = 400;
const keySchema = z.strictObject({ slug: z.string(), until: z.iso.datetime() });
/** Every preview is sealed to the same place: what it shows stands inside. */
const PLACE = 'product_preview';

/** The address at which whoever has it sees a product that is not on sale, for seven days: to look at, not to buy. */
export function previewLink({ sealer, now, shopUrl }: Pick<Deps, 'sealer' | 'now' | 'shopUrl'>, slug: string): string {
  const until = new Date(now().getTime() + DAYS * 24 * 60 * 60_000).toISOString();
  return `${shopUrl}/shop/preview/${sealer.seal(PLACE, JSON.stringify({ slug, until }))}`;
}

/** The product that a key of ours shows, by its address; null for one that is over, changed or not ours. */
export function previewedProduct({ sealer, now }: Pick<Deps, 'sealer' | 'now'>, key: string): string | null {
  if (key.length > LONGEST_KEY) return null;
  try {
    const { slug, until } = keySchema.parse(JSON.parse(sealer.open(PLACE, key)));
    return now() < new Date(until) ? slug : null;
  } catch {
    // Guessed, changed, or sealed with a key that is no longer listed: all the same to whoever asks.
    return null;
  }
}

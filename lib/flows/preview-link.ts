import { z } from 'zod';
import type { Deps } from './deps';

const DAYS = 7;
const LONGEST_KEY = 400;
const untilSchema = z.iso.datetime();
const productKeySchema = z.strictObject({ slug: z.string(), until: untilSchema });
const homeKeySchema = z.strictObject({ home: z.int().nonnegative(), until: untilSchema });
/** Every preview of a kind is sealed to the same place: what it shows stands inside. */
const PRODUCT_PLACE = 'product_preview';
const HOME_PLACE = 'home_preview';

type Sealing = Pick<Deps, 'sealer' | 'now'>;

/** The address at which whoever has it sees a product that is not on sale, for seven days: to look at, not to buy. */
export function previewLink({ shopUrl, ...deps }: Sealing & Pick<Deps, 'shopUrl'>, slug: string): string {
  return `${shopUrl}/shop/preview/${deps.sealer.seal(PRODUCT_PLACE, JSON.stringify({ slug, until: endOf(deps) }))}`;
}

/** The product that a key of ours shows, by its address; null for one that is over, changed or not ours. */
export function previewedProduct(deps: Sealing, key: string): string | null {
  return opened(deps, { place: PRODUCT_PLACE, schema: productKeySchema, key })?.slug ?? null;
}

/** The same for a state of the home page, by its number. */
export function homePreviewLink({ shopUrl, ...deps }: Sealing & Pick<Deps, 'shopUrl'>, home: number): string {
  return `${shopUrl}/shop/preview/home/${deps.sealer.seal(HOME_PLACE, JSON.stringify({ home, until: endOf(deps) }))}`;
}

/** The number of the state that a key of ours shows; null for one that is over, changed or not ours. */
export function previewedHome(deps: Sealing, key: string): number | null {
  return opened(deps, { place: HOME_PLACE, schema: homeKeySchema, key })?.home ?? null;
}

function endOf({ now }: Pick<Deps, 'now'>): string {
  return new Date(now().getTime() + DAYS * 24 * 60 * 60_000).toISOString();
}

function opened<T extends { until: string }>(
  { sealer, now }: Sealing,
  { place, schema, key }: { place: string; schema: z.ZodType<T>; key: string },
): T | null {
  if (key.length > LONGEST_KEY) return null;
  try {
    const shown = schema.parse(JSON.parse(sealer.open(place, key)));
    return now() < new Date(shown.until) ? shown : null;
  } catch {
    // Guessed, changed, or sealed with a key that is no longer listed: all the same to whoever asks.
    return null;
  }
}

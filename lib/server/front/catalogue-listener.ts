import { z } from 'zod';
import { keepListening, type Listening } from '@/lib/server/listen';

const CHANNEL = 'catalogue_changed';
const payloadSchema = z.object({ slugs: z.array(z.string()) });

export type CatalogueListener = Listening;

/**
 * Calls `changed` with the slugs that a change of the catalogue names, none meaning all; and with none after each
 * (re)connection, for what happened meanwhile was not heard. `url` must be a direct connection, not a pooler's.
 */
export function listenForCatalogue(url: string, changed: (slugs: string[]) => void): CatalogueListener {
  return keepListening(url, {
    channel: CHANNEL,
    heard: (payload) => changed(slugsIn(payload)),
    connected: () => changed([]),
  });
}

/** What cannot be read means "something changed". */
function slugsIn(payload: string): string[] {
  try {
    const read = payloadSchema.safeParse(JSON.parse(payload));
    return read.success ? read.data.slugs : [];
  } catch {
    return [];
  }
}

import { z } from 'zod';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { wireEntry } from './screen-schema';

/** All that crossed the wire after the entry `id`, oldest first. */
export async function wireSince(id: number): Promise<WireEntry[]> {
  const answer = await fetch(`/control/wire?since=${id}`);
  return z.object({ entries: z.array(wireEntry) }).parse(await answer.json()).entries;
}

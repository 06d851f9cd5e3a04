import type { Metadata } from './objects';

/** New metadata laid over the old: `''` takes one key away, null takes all. */
export function mergeMetadata(old: Metadata, given: Metadata | null | undefined): Metadata {
  if (given === undefined) return old;
  const merged = { ...(given === null ? {} : old), ...given };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

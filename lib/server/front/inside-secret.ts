import { randomBytes, timingSafeEqual } from 'node:crypto';

export const INSIDE_HEADER = 'x-kiosk-inside';

// The front door and Next's bundle hold a copy of this file each, in one process.
const shelf = globalThis as typeof globalThis & { __kioskInsideSecret?: string };

/** What the front door shows when it speaks to Next itself: made anew by each process and told to nobody. */
export function insideSecret(): string {
  shelf.__kioskInsideSecret ??= randomBytes(32).toString('base64url');
  return shelf.__kioskInsideSecret;
}

export function isInside(given: string | null): boolean {
  const secret = Buffer.from(insideSecret());
  const shown = Buffer.from(given ?? '');
  return shown.length === secret.length && timingSafeEqual(shown, secret);
}

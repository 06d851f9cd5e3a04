import { z } from 'zod';
import type { Sealer } from '@/lib/domain/ports';
import { SESSION_COOKIE_OPTIONS } from './session-cookie';

const NAME = 'kiosk_typed';
const SECONDS = 5 * 60;
/** Longer than any line of these forms; what is longer was no answer to it. */
const LONGEST = 300;

const keptSchema = z.object({ until: z.number(), fields: z.record(z.string(), z.string().max(LONGEST)) });
type Fields = Record<string, string>;

/**
 * The header that keeps what was typed into a form that we refused, sealed, for five minutes and for its own page alone: it works
 * without script, and nothing of it stands in an address or in our database.
 */
export function keptFormCookie(sealer: Sealer, page: string, typed: Fields, now = Date.now()): string {
  const fields = Object.fromEntries(
    Object.entries(typed)
      .filter(([name, value]) => name.length <= 40 && value.length <= LONGEST)
      .slice(0, 8),
  );
  const sealed = sealer.seal(placeOf(page), JSON.stringify({ until: now + SECONDS * 1000, fields }));
  return cookie(page, encodeURIComponent(sealed), SECONDS);
}

/** The header that forgets it: the form has done its work. */
export function forgetFormCookie(page: string): string {
  return cookie(page, '', 0);
}

/** What was typed before, by the names of the fields; nothing where it is over, or was not kept by us. */
export function keptFormIn(cookieHeader: string | null, sealer: Sealer, page: string, now = Date.now()): Fields {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([^;\\s]+)`).exec(cookieHeader ?? '')?.[1];
  if (!value) return {};
  try {
    const kept = keptSchema.parse(JSON.parse(sealer.open(placeOf(page), decodeURIComponent(value))));
    return kept.until > now ? kept.fields : {};
  } catch {
    // Another page's, another key's, or nobody's: then nothing was typed.
    return {};
  }
}

function placeOf(page: string): string {
  return `kept_form:${page}`;
}

function cookie(page: string, value: string, seconds: number): string {
  const { sameSite, secure, partitioned } = SESSION_COOKIE_OPTIONS;
  const marks = [secure && 'Secure', partitioned && 'Partitioned', 'HttpOnly', `SameSite=${sameSite}`].filter(Boolean);
  return [`${NAME}=${value}`, `Path=${page}`, `Max-Age=${seconds}`, ...marks].join('; ');
}

import { fail, type Result, succeed } from '@/lib/domain/result';

export type StrictJsonProblem = 'malformed' | 'invalid';

const MAX_DEPTH = 32;
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;
// Halves of surrogate pairs and NUL: no database text can hold them.
const UNSTORABLE = /\p{Cs}/u;

/**
 * Reads JSON as a door should. Problems: "malformed" for what is no JSON, nests deeper than 32 or names a member twice
 * (two readers would disagree about which one counts); "invalid" for text that cannot be stored.
 * A member called `__proto__` is left out.
 */
export function parseStrictJson(text: string): Result<unknown, StrictJsonProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('malformed');
  }
  // From here on the text is known to be JSON, which keeps the token pattern linear.
  if (!isShallowAndUnambiguous(text)) return fail('malformed');
  return isStorable(value) ? succeed(withoutProto(value)) : fail('invalid');
}

function isShallowAndUnambiguous(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let waiting: string | null = null;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) return false;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':' && waiting !== null) {
      const names = open.at(-1);
      const name = String(JSON.parse(waiting));
      if (names?.has(name)) return false;
      names?.add(name);
    }
    waiting = token.startsWith('"') ? token : null;
  }
  return true;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isStorableText(name) && isStorable(member));
}

/** Whether Postgres can keep a text: it takes neither NUL nor half a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !UNSTORABLE.test(text);
}

function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(members.map(([name, member]) => [name, withoutProto(member)]));
}

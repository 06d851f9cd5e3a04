import type { z } from 'zod';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { isStorableText, parseStrictJson } from './strict-json';

export type BodyProblem = 'unsupported_type' | 'too_large' | 'malformed' | 'invalid';
export type BodyOptions = { limitBytes?: number };

const LIMIT_BYTES = 64 * 1024;

/**
 * Reads a JSON body of at most `limitBytes` (64 KB) and checks it. Problems: "unsupported_type", "too_large" (told at
 * the limit, while the rest is still coming), "malformed", "invalid" with `detail.fields`: path → what is wrong.
 */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
  options: BodyOptions = {},
): Promise<Result<T, BodyProblem>> {
  if (mediaTypeOf(request) !== 'application/json') return fail('unsupported_type');
  const text = await readText(request, options);
  if (!text.ok) return text;
  const json = parseStrictJson(text.value);
  return json.ok ? check(schema, json.value) : json;
}

/**
 * Reads a form (urlencoded or multipart, text fields only) and checks it as an object of strings. Problems as `readJson`;
 * a field that comes twice is "invalid": nobody could say which one was meant.
 */
export async function readForm<T>(
  request: Request,
  schema: z.ZodType<T>,
  options: BodyOptions = {},
): Promise<Result<T, BodyProblem>> {
  const fields = await readFields(request, options);
  if (!fields.ok) return fields;
  const single = singleFields(fields.value);
  return single.ok ? check(schema, single.value) : single;
}

/** One value a name, all of them text that can be stored; "invalid" names the field otherwise. */
export function singleFields(entries: Iterable<[string, unknown]>): Result<Record<string, string>, 'invalid'> {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    if (name === '__proto__') continue;
    if (typeof value !== 'string' || fields.has(name)) return fail('invalid', { fields: { [name]: 'not_one_text' } });
    if (!isStorableText(name) || !isStorableText(value)) return fail('invalid', { fields: { [name]: 'unprintable' } });
    fields.set(name, value);
  }
  return succeed(Object.fromEntries(fields));
}

/** Checks a value that came from outside; "invalid" says which fields and why, never what was typed. */
export function check<T>(schema: z.ZodType<T>, value: unknown): Result<T, 'invalid'> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const fields = parsed.error.issues
    .slice(0, 20)
    .map((issue) => [issue.path.map(String).join('.') || '-', issue.code === 'custom' ? issue.message : issue.code]);
  return fail('invalid', { fields: Object.fromEntries(fields) });
}

function mediaTypeOf(request: Request): string {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  return charset === undefined || /^charset="?utf-8"?$/.test(charset) ? type.trim() : '';
}

/** The raw body up to `limitBytes`, as it came: for doors that verify a signature over it. */
export async function readBytes(
  request: Request,
  { limitBytes = LIMIT_BYTES }: BodyOptions = {},
): Promise<Result<Buffer, 'too_large' | 'malformed'>> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return fail('too_large');
  if (!request.body) return succeed(Buffer.alloc(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > limitBytes) {
        await reader.cancel();
        return fail('too_large');
      }
      chunks.push(next.value);
    }
  } catch {
    // The sender hung up, or lied about the length.
    return fail('malformed');
  }
  return succeed(Buffer.concat(chunks));
}

async function readText(request: Request, options: BodyOptions): Promise<Result<string, 'too_large' | 'malformed'>> {
  const bytes = await readBytes(request, options);
  if (!bytes.ok) return bytes;
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value));
  } catch {
    return fail('malformed');
  }
}

async function readFields(
  request: Request,
  options: BodyOptions,
): Promise<Result<Iterable<[string, unknown]>, BodyProblem>> {
  const type = mediaTypeOf(request);
  if (type === 'application/x-www-form-urlencoded') {
    const text = await readText(request, options);
    return text.ok ? succeed(new URLSearchParams(text.value)) : text;
  }
  if (type !== 'multipart/form-data') return fail('unsupported_type');
  const bytes = await readBytes(request, options);
  if (!bytes.ok) return bytes;
  try {
    const copy = new Response(new Uint8Array(bytes.value), {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    });
    return succeed(await copy.formData());
  } catch {
    return fail('malformed');
  }
}

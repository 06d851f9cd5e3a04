import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';

// Every form that the domain reads, found by its name; each of its fields is typed full of what people should not type.
const files = import.meta.glob<Record<string, unknown>>(['./**/*.ts', '!./**/*.test.ts', '!./**/testing-*.ts'], {
  eager: true,
});
const forms = Object.entries(files).flatMap(([, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    /(?:Form|Edit|Input)Schema$/.test(name) && value instanceof z.ZodType ? [{ name, schema: value }] : [],
  ),
);

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  '\r\n.\r\nRSET',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '=cmd|calc',
  '../../etc/passwd',
  '%00%2e%2e',
  '{{7*7}}',
  '__proto__',
  '1e999',
  '-0',
  '9'.repeat(400),
  'a'.repeat(60_000),
  `${'('.repeat(5_000)}${')'.repeat(5_000)}`,
  'x,'.repeat(20_000),
  `${' '.repeat(50_000)}!`,
  'a x'.repeat(15_000),
  '0'.repeat(50_000),
  `${'é'.normalize('NFD')}`.repeat(10_000),
  '[{"a":'.repeat(8_000),
];
const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...NASTY), fc.string({ maxLength: 40 })).map((parts) => parts.join('')),
  },
);

/** Names of fields, as far as a form says them; the others are tried by what its refusal names. */
function fieldsOf(schema: z.ZodType): string[] {
  const told = schema.safeParse({});
  const missing = told.success ? [] : told.error.issues.map(({ path }) => String(path[0] ?? ''));
  const shape: unknown = Reflect.get(Object(innermost(schema)), 'shape');
  return [...new Set([...missing, ...Object.keys(Object(shape))])].filter(Boolean);
}

function innermost(schema: unknown): unknown {
  const inner: unknown = Reflect.get(Object(Reflect.get(Object(schema), 'def')), 'in');
  return inner === undefined ? schema : innermost(inner);
}

it('finds the forms', () => {
  expect(forms.length).toBeGreaterThan(30);
  expect(forms.filter(({ schema }) => fieldsOf(schema).length > 0).length).toBeGreaterThan(30);
});

it.each(forms)('rows 54 and 55: $name reads thousands of hostile texts without throwing or hanging', ({ schema }) => {
  const fields = fieldsOf(schema);
  const read = (typed: Record<string, string>) => {
    const began = performance.now();
    schema.safeParse(typed);
    return performance.now() - began;
  };
  for (const field of fields)
    for (const text of NASTY)
      expect(Math.min(read({ [field]: text }), read({ [field]: text })), `${field}: ${text.slice(0, 20)}`).toBeLessThan(
        50,
      );
  const typing = fc.record(Object.fromEntries(fields.map((field) => [field, hostile])), { requiredKeys: [] });
  fc.assert(
    fc.property(typing, (typed) => {
      expect(() => schema.safeParse(typed)).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

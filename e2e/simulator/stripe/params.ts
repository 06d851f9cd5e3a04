import { z } from 'zod';
import { badParameter, type StripeProblem } from './errors';
import type { FormParts, FormValue } from './form';

/** The vocabulary in which each call says what it takes; messages are Stripe's error codes where it has one. */
export const text = (max = 5000) => z.string().min(1, 'parameter_invalid_empty').max(max, 'parameter_invalid_string');
export const whole = () =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'parameter_invalid_integer')
    .transform(Number);
export const yesNo = () =>
  z.enum(['true', 'false'], { error: 'parameter_invalid_boolean' }).transform((value) => value === 'true');
/** `''` takes a value away again. */
export const unsettable = <Inner extends z.ZodType>(inner: Inner) =>
  z.union([z.literal('').transform(() => null), inner]);
export const list = <Inner extends z.ZodType>(inner: Inner) =>
  z.preprocess(
    (value) => (value !== null && typeof value === 'object' ? Object.values(value) : value),
    z.array(inner, 'parameter_invalid_array'),
  );
/** Known to Stripe, without effect in this double. */
export const idle = () => z.unknown().optional();

export const metadataParam = unsettable(
  z
    .record(
      z
        .string()
        .max(40, 'parameter_invalid_string')
        .regex(/^[^[\]]+$/),
      z.string().max(500, 'parameter_invalid_string'),
    )
    .refine((value) => Object.keys(value).length <= 50, 'parameter_invalid_string'),
);

export const addressParam = z.strictObject({
  city: z.string().max(5000).optional(),
  country: z.string().max(5000).optional(),
  line1: z.string().max(5000).optional(),
  line2: z.string().max(5000).optional(),
  postal_code: z.string().max(5000).optional(),
  state: z.string().max(5000).optional(),
});

export const shippingParam = z.strictObject({
  address: addressParam,
  name: text(),
  phone: z.string().optional(),
  carrier: z.string().optional(),
  tracking_number: z.string().optional(),
});

export const billingDetailsParam = z.strictObject({
  address: unsettable(addressParam).optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  tax_id: z.string().optional(),
});

const bound = whole().optional();
export const rangeParam = z.union([
  whole().transform((value) => ({ gte: value, lte: value })),
  z.strictObject({ gt: bound, gte: bound, lt: bound, lte: bound }),
]);

export const pageParams = {
  limit: whole()
    .refine((value) => value >= 1 && value <= 100, 'parameter_invalid_integer')
    .optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

function paramName(path: PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}

function valueAt(raw: FormParts, path: PropertyKey[]): FormValue | undefined {
  let value: FormValue | undefined = raw;
  for (const part of path) {
    if (value === undefined || typeof value === 'string') return undefined;
    value = value[String(part)];
  }
  return value;
}

/** The deepest complaint of a union is the helpful one: `amount[gt]` rather than `amount`. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const last = issue.errors.at(-1)?.[0];
  return last ? innermost({ ...last, path: [...issue.path, ...last.path] }) : issue;
}

function toProblem(outer: z.core.$ZodIssue, raw: FormParts): StripeProblem {
  const issue = innermost(outer);
  const param = paramName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((key) => paramName([...issue.path, key]));
    const noun = unknown.length > 1 ? 'parameters' : 'parameter';
    return badParameter(`Received unknown ${noun}: ${unknown.join(', ')}`, unknown[0], 'parameter_unknown');
  }
  const value = valueAt(raw, issue.path);
  if (value === undefined) return badParameter(`Missing required param: ${param}.`, param, 'parameter_missing');
  const given = typeof value === 'string' ? value : 'an object';
  if (issue.message === 'parameter_invalid_integer') {
    return badParameter(`Invalid integer: ${given}`, param, issue.message);
  }
  if (issue.message === 'parameter_invalid_boolean') return badParameter(`Invalid boolean: ${given}`, param);
  if (issue.message === 'parameter_invalid_array') return badParameter('Invalid array', param);
  if (issue.message === 'parameter_invalid_empty' || given === '') {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
    return badParameter(message, param, 'parameter_invalid_empty');
  }
  if (issue.code === 'invalid_value') {
    return badParameter(`Invalid ${param}: must be one of ${issue.values.map(String).join(', ')}`, param);
  }
  if (issue.code === 'too_big') return badParameter(`Invalid string: ${given.slice(0, 20)}… is too long`, param);
  return badParameter(`Invalid ${param}: ${given}`, param);
}

/** The call's parameters, checked and typed; throws Stripe's own 400 for the first that does not pass. */
export function readParams<Shape extends z.ZodType>(shape: Shape, raw: FormParts): z.output<Shape> {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? toProblem(issue, raw) : badParameter('Invalid request.');
}

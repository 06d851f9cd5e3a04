import type { z } from 'zod';
import { invalidParameter } from './errors';

function paramName(path: PropertyKey[]): string {
  const [first = 'body', ...rest] = path.map(String);
  return `${first}${rest.map((part) => `[${part}]`).join('')}`;
}

/** Foreign JSON against a shape; what does not fit is 100 with the name of the member, as Graph words it. */
export function parseParams<Shape>(shape: z.ZodType<Shape>, value: unknown): Shape {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw invalidParameter('Invalid parameter');
  const badType = issue.code === 'invalid_union' && issue.path.at(-1) === 'type' && issue.path.includes('buttons');
  if (badType) throw invalidParameter('Invalid button type');
  throw invalidParameter(`Param ${paramName(issue.path)}: ${issue.message}`);
}

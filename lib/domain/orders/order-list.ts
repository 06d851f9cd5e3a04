import { z } from 'zod';
import { ORDER_STATUSES } from './status';

/** What the list of orders is narrowed to beside a search; it stands in the address. */
const narrowing = {
  status: z.enum(['open', ...ORDER_STATUSES]),
  from: z.enum(['thread', 'guest']),
};

// What does not fit is as good as absent: an address that somebody mistyped still shows orders.
export const orderListSchema = z.object({
  q: z.string().max(100).catch('').default(''),
  status: narrowing.status.optional().catch(undefined),
  from: narrowing.from.optional().catch(undefined),
  before: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
});

const choice = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]);

/** A narrowing that gets a name. What was searched for is not part of it: names and addresses of people stay out of it. */
export const orderViewFormSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{16,64}$/),
    name: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(/^\P{Cc}+$/u),
    status: choice(narrowing.status),
    from: choice(narrowing.from),
  })
  .transform(({ id, name, ...wish }) => ({ id, name, query: orderListQuery(wish) }));
export const removeOrderViewSchema = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });

/** A narrowing as it stands in the address of the list: "status=open&from=thread". */
export function orderListQuery(wish: Partial<Record<'q' | 'status' | 'from', string | undefined>>): string {
  const named = Object.entries(wish).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(named).toString();
}

const MOST_AT_ONCE = 50;
const PICKED = /^order-([\w-]{1,100})$/;

/** Orders ticked in the list (`order-<id>`, with the version that was seen), each to be sent whole. */
export const fulfilManyFormSchema = z
  .looseObject({ requestId: z.string().regex(/^[\w-]{16,64}$/) })
  .transform((form, context) => {
    const picked = Object.entries(form).flatMap(([name, value]) => {
      const orderId = PICKED.exec(name)?.[1];
      if (orderId === undefined) return [];
      const seenVersion = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
      if (seenVersion === null) context.addIssue({ code: 'custom', path: [name], message: 'version' });
      return seenVersion === null ? [] : [{ orderId, seenVersion }];
    });
    if (picked.length === 0 || picked.length > MOST_AT_ONCE) context.addIssue({ code: 'custom', message: 'picked' });
    return { requestId: form.requestId, picked };
  });

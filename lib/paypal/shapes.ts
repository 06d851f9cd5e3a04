import { z } from 'zod';

// What we read of PayPal's objects. Everything else of them stays unread.
const id = z.string().min(1).max(255);
const moneySchema = z.object({ currency_code: z.string(), value: z.string().max(32) });
const linksSchema = z.array(z.object({ rel: z.string(), href: z.string() })).default([]);

/** A capture. Its status is the truth about the money, not that of its order. Source: Payments v2. */
export const captureSchema = z.object({
  id,
  status: z.string(),
  amount: moneySchema,
  custom_id: z.string().nullish(),
  create_time: z.string().nullish(),
  supplementary_data: z.object({ related_ids: z.object({ order_id: id.nullish() }).nullish() }).nullish(),
  links: linksSchema,
});
export type PaypalCapture = z.infer<typeof captureSchema>;

export const refundSchema = z.object({
  id,
  status: z.string(),
  amount: moneySchema,
  custom_id: z.string().nullish(),
  create_time: z.string(),
  status_details: z.object({ reason: z.string().nullish() }).nullish(),
  links: linksSchema,
});
export type PaypalRefund = z.infer<typeof refundSchema>;

/** An order with its payments. Source: Orders v2. */
export const orderSchema = z.object({
  id,
  status: z.string(),
  update_time: z.string().nullish(),
  purchase_units: z
    .array(
      z.object({
        custom_id: z.string().nullish(),
        payments: z
          .object({ captures: z.array(captureSchema).default([]), refunds: z.array(refundSchema).default([]) })
          .nullish(),
      }),
    )
    .min(1),
  links: linksSchema,
});
export type PaypalOrder = z.infer<typeof orderSchema>;

const errorSchema = z.object({
  name: z.string(),
  details: z.array(z.object({ issue: z.string().default('') })).default([]),
  links: linksSchema,
});

/** What PayPal says is wrong: the issues by name, and where it wants her sent. */
export function readProblem(json: unknown): { name: string; issues: string[]; redirect: string | null } {
  const error = errorSchema.safeParse(json);
  if (!error.success) return { name: '', issues: [], redirect: null };
  return {
    name: error.data.name,
    issues: error.data.details.map(({ issue }) => issue),
    redirect: linkOf(error.data.links, 'redirect') ?? linkOf(error.data.links, 'payer-action'),
  };
}

export function linkOf(links: readonly { rel: string; href: string }[], rel: string): string | null {
  return links.find((link) => link.rel === rel)?.href ?? null;
}

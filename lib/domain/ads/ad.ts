import { z } from 'zod';
import type { CurrencyCode } from '../money';

const line = (max: number) => z.string().trim().min(1).max(max);

/** A question that stands under the preset message, with the answer that Messenger gives by itself. */
const iceBreakerSchema = z.strictObject({ title: line(80), response: line(300) });

/**
 * What a thread shows to whom the ad led there. "copy": the ad alone. Limits: Marketing API, `page_welcome_message`.
 * `quickReplies` are the form of 2016; today Messenger draws ice breakers.
 */
export const adWelcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('copy') }),
  z.strictObject({
    kind: z.literal('message'),
    text: line(300),
    iceBreakers: z.array(iceBreakerSchema).max(4),
  }),
]);
export type AdWelcome = z.infer<typeof adWelcomeSchema>;

/** Ages that Meta lets a merchant choose between; 18 because a shop sells. */
const age = z.int().min(18).max(65);

/** An ad as the merchant thinks of it. `dailyBudgetMinor` counts the ad account's currency. */
export const adSettingsSchema = z
  .strictObject({
    name: line(80),
    text: line(500),
    headline: line(80),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(25),
    ageFrom: age,
    ageTo: age,
    dailyBudgetMinor: z.int().min(100).max(1_000_000),
    welcome: adWelcomeSchema,
  })
  .refine(({ ageFrom, ageTo }) => ageFrom <= ageTo, { path: ['ageTo'] });
export type AdSettings = z.infer<typeof adSettingsSchema>;

/** In this order each is made, paused; each needs the ids of those before it. */
export const AD_STEPS = ['campaign', 'ad_set', 'creative', 'ad'] as const;
export type AdStep = (typeof AD_STEPS)[number];
export type AdIds = Partial<Record<AdStep, string>>;

/** An ad with what Meta must know beside the merchant's words. `ref` travels with every visit. */
export type PlannedAd = { settings: AdSettings; mark: string; imageUrl: string | null };

/** One call as it would leave: what a dry run shows. */
export type AdCall = { step: AdStep; path: string; form: Record<string, string> };

/** What people who came by an ad or a link did, counted once for each. Money by currency, in minor units. */
export type Outcome = {
  people: number;
  carts: number;
  orders: number;
  revenue: { currency: CurrencyCode; amountMinor: number; refundedMinor: number }[];
};

/** Money back per money spent: 2.5 means 2.50 € of sales for each euro. Null without spend or in another currency. */
export function returnOnSpend(
  spend: { amountMinor: number; currency: string } | null,
  revenue: Outcome['revenue'],
): number | null {
  if (!spend || spend.amountMinor <= 0) return null;
  const same = revenue.find((sum) => sum.currency === spend.currency);
  return same ? (same.amountMinor - same.refundedMinor) / spend.amountMinor : revenue.length > 0 ? null : 0;
}

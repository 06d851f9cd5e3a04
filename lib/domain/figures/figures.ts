import { z } from 'zod';
import type { LocalizedText } from '../market';
import type { CurrencyCode } from '../money';

/** How far back the figures look, in days that end with today. */
export const PERIODS = [7, 28, 90] as const;
export const periodSchema = z.coerce.number().pipe(z.union([z.literal(7), z.literal(28), z.literal(90)]));
export type Period = (typeof PERIODS)[number];

/** A day of the shop's clock ("2026-11-20") in one currency: what was ordered, and what of that went back since. */
export type DayFigures = {
  day: string;
  currency: CurrencyCode;
  orders: number;
  amountMinor: number;
  refundedMinor: number;
};

/** The way from the chat to a paid order: how many people came so far. */
export const FUNNEL_STEPS = ['thread', 'webview', 'product', 'cart', 'checkout', 'paid'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];
export type Funnel = Record<FunnelStep, number>;

/** What brought people: ads, what shoppers share, the merchant's own links, and none of these. */
export const SOURCES = ['ads', 'shares', 'links', 'none'] as const;
export type Source = (typeof SOURCES)[number];
export type SourceFigures = {
  source: Source;
  people: number;
  orders: number;
  revenue: { currency: CurrencyCode; amountMinor: number }[];
};

export type ProductFigures = {
  productId: string | null;
  title: LocalizedText;
  currency: CurrencyCode;
  pieces: number;
  /** After discounts. */
  amountMinor: number;
};

/** Refunds by their reason, and how many declared a withdrawal. */
export type ReturnFigures = { reason: string; currency: CurrencyCode; refunds: number; amountMinor: number };

/** How long people wait until a person answers: the usual (median), and how many got an answer or still wait. */
export type WaitFigures = { answered: number; medianSeconds: number | null; waiting: number };

/** Every day of a period, oldest first, with what each currency brought; days without an order are there with nothing. */
export function wholePeriod(
  days: readonly string[],
  figures: readonly DayFigures[],
  currency: CurrencyCode,
): DayFigures[] {
  const known = new Map(figures.filter((one) => one.currency === currency).map((one) => [one.day, one]));
  return days.map((day) => known.get(day) ?? { day, currency, orders: 0, amountMinor: 0, refundedMinor: 0 });
}

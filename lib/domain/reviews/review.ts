import { z } from 'zod';
import { noteSchema } from '../cart/note';
import type { Language, LocalizedText } from '../market';

export const LONGEST_REVIEW = 500;

/** What a buyer says of one thing she bought: one to five stars, and words where she likes. */
export const reviewFormSchema = z.object({
  stars: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
  text: noteSchema,
});

export type ReviewStatus = 'waiting' | 'shown' | 'refused';
/** A review as the product's page shows it: of nobody, for who wrote it is nobody's business. */
export type ShownReview = { id: string; stars: number; text: string; language: Language; writtenAt: Date };
/** One thing of an order that can be reviewed, and what she said of it so far. */
export type Reviewable = {
  variantId: string;
  title: LocalizedText;
  variantTitle: LocalizedText;
  imageFile: string | null;
  said: { stars: number; text: string; status: ReviewStatus } | null;
};

/** Stars of all shown reviews and how many; the average in tenths, as people read it: "4,5". Null without any. */
export type Rating = { sum: number; count: number };

export function averageOf({ sum, count }: Rating): number | null {
  return count === 0 ? null : Math.round((sum * 10) / count) / 10;
}

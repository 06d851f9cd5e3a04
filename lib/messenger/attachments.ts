import { z } from 'zod';
import type { Referral } from '@/lib/domain/messaging/incoming-event';
import { nameOrNull } from './event-texts';

const attachment = z.object({
  payload: z.object({ product: z.object({ elements: z.array(z.object({ retailer_id: nameOrNull })) }) }),
});

// In 2016 and in the change-over a sticker is a picture with its number. Source: reference A.5.
const sticker = z.object({ payload: z.object({ sticker_id: z.union([z.number(), z.string()]) }) });

const link = z
  .object({ url: z.string().max(2048) })
  .nullish()
  .catch(null);
const sharedCard = z.object({
  type: z.literal('template'),
  payload: z.object({
    template_type: z.literal('generic'),
    elements: z.array(z.object({ default_action: link, buttons: z.array(link).catch([]) })).min(1),
  }),
});

/** What came beside the words: a product of a catalogue by its SKU, a sticker, the way in that a passed-on card names. */
export function readAttachments(attachments: unknown[]): {
  sku: string | null;
  sticker?: true;
  referral: Referral | null;
} {
  const shared = attachments.map((item) => attachment.safeParse(item)).find((item) => item.success);
  const isSticker = attachments.some((item) => sticker.safeParse(item).success);
  return {
    sku: shared?.data.payload.product.elements[0]?.retailer_id ?? null,
    ...(isSticker ? { sticker: true } : {}),
    referral: refOfSharedCard(attachments),
  };
}

// A card that was passed on is written by somebody else: only the `ref` of its link is read, a hint like any other.
function refOfSharedCard(attachments: unknown[]): Referral | null {
  for (const item of attachments) {
    const card = sharedCard.safeParse(item);
    const [element] = card.success ? card.data.payload.elements : [];
    const urls = element ? [element.default_action, ...element.buttons].flatMap((one) => one?.url ?? []) : [];
    const ref = urls.map((url) => /[?&]ref=([\w=-]{1,200})(?:&|$)/.exec(url)?.[1]).find(Boolean);
    if (ref) return { ref, source: 'SHARED_CARD', adId: null, productId: null };
  }
  return null;
}

import { z } from 'zod';
import { checkoutUpdateSchema, nativePaymentSchema, preCheckoutSchema } from './native-payment';

/** How she came: an m.me link, an ad. From the outside, so a hint of what she wants to see, never a proof of anything. */
export const referralSchema = z.strictObject({
  ref: z.string().nullable(),
  source: z.string().nullable(),
  adId: z.string().nullable(),
  productId: z.string().nullable(),
});
export type Referral = z.infer<typeof referralSchema>;

const referral = referralSchema.nullable();

export const eventContentSchema = z.discriminatedUnion('kind', [
  /** `payload` is what the shop gave a quick reply; null for typed text. */
  z.strictObject({ kind: z.literal('text'), text: z.string(), payload: z.string().nullable(), referral }),
  /** A picture, a passed-on card: `sku` when it is a product of a catalogue; `sticker` when it is one. */
  z.strictObject({
    kind: z.literal('attachment'),
    sku: z.string().nullable(),
    sticker: z.literal(true).optional(),
    referral,
  }),
  /** `title` is what stood on the button; overheard, its `payload` is withheld and empty. */
  z.strictObject({ kind: z.literal('postback'), payload: z.string(), title: z.string().optional(), referral }),
  z.strictObject({ kind: z.literal('referral'), referral: referralSchema }),
  /**
   * Our own message, or a colleague's: `metadata` is the id of our outgoing message. Never answered. `appId` is who sent
   * it, null for nobody's app; `text` is kept of a colleague's words alone.
   */
  z.strictObject({
    kind: z.literal('echo'),
    messageId: z.string(),
    metadata: z.string().nullable(),
    appId: z.string().nullable().optional(),
    text: z.string().optional(),
  }),
  /** Meta's Conversation Routing: who leads the thread from now on (`appId`), or who asks to. */
  z.strictObject({
    kind: z.literal('thread_control'),
    change: z.enum(['passed', 'taken', 'requested']),
    appId: z.string().nullable(),
    metadata: z.string(),
  }),
  checkoutUpdateSchema,
  preCheckoutSchema,
  nativePaymentSchema,
  /** Somebody wrote under a post of the Page. No thread yet: one private answer may open it. */
  z.strictObject({ kind: z.literal('comment'), commentId: z.string(), text: z.string() }),
  /** Meta has approved, rejected or paused a utility template. */
  z.strictObject({
    kind: z.literal('template_status'),
    name: z.string(),
    language: z.string(),
    status: z.string(),
  }),
  /** She agreed to messages beyond the 24 hours, or stopped them, in Messenger itself. */
  z.strictObject({
    kind: z.literal('opt_in'),
    payload: z.string(),
    title: z.string(),
    token: z.string(),
    expiresAtMs: z.number().nullable(),
    stopped: z.boolean(),
  }),
  /** Whatever else Meta tells: receipts, roles, kinds of the future. Kept, without effect. */
  z.strictObject({ kind: z.literal('other'), name: z.string() }),
]);
export type EventContent = z.infer<typeof eventContentSchema>;

/** One thing that happened in a thread. `eventId` is unique per happening, however often Meta delivers it. */
export const incomingEventSchema = z.strictObject({
  eventId: z.string().min(1).max(300),
  pageId: z.string(),
  /** Whose thread it is; null where Meta names nobody. */
  psid: z.string().nullable(),
  atMs: z.number().nullable(),
  content: eventContentSchema,
  /** Another app leads the thread: heard on standby, never answered. */
  overheard: z.literal(true).optional(),
});
export type IncomingEvent = z.infer<typeof incomingEventSchema>;

/** Messenger waits for the answer to these inside the 200. */
export function isQuestion(event: IncomingEvent): boolean {
  return event.content.kind === 'checkout_update' || event.content.kind === 'pre_checkout';
}

/** Whether somebody else than this app said it: a person in the Page's own inbox, or another app. */
export function isForeignEcho({ content }: IncomingEvent, appId: string): boolean {
  return content.kind === 'echo' && content.appId !== undefined && content.appId !== appId;
}

/** Whether a worker has anything to do for it. */
export function callsForWork(event: IncomingEvent, page: { id: string; appId: string }): boolean {
  const { kind } = event.content;
  if (event.pageId === page.id && (kind === 'comment' || kind === 'template_status')) return true;
  if (event.pageId !== page.id || event.psid === null || isQuestion(event)) return false;
  if (event.content.kind === 'echo') return event.content.metadata !== null || isForeignEcho(event, page.appId);
  return kind !== 'other';
}

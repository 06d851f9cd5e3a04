import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EventContent, IncomingEvent, Referral } from '@/lib/domain/messaging/incoming-event';
import { isTestFbPayment } from '@/lib/domain/messaging/native-payment';
import { readAttachments } from './attachments';
import { readThreadControl } from './control-events';
import { MAX_ID, name, nameOrNull, payload, storable, typed } from './event-texts';
import { readCheckoutUpdate, readPayment, readPreCheckout } from './native-events';
import { readOptIn, readTemplateStatus } from './outreach-events';

const referral = z
  .object({
    ref: nameOrNull,
    source: nameOrNull,
    ad_id: nameOrNull,
    product: z.object({ id: nameOrNull }).nullish().catch(null),
    ads_context_data: z.object({ product_id: nameOrNull }).nullish().catch(null),
  })
  .transform(
    (value): Referral => ({
      ref: value.ref,
      source: value.source,
      adId: value.ad_id,
      productId: value.product?.id ?? value.ads_context_data?.product_id ?? null,
    }),
  );
const referralOrNull = referral
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** The Send-to-Messenger plugin: she agreed on a website, and `ref` says where. Other opt-ins carry a `type`. */
const optin = z
  .object({ ref: name, type: z.undefined().optional() })
  .transform(({ ref }): Referral => ({ ref, source: 'SEND_TO_MESSENGER', adId: null, productId: null }));

const message = z.object({
  mid: z.string().min(1),
  is_echo: z.boolean().default(false).catch(false),
  app_id: nameOrNull,
  metadata: nameOrNull,
  text: typed.nullish().catch(null),
  quick_reply: z.object({ payload }).nullish().catch(null),
  attachments: z.array(z.unknown()).default([]).catch([]),
  referral: referralOrNull,
});
const postback = z.object({
  mid: z.string().min(1).nullish().catch(null),
  title: typed.optional().catch(undefined),
  payload,
  referral: referralOrNull,
});
// What a button of another app's, or of ours while another app leads, would have meant is not told.
const overheardPostback = postback.extend({ payload: payload.default('') });

const psidShape = z.object({
  id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,40}$/)),
});
const envelope = z.looseObject({
  sender: psidShape.nullish().catch(null),
  recipient: psidShape.nullish().catch(null),
  timestamp: z.number().nullish().catch(null),
});

type Context = { entryId: string; pageId: string; standby: boolean };

/** One element of `messaging` or `standby`; null for what is no event at all. */
export function readThreadEvent(value: unknown, context: Context): IncomingEvent | null {
  const event = envelope.safeParse(value);
  if (!event.success) return null;
  const kind = Object.keys(event.data).find((key) => !['sender', 'recipient', 'timestamp'].includes(key)) ?? 'empty';
  const other: EventContent = { kind: 'other', name: storable(kind, MAX_ID) };
  const frame = { pageId: storable(context.entryId, MAX_ID), atMs: event.data.timestamp ?? null };
  const hashed = () => `event:${hashOf(value)}`;
  // What belongs to another Page is none of our business.
  if (context.entryId !== context.pageId) return { ...frame, eventId: hashed(), psid: null, content: other };
  const read = context.standby ? readOverheard(event.data) : readContent(event.data);
  if (context.standby && !read)
    return { ...frame, eventId: hashed(), psid: null, content: { kind: 'other', name: `standby:${other.name}` } };
  const person = read?.content.kind === 'echo' ? event.data.recipient : event.data.sender;
  const psid = person && person.id !== context.pageId ? person.id : null;
  const overheard = context.standby ? { overheard: true as const } : {};
  return { ...frame, eventId: read?.eventId ?? hashed(), psid, content: read?.content ?? other, ...overheard };
}

const comment = z.object({
  field: z.literal('feed'),
  value: z.object({
    item: z.literal('comment'),
    verb: z.literal('add'),
    comment_id: z.string().min(1).max(MAX_ID),
    from: z.object({ id: name }),
    message: typed,
  }),
});

/** One element of `changes`: what happens on the Page, not in its threads. Its own comments are nobody's question. */
export function readChange(value: unknown, entryId: string): IncomingEvent {
  const said = comment.safeParse(value);
  if (said.success && said.data.value.from.id !== entryId) {
    const { comment_id: commentId, message: text } = said.data.value;
    const pageId = storable(entryId, MAX_ID);
    const content: EventContent = { kind: 'comment', commentId: storable(commentId, MAX_ID), text };
    return { eventId: `comment:${commentId}`, pageId, psid: null, atMs: null, content };
  }
  const field = z.object({ field: z.string() }).safeParse(value);
  const content: EventContent = readTemplateStatus(value) ?? {
    kind: 'other',
    name: `change:${storable(field.data?.field ?? 'unnamed', MAX_ID)}`,
  };
  return {
    eventId: `change:${hashOf({ entryId, value })}`,
    pageId: storable(entryId, MAX_ID),
    psid: null,
    atMs: null,
    content,
  };
}

function readContent(event: Record<string, unknown>): { eventId: string | null; content: EventContent } | null {
  if ('message' in event) return readMessage(event.message);
  if ('postback' in event) {
    const read = postback.safeParse(event.postback);
    if (!read.success) return null;
    return postbackOf(read.data);
  }
  const control = readThreadControl(event);
  if (control) return contentOnly(control);
  if ('checkout_update' in event) return contentOnly(readCheckoutUpdate(event.checkout_update));
  if ('pre_checkout' in event) return contentOnly(readPreCheckout(event.pre_checkout));
  if ('payment' in event) {
    const content = readPayment(event.payment);
    if (!content) return null;
    // Messenger's own name for the payment; its dummy payments all bear the same one.
    return { eventId: isTestFbPayment(content.fbPaymentId) ? null : `payment:${content.fbPaymentId}`, content };
  }
  if ('optin' in event) {
    const agreed = readOptIn(event.optin);
    if (agreed) return contentOnly(agreed);
    const read = optin.safeParse(event.optin);
    return read.success ? { eventId: null, content: { kind: 'referral', referral: read.data } } : null;
  }
  if ('referral' in event) {
    const read = referral.safeParse(event.referral);
    return read.success ? { eventId: null, content: { kind: 'referral', referral: read.data } } : null;
  }
  return null;
}

function postbackOf({ mid, title, payload, referral }: z.infer<typeof postback>) {
  const content: EventContent = { kind: 'postback', payload, ...(title === undefined ? {} : { title }), referral };
  return { eventId: mid ? idOf(mid) : null, content };
}

// On standby we hear words, taps and what others say, and nothing that would want an answer.
function readOverheard(event: Record<string, unknown>): { eventId: string | null; content: EventContent } | null {
  if ('message' in event) return readMessage(event.message);
  const read = 'postback' in event ? overheardPostback.safeParse(event.postback) : null;
  return read?.success ? postbackOf(read.data) : null;
}

function contentOnly(content: EventContent | null): { eventId: null; content: EventContent } | null {
  return content && { eventId: null, content };
}

function readMessage(value: unknown): { eventId: string; content: EventContent } | null {
  const read = message.safeParse(value);
  if (!read.success) return null;
  const { mid, is_echo, app_id: appId, metadata, text, quick_reply, attachments, referral } = read.data;
  const eventId = idOf(mid);
  if (is_echo)
    return {
      eventId,
      content: { kind: 'echo', messageId: storable(mid, MAX_ID), metadata, appId, ...(text ? { text } : {}) },
    };
  if (text) return { eventId, content: { kind: 'text', text, payload: quick_reply?.payload ?? null, referral } };
  const told = readAttachments(attachments);
  return { eventId, content: { kind: 'attachment', ...told, referral: referral ?? told.referral } };
}

// Meta's own name for the message; one of an absurd length counts by its hash.
function idOf(mid: string): string {
  const name = storable(mid, MAX_ID);
  return name === mid ? `mid:${mid}` : `mid-hash:${hashOf(mid)}`;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url');
}

// Members in the order of their names: the same event, serialised twice, keeps its id.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

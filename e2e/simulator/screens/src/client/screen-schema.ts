import { z } from 'zod';
import type {
  ScreenDialog,
  ScreenPush,
  ScreenState,
  ScreenThread,
  ScreenWebview,
} from '@/e2e/simulator/messenger/screen-contract';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { content, heightRatio } from './content-schema';

const line = z.object({ label: z.string(), amount: z.string() });

const thread = z.object({
  psid: z.string(),
  person: z.object({ firstName: z.string(), lastName: z.string(), locale: z.string() }),
  bubbles: z.array(
    z.object({
      mid: z.string(),
      from: z.enum(['person', 'page']),
      atMs: z.number(),
      content,
      answer: z.string().optional(),
      persona: z.object({ name: z.string(), pictureUrl: z.string() }).optional(),
      sharedBy: z.string().optional(),
      delivered: z.boolean(),
      read: z.boolean(),
    }),
  ),
  quickReplies: z.array(
    z.object({
      title: z.string(),
      payload: z.string(),
      contentType: z.enum(['text', 'user_email', 'user_phone_number']),
    }),
  ),
  typing: z.boolean(),
  welcome: z
    .object({
      greeting: z.string(),
      iceBreakers: z.array(z.object({ question: z.string(), payload: z.string() })),
      getStarted: z.boolean(),
    })
    .nullable(),
  menu: z.array(z.object({ title: z.string(), payload: z.string().optional(), url: z.string().optional() })),
  blocked: z.boolean(),
}) satisfies z.ZodType<ScreenThread>;

const webview = z
  .object({
    id: z.string(),
    psid: z.string(),
    url: z.string(),
    title: z.string(),
    heightRatio,
    shareHidden: z.boolean(),
    openUrl: z.string(),
  })
  .nullable() satisfies z.ZodType<ScreenWebview>;

const dialog = z
  .object({
    id: z.string(),
    webviewId: z.string(),
    purpose: z.enum(['pay', 'credentials', 'buy']),
    merchantTitle: z.string(),
    lines: z.array(line),
    total: z.object({ label: z.string(), amount: z.string(), currency: z.string() }),
    needs: z.object({ shipping: z.boolean(), name: z.boolean(), email: z.boolean(), phone: z.boolean() }),
    shippingOptions: z.array(
      z.object({ id: z.string(), label: z.string(), amount: z.string(), selected: z.boolean() }),
    ),
    addresses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        street1: z.string(),
        city: z.string(),
        region: z.string(),
        postalCode: z.string(),
        country: z.string(),
      }),
    ),
    chosenAddressId: z.string().nullable(),
    cards: z.array(
      z.object({
        id: z.string(),
        brand: z.enum(['visa', 'mastercard', 'amex', 'paypal']),
        last4: z.string(),
        label: z.string(),
        disabledReason: z.string().optional(),
      }),
    ),
    chosenCardId: z.string().nullable(),
    state: z.enum(['choosing', 'updating', 'paying', 'done', 'failed']),
    problem: z.string().nullable(),
    confirmationText: z.string().nullable(),
  })
  .nullable() satisfies z.ZodType<ScreenDialog>;

export const screenState = z.object({
  page: z.object({ id: z.string(), name: z.string(), iconUrl: z.string() }),
  era: z.enum(['2016', 'current']),
  host: z.object({
    kind: z.enum(['ios', 'android', 'facebook-frame', 'browser']),
    sdk: z.enum(['on', 'off', 'slow', 'tampered']),
    cookies: z.boolean(),
  }),
  people: z.array(z.object({ psid: z.string(), name: z.string() })),
  thread,
  webview,
  dialog,
  clockMs: z.number(),
}) satisfies z.ZodType<ScreenState>;

const headers = z.record(z.string(), z.string());

export const wireEntry = z.object({
  id: z.number(),
  atMs: z.number(),
  direction: z.string(),
  method: z.string(),
  url: z.string(),
  requestHeaders: headers,
  requestBody: z.string(),
  status: z.number().nullable(),
  responseHeaders: headers,
  responseBody: z.string(),
  durationMs: z.number().nullable(),
}) satisfies z.ZodType<WireEntry>;

export const screenPush = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: screenState }),
  z.object({ type: z.literal('wire'), entry: wireEntry }),
]) satisfies z.ZodType<ScreenPush>;

import type { World } from '../world/world';
import { defaultPeople, type Person } from './people';
import type { MessengerState, Thread } from './state';
import type { WebhookSender } from './webhooks';

/** A card of hers, or her PayPal, is charged in the merchant's own account; the doubles of the providers do it. */
export type ChargeCard = (charge: {
  amountMinor: number;
  currency: string;
  card: 'visa' | 'mastercard' | 'amex' | 'paypal';
  metadata: Record<string, string>;
}) => Promise<{ ok: true; provider: 'stripe' | 'paypal'; chargeId: string } | { ok: false; reason: string }>;

/** Messenger as its parts see it: what is remembered, how to tell the shop, how to tell the screens. */
export type Messenger = {
  readonly world: World;
  readonly webhooks: WebhookSender;
  readonly charge: ChargeCard;
  /** Replaced as a whole by reset and restore: always read it from here. */
  state: MessengerState;
  /** How many screens show this thread right now: what arrives there is read at once. */
  readonly viewers: Map<string, number>;
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
};

export const allFields = [
  'messages',
  'message_echoes',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'message_deliveries',
  'message_reads',
  'messaging_account_linking',
  'messaging_payments',
  'messaging_checkout_updates',
  'messaging_pre_checkouts',
  'messaging_handovers',
  'standby',
];

/** What the Page has in its catalogue at Meta: enough for the template that names products by id. */
const catalogueProducts = [
  { id: '7001000000000001', title: 'Canvas tote', price: '24.00 USD' },
  { id: '7001000000000002', title: 'Lantern', price: '39.00 USD' },
];

/** A Page that is connected already: subscribed to everything, with its people, and no word spoken yet. */
export function freshState(): MessengerState {
  const people = defaultPeople();
  return {
    people: new Map(people.map((person) => [person.psid, person])),
    threads: new Map(),
    profile: {},
    profileCallsAtMs: [],
    subscribedFields: [...allFields],
    orderNumbers: new Set(),
    attachments: new Map(),
    uploads: new Map(),
    personas: new Map(),
    catalogue: new Map(catalogueProducts.map(({ id, ...product }) => [id, product])),
    sentAtMs: { all: [], heavy: [], replies: [] },
    utilityTemplates: [
      {
        id: '5100000000000001',
        name: 'order_shipped',
        language: 'en_US',
        status: 'APPROVED',
        text: 'Your order {{1}} is on its way and should arrive on {{2}}.',
      },
    ],
    templateReview: 'APPROVED',
    optIns: new Map(),
    labels: new Map(),
    userMenus: new Map(),
    callbackUrl: null,
    appFields: [...allFields],
    requiresProof: true,
    orderedErrors: [],
    host: {
      kind: 'ios',
      sdk: 'on',
      cookies: true,
      slowMs: 5000,
      paymentForm: 'request',
      client: 'new',
      threadKind: 'page',
    },
    webviews: new Map(),
    dialogs: new Map(),
    payments: { nextCard: null, nextAnswer: null, credential: 'linked', paypal: 'linked' },
    agreedCards: new Map(),
    linkTokens: new Map(),
    sharing: { next: null, to: null },
    comments: new Map(),
    ads: new Map(),
    toldOthers: [],
    primaryAppId: null,
    lastShown: people[0]?.psid ?? '',
  };
}

export function findPerson(messenger: Messenger, psid: string): Person | null {
  return messenger.state.people.get(psid) ?? null;
}

/** The thread of this person with the Page; it comes into being when somebody looks. */
export function threadOf(messenger: Messenger, psid: string): Thread {
  const known = messenger.state.threads.get(psid);
  if (known) return known;
  const thread: Thread = {
    psid,
    bubbles: [],
    lastActedAtMs: null,
    adActedAtMs: null,
    typingUntilMs: 0,
    blocked: false,
    pendingReferral: null,
    adIceBreakers: [],
    permissions: ['user_profile', 'user_messaging'],
    ownerAppId: null,
    seq: 0,
  };
  messenger.state.threads.set(psid, thread);
  return thread;
}

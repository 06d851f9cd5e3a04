/**
 * What the Messenger screens and the Messenger server say to each other. The server answers these shapes under
 * `/screen` (JSON) and pushes `ScreenPush` over `GET /screen/events` (server-sent events); what a person does on
 * the screen goes through the public levers (`POST /control/threads/:psid/tap` …), so a test can do all that a person can.
 */
import type { WireEntry } from '../world/wire';
import type { Era } from '../world/world';

export type HostKind = 'ios' | 'android' | 'facebook-frame' | 'browser';
export type SdkState = 'on' | 'off' | 'slow' | 'tampered';

export type ScreenButton =
  | {
      type: 'web_url';
      title: string;
      url: string;
      heightRatio: 'compact' | 'tall' | 'full';
      extensions: boolean;
      shareHidden: boolean;
    }
  | { type: 'postback'; title: string; payload: string }
  | { type: 'element_share'; title: string }
  | {
      type: 'payment';
      title: string;
      payload: string;
      summary: { merchantName: string; currency: string; lines: { label: string; amount: string }[] };
    }
  | { type: 'other'; title: string; kind: string };

export type ScreenCard = {
  title: string;
  subtitle?: string;
  imageUrl?: string;
  tapUrl?: string;
  buttons: ScreenButton[];
};

export type ScreenReceipt = {
  recipientName: string;
  merchantName?: string;
  orderNumber: string;
  currency: string;
  paymentMethod: string;
  orderUrl?: string;
  timestampSeconds?: number;
  elements: { title: string; subtitle?: string; quantity?: number; price: number; imageUrl?: string }[];
  address?: { street1: string; street2?: string; city: string; postalCode: string; state: string; country: string };
  summary: { subtotal?: number; shipping?: number; tax?: number; total: number };
  adjustments: { name: string; amount: number }[];
};

export type ScreenContent =
  | { kind: 'text'; text: string }
  | { kind: 'generic'; aspect: 'horizontal' | 'square'; sharable: boolean; cards: ScreenCard[] }
  | { kind: 'button'; text: string; buttons: ScreenButton[] }
  | { kind: 'receipt'; receipt: ScreenReceipt }
  | { kind: 'list'; large: boolean; cards: ScreenCard[]; buttons: ScreenButton[] }
  | { kind: 'image'; url: string }
  | { kind: 'file'; type: 'audio' | 'video' | 'file'; url: string | null }
  | { kind: 'sticker'; id: string }
  /** A picture or film with its buttons below; `url` null where this world has no file behind the id. */
  | { kind: 'media'; type: 'image' | 'video'; url: string | null; buttons: ScreenButton[] }
  | {
      kind: 'grid';
      images: { url: string; hero: boolean }[];
      title?: string;
      subtitle?: string;
      buttons: ScreenButton[];
    }
  | { kind: 'coupon'; title: string; subtitle: string; imageUrl?: string; buttons: ScreenButton[] }
  | { kind: 'feedback'; title: string; subtitle?: string; question?: string; scores: number[]; privacyUrl: string }
  | { kind: 'information'; countries: string[]; days: number; privacyUrl: string }
  | { kind: 'flight'; text: string; rows: { label: string; value: string }[] };

export type ScreenBubble = {
  mid: string;
  from: 'person' | 'page';
  atMs: number;
  content: ScreenContent;
  /** What she answered in this form, once she has. */
  answer?: string;
  /** The persona that speaks, where it is not the Page itself. */
  persona?: { name: string; pictureUrl: string };
  /** Set when another person passed this card on (`element_share`): her name. The screen adds the bot's icon and name. */
  sharedBy?: string;
  delivered: boolean;
  read: boolean;
};

export type ScreenThread = {
  psid: string;
  person: { firstName: string; lastName: string; locale: string };
  bubbles: ScreenBubble[];
  /** Only those of the newest page bubble; a tap or a new message removes them. */
  quickReplies: { title: string; payload: string; contentType: 'text' | 'user_email' | 'user_phone_number' }[];
  typing: boolean;
  /** Before the first message: greeting, ice breakers or Get Started. */
  welcome: { greeting: string; iceBreakers: { question: string; payload: string }[]; getStarted: boolean } | null;
  menu: { title: string; payload?: string; url?: string }[];
  blocked: boolean;
};

/** The webview that the thread shows: a frame on this very page (`facebook-frame`, `ios`, `android`) or a new tab (`browser`). */
export type ScreenWebview = {
  id: string;
  psid: string;
  /** What to load, `fb_iframe_origin` already appended where the host is a frame. */
  url: string;
  title: string;
  heightRatio: 'compact' | 'tall' | 'full';
  shareHidden: boolean;
  /** The same page outside a frame, with the SDK working: for a new tab or a test. Redirects to `url`. */
  openUrl: string;
} | null;

/** An open payment dialog of the Extensions SDK (era 2016). Amounts are decimal strings, as on Messenger's wire. */
export type ScreenDialog = {
  id: string;
  webviewId: string;
  /** `credentials`: only hands her data to the page (`requestPaymentCredentials`), nothing is charged; no total is shown. `buy`: over the thread, from a Buy button. */
  purpose: 'pay' | 'credentials' | 'buy';
  merchantTitle: string;
  lines: { label: string; amount: string }[];
  total: { label: string; amount: string; currency: string };
  needs: { shipping: boolean; name: boolean; email: boolean; phone: boolean };
  shippingOptions: { id: string; label: string; amount: string; selected: boolean }[];
  addresses: {
    id: string;
    name: string;
    street1: string;
    city: string;
    region: string;
    postalCode: string;
    country: string;
  }[];
  chosenAddressId: string | null;
  cards: {
    id: string;
    brand: 'visa' | 'mastercard' | 'amex' | 'paypal';
    last4: string;
    label: string;
    /** Why this one cannot be chosen now; absent when it can. */
    disabledReason?: string;
  }[];
  chosenCardId: string | null;
  state: 'choosing' | 'updating' | 'paying' | 'done' | 'failed';
  problem: string | null;
  confirmationText: string | null;
} | null;

export type ScreenState = {
  page: { id: string; name: string; iconUrl: string };
  era: Era;
  host: { kind: HostKind; sdk: SdkState; cookies: boolean };
  people: { psid: string; name: string }[];
  thread: ScreenThread;
  webview: ScreenWebview;
  dialog: ScreenDialog;
  clockMs: number;
};

/** `GET /screen?psid=` answers a ScreenState; `/screen/events?psid=` pushes a new one after every change, and each wire entry. */
export type ScreenPush = { type: 'state'; state: ScreenState } | { type: 'wire'; entry: WireEntry };

/**
 * `POST /control/threads/:psid/tap`: exactly one of these. `card` and `button` count from 0 within the bubble `mid`.
 * `shareWith` goes with an `element_share` button only: the PSID of the person who gets the card.
 */
export type Tap =
  | { button: { mid: string; card?: number; button: number; shareWith?: string } }
  | { card: { mid: string; card: number } }
  | { quickReply: number }
  | { getStarted: true }
  | { iceBreaker: number }
  | { menu: number }
  /** She fills in a form of the Page: how many stars, or, for the form of an address, the one kept with Messenger. */
  | { form: { mid: string; score?: number; words?: string } }
  /** The share icon beside a bubble whose template is `sharable`. */
  | { forward: { mid: string; card?: number; to?: string } };

/** `POST /screen/dialog/:id`: what the person does in the payment dialog. `POST /screen/webview/:id/close` ends a webview. */
export type DialogAct =
  | { chooseAddress: string }
  | { chooseCard: string }
  | { chooseShipping: string }
  | { pay: true }
  | { cancel: true };

import type { DialogState } from './dialog-state';
import type { PageMessage } from './graph/message-shapes';
import type { PageProfile } from './graph/profile-shapes';
import type { AdObject } from './marketing/ad-state';
import type { Person } from './people';
import type { HostKind, SdkState } from './screen-contract';

export type Referral = {
  ref?: string;
  source: string;
  type: string;
  ad_id?: string;
  ads_context_data?: Record<string, string>;
};

export type StoredBubble = {
  mid: string;
  from: 'person' | 'page';
  atMs: number;
  message: PageMessage;
  delivered: boolean;
  read: boolean;
  /** A bubble that another person passed on: it shows the bot's icon and name, and its buttons do not act here. */
  sharedBy: string | null;
  /** What she answered in a form, once she has. */
  answer?: string;
  /** Who speaks for the Page; a persona that is deleted later keeps its old bubbles. */
  persona?: Persona;
};

export type Thread = {
  psid: string;
  bubbles: StoredBubble[];
  /** When she last did something that opens the 24 hours; null before the first time. */
  lastActedAtMs: number | null;
  /** When she last acted after coming by an ad: opens seven days instead of one. */
  adActedAtMs: number | null;
  typingUntilMs: number;
  blocked: boolean;
  /** Came through m.me or an ad and has not acted yet: travels with what she does first. */
  pendingReferral: Referral | null;
  /** What an ad put under its welcome, until she acts. */
  adIceBreakers: { title: string; response: string }[];
  /** What the page may ask of her through the SDK. */
  permissions: string[];
  /** The other app that holds the thread (the Page's inbox, say); null while it is ours. */
  ownerAppId: string | null;
  /** `seq` of the 2016 events. */
  seq: number;
};

export type Persona = { name: string; pictureUrl: string };

export type Webview = {
  id: string;
  psid: string;
  url: string;
  title: string;
  heightRatio: 'compact' | 'tall' | 'full';
  shareHidden: boolean;
  /** False when the button lacked `messenger_extensions`: the SDK then answers 2071011. */
  extensions: boolean;
  open: boolean;
};

export type Host = {
  kind: HostKind;
  sdk: SdkState;
  cookies: boolean;
  slowMs: number;
  paymentForm: 'first' | 'request';
  /** `old`: a phone from before the extensions; it knows none of their methods. */
  client: 'new' | 'old';
  /** Where the webview was opened from. */
  threadKind: 'page' | 'group';
};

export type UtilityTemplate = {
  id: string;
  name: string;
  language: string;
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED';
  text: string;
};

/** She agreed to messages beyond the 24 hours: for one topic, until she stops them. */
export type OptIn = {
  psid: string;
  payload: string;
  title: string;
  expiresAtMs: number;
  stopped: boolean;
  usedAtMs: number | null;
};

/** All that this part of the world remembers. Plain data: it survives `structuredClone`. */
export type MessengerState = {
  people: Map<string, Person>;
  threads: Map<string, Thread>;
  profile: PageProfile;
  profileCallsAtMs: number[];
  subscribedFields: string[];
  orderNumbers: Set<string>;
  attachments: Map<string, string>;
  utilityTemplates: UtilityTemplate[];
  /** What becomes of the next templates that the shop makes. */
  templateReview: 'APPROVED' | 'PENDING' | 'REJECTED';
  /** Tokens of marketing messages, by token. */
  optIns: Map<string, OptIn>;
  /** Files that were sent along with a message, by the number in their address. */
  uploads: Map<string, { type: string; bytes: Uint8Array }>;
  personas: Map<string, Persona>;
  /** The Page's own catalogue, by product id. */
  catalogue: Map<string, { title: string; price: string }>;
  /** When the Page's last messages left, for the rates: all, and those with sound or film. */
  sentAtMs: { all: number[]; heavy: number[]; replies: number[] };
  labels: Map<string, { name: string; people: string[] }>;
  /** Menus that single people see instead of the Page's. */
  userMenus: Map<string, NonNullable<PageProfile['persistent_menu']>>;
  /** The app's webhook as its dashboard shows it; null: the shop's own address. */
  callbackUrl: string | null;
  appFields: string[];
  /** The app's setting "Require App Secret": a call without proof is refused. */
  requiresProof: boolean;
  orderedErrors: { name: string; times: number }[];
  host: Host;
  webviews: Map<string, Webview>;
  dialogs: Map<string, DialogState>;
  payments: {
    nextCard: 'declined' | null;
    nextAnswer: 'lost' | null;
    credential: 'linked' | 'token';
    paypal: 'linked' | 'none';
  };
  /** The card that a webview may charge once, after its person agreed (`requestPaymentCredentials`), by webview. */
  agreedCards: Map<string, string>;
  linkTokens: Map<string, { psid: string; atMs: number }>;
  /** What she does in the next sharing dialog, and whom she picks there. */
  sharing: { next: 'cancelled' | null; to: string | null };
  /** Who wrote which comment under a post, and whether the Page has answered it in private. */
  comments: Map<string, { psid: string; answered: boolean; atMs: number }>;
  /** Everything that was made through the Marketing API, by id. */
  ads: Map<string, AdObject>;
  /** What other apps were told about threads that they gained, lost or are asked for. */
  toldOthers: { appId: string; psid: string; event: Record<string, unknown> }[];
  /** The Page's primary app, the only one that may take a thread; null: this one. */
  primaryAppId: string | null;
  /** Whom the screen showed last: an m.me link opens as this person. */
  lastShown: string;
};

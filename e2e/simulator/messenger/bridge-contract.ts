/**
 * How the Extensions SDK in a webview talks to Messenger. Every method of the SDK becomes one request with one answer;
 * nothing is pushed into the page (the payment sheet is followed by asking `paymentNext` again and again).
 *
 * In a frame: the SDK posts a `BridgeCall` to `window.parent` with the Messenger origin as target. The screen accepts it
 * only from the window of the frame that it shows, hands `{ origin: event.origin, call }` to
 * `POST /screen/webview/:id/sdk` (id: the webview that it put into that frame) and posts the `BridgeAnswer` it gets back
 * to `event.source` with `event.origin` as target. The SDK believes only answers from its parent and the Messenger origin.
 *
 * Top-level (a real phone, or a test without the screen): `GET /webview/:id` redirects to the page with the fragment
 * `#messenger_webview=<id>`; the SDK keeps the id for the tab and posts the `BridgeCall` to `/webview/:id/sdk` itself.
 * The server takes the page's origin from the browser's Origin header.
 *
 * The server answers for the webview that it opened and for nobody else: the id decides whose PSID is signed.
 */
export type BridgeMethod =
  | 'hello'
  | 'getContext'
  | 'getUserID'
  | 'getSupportedFeatures'
  | 'askPermission'
  | 'getGrantedPermissions'
  | 'requestCloseBrowser'
  | 'beginShareFlow'
  | 'canMakePayment'
  | 'paymentShow'
  | 'paymentNext'
  | 'paymentUpdate'
  | 'paymentComplete'
  | 'requestPaymentCredentials'
  | 'processPayment'
  | 'requestAuthorizedPaymentCredentials';

/** Webview to screen. `messengerExtensions` marks the message among others that a page may post. */
export type BridgeCall = { messengerExtensions: 'call'; id: number; method: BridgeMethod; args: unknown };

/** Screen to webview, and what the server answers with status 200. Codes are those of the SDK (24001, 2071011 …). */
export type BridgeAnswer = { messengerExtensions: 'answer'; id: number } & (
  | { ok: true; value: unknown }
  | { ok: false; code: number; message: string }
);

/** The body of `POST /screen/webview/:id/sdk`. */
export type RelayedCall = { origin: string; call: BridgeCall };

export type PaymentAmount = { currency: string; value: string };
export type PaymentLine = { label: string; amount: PaymentAmount };
export type ShippingOption = PaymentLine & { id: string; selected?: boolean };

/** W3C PaymentDetails as Messenger took it. `id` is W3C's: the shop's own reference for this request. */
export type PaymentDetails = {
  id?: string;
  displayItems?: PaymentLine[];
  total: { label?: string; amount: PaymentAmount };
  shippingOptions?: ShippingOption[];
  /** W3C: why the chosen address cannot be served. */
  error?: string;
};

export type PaymentOptions = {
  requestShipping: boolean;
  requestPayerName: boolean;
  requestPayerEmail: boolean;
  requestPayerPhone: boolean;
};

/** W3C PaymentAddress, as far as Messenger filled it. */
export type ShownAddress = {
  country: string;
  region: string;
  city: string;
  postalCode: string;
  addressLine: string[];
  recipient: string;
};

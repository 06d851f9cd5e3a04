/** The part of Meta's Extensions SDK that we use. Callbacks, not promises; both may be null. Source: reference D.2. */
export type MessengerExtensionsSdk = {
  getContext(appId: string, success: (context: unknown) => void, error: (problem: unknown) => void): void;
  getSupportedFeatures(success: (features: unknown) => void, error: (problem: unknown) => void): void;
  requestCloseBrowser(success: (() => void) | null, error: ((problem: unknown) => void) | null): void;
  askPermission?(success: (answer: unknown) => void, error: (problem: unknown) => void, permission: string): void;
  /** Until August 2019. */
  beginShareFlow?(
    success: (answer: unknown) => void,
    error: (problem: unknown) => void,
    message: unknown,
    mode: string,
  ): void;
  /** The first form of 2016; its values come one by one. */
  requestPaymentCredentials?(
    success: (...values: unknown[]) => void,
    error: (problem: unknown) => void,
    requestedUserInfo: string[],
  ): void;
  processPayment?(success: (result: unknown) => void, error: (problem: unknown) => void, amount: string): void;
  PaymentRequest?: new (methodData: unknown[], details: unknown, options: unknown) => MessengerPaymentRequest;
};

/** W3C's payment request as Messenger offered it until 2018. Source: reference E.6. */
export type MessengerPaymentRequest = EventTarget & {
  shippingAddress: unknown;
  shippingOption: unknown;
  canMakePayment(): Promise<boolean>;
  show(): Promise<unknown>;
};

declare global {
  interface Window {
    MessengerExtensions?: MessengerExtensionsSdk;
    extAsyncInit?: () => void;
    /** Loaded once, for every script of the page. */
    kioskExtensions?: Promise<MessengerExtensionsSdk | null>;
  }
}

const TIMEOUT_MS = 3_000;
const INSIDE = 'kiosk:inside-messenger';

/**
 * Loads the SDK once, and only where something says that Messenger opened the page: nobody else's browser is sent to
 * Meta. Null outside Messenger, and after 3 s without an answer: the page goes on as in an ordinary browser.
 */
export function loadExtensions(sdkUrl: string): Promise<MessengerExtensionsSdk | null> {
  window.kioskExtensions ??= isInsideMessenger() ? load(sdkUrl) : Promise.resolve(null);
  return window.kioskExtensions;
}

/** The SDK where this page has loaded it; null outside Messenger. */
export function currentExtensions(): Promise<MessengerExtensionsSdk | null> {
  return window.kioskExtensions ?? Promise.resolve(null);
}

function load(sdkUrl: string): Promise<MessengerExtensionsSdk | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(window.MessengerExtensions ?? null), TIMEOUT_MS);
    const answer = () => {
      clearTimeout(timer);
      resolve(window.MessengerExtensions ?? null);
    };
    // The SDK calls this as soon as it may be used; it must be there before the script.
    window.extAsyncInit = answer;
    const script = document.createElement('script');
    script.src = sdkUrl;
    script.async = true;
    script.onerror = answer;
    document.head.append(script);
  });
}

/** A hint, never a proof: who she is only the signed request says. */
function isInsideMessenger(): boolean {
  const isFramed = window.parent !== window;
  const says =
    /FBA[NV]|Messenger|Orca-Android/.test(navigator.userAgent) ||
    /^(messenger|facebook)_ref$/.test(window.name) ||
    /messenger/i.test(window.location.hash) ||
    /^https:\/\/([\w-]+\.)?(messenger|facebook)\.com\//.test(document.referrer);
  return isFramed || says || remembered(says);
}

// The marks stand only at the first page of a tab.
function remembered(says: boolean): boolean {
  try {
    if (says) window.sessionStorage.setItem(INSIDE, '1');
    return window.sessionStorage.getItem(INSIDE) === '1';
  } catch {
    return says;
  }
}

/** The signed request that says who opened the webview, or null where Messenger does not tell. */
export async function getSignedRequest(sdk: MessengerExtensionsSdk, appId: string): Promise<string | null> {
  const context = await ask((success, error) => sdk.getContext(appId, success, error));
  return textOf(context, 'signed_request');
}

export async function getSupportedFeatures(sdk: MessengerExtensionsSdk): Promise<string[]> {
  const answer = await ask((success, error) => sdk.getSupportedFeatures(success, error));
  const features = fieldOf(answer, 'supported_features');
  return Array.isArray(features) ? features.filter((feature) => typeof feature === 'string') : [];
}

/** Asks the host to close the webview; false where there is nobody to ask. The page may be gone right after. */
export async function closeWebview(): Promise<boolean> {
  const sdk = await window.kioskExtensions;
  if (!sdk) return false;
  const closed = await ask((success, error) => sdk.requestCloseBrowser(() => success(true), error));
  return closed === true;
}

/**
 * One call of the SDK, or null. What it refuses has no consequence but "not available": the error's form differs between
 * clients (reference D.2). Where a person decides in a dialog nobody hurries her: `timeoutMs` null.
 */
export function ask(
  call: (success: (value: unknown) => void, error: (problem: unknown) => void) => void,
  timeoutMs: number | null = TIMEOUT_MS,
): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = timeoutMs === null ? undefined : setTimeout(() => resolve(null), timeoutMs);
    const end = (value: unknown) => {
      clearTimeout(timer);
      resolve(value);
    };
    call(end, () => end(null));
  });
}

/** A member of something foreign, without believing that it is an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
}

export function textOf(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
}

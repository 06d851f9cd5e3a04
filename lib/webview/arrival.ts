import { CART_CHANGED } from './cart-badge';
import { getSignedRequest, loadExtensions } from './extensions';

declare global {
  interface Window {
    /** A signed request works once, so a page asks once, whichever of its scripts comes first and however often. */
    kioskArrival?: Promise<SignedIn>;
    /** Each answer is followed once: a page that is drawn anew carries another mark, and would ask what to do again. */
    kioskArrivalFollowed?: boolean;
  }
}

type Arrival = {
  sdkUrl: string;
  appId: string;
  /** It was drawn while what she did as a guest was being joined to what is hers: it may show half of it. */
  joining?: boolean;
  /** The mark of the session that a personal page was drawn for: the browser may have another one by now. */
  drawnFor?: string;
};

/**
 * "changed": another session holds, or more lies in her cart, than when the page was asked for. "translated": her language
 * or currency is not that of the page. "another": the page was drawn for somebody else.
 */
type SignedIn = 'not_asked' | 'same' | 'changed' | 'translated' | 'another';

/**
 * Asks Messenger who opened the webview and exchanges the answer for a session. The page never waits for it, and works
 * without it: then she shops as a guest. `drawAnew`: how a page that is hers alone is drawn once it is known who she is;
 * null for a page that is everybody's. Answers how to stop following.
 */
export function arrive(arrival: Arrival, drawAnew: (() => void) | null): () => void {
  // A tap that already leads on must not be undone by a reload: the next page knows who she is.
  let leaving = false;
  const leave = () => {
    leaving = true;
  };
  window.addEventListener('beforeunload', leave);
  window.kioskArrival ??= signInOrTell(arrival);
  void window.kioskArrival.then((signedIn) => {
    if (window.kioskArrivalFollowed || signedIn === 'not_asked' || (signedIn === 'same' && !arrival.joining)) return;
    window.kioskArrivalFollowed = true;
    // Whoever holds what she has typed takes the news in, and does not let the page be drawn anew.
    const isTakenIn = !window.dispatchEvent(new Event(CART_CHANGED, { cancelable: true }));
    if (isTakenIn && signedIn !== 'another') return;
    // Nobody's choice of a variant is wiped away for the sake of its language: the next page is right.
    const anew = drawAnew !== null || (signedIn === 'translated' && !wasTouched());
    if (!anew || leaving || wasReloaded()) return;
    // What she types meanwhile stays in its field: only a page of somebody else, or in another language, goes as a whole.
    if (signedIn === 'another' || signedIn === 'translated') window.location.reload();
    else drawAnew?.();
  });
  return () => window.removeEventListener('beforeunload', leave);
}

/** First Messenger's word of who she is; where there is none, what the link says of whose thread it came from. */
async function signInOrTell({ sdkUrl, appId, joining, drawnFor }: Arrival): Promise<SignedIn> {
  const { key, ref } = takeFromAddress();
  const signedIn = await signIn(sdkUrl, appId, drawnFor);
  const isUnknown = signedIn === 'not_asked';
  // Sessions that no sign-in joined are joined by what hears how she came.
  if (ref === null && !(isUnknown && (key !== null || joining))) return signedIn;
  const changed = await tellHowSheCame({ key: isUnknown ? key : null, ref });
  return isUnknown && changed ? 'changed' : signedIn;
}

// Out of the address at once: what she copies or passes on from here carries nothing of hers.
function takeFromAddress(): { key: string | null; ref: string | null } {
  const url = new URL(window.location.href);
  const key = url.searchParams.get('k');
  const ref = url.searchParams.get('ref');
  if (key === null && ref === null) return { key, ref };
  url.searchParams.delete('k');
  url.searchParams.delete('ref');
  window.history.replaceState(window.history.state, '', url);
  return { key, ref };
}

async function tellHowSheCame(came: { key: string | null; ref: string | null }): Promise<boolean> {
  try {
    const answer = await fetch('/api/webview/arrive', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(came),
      keepalive: true,
    });
    const said: unknown = answer.ok ? await answer.json() : null;
    return typeof said === 'object' && said !== null && 'changed' in said && said.changed === true;
  } catch {
    // No network: she shops as she is.
    return false;
  }
}

async function signIn(sdkUrl: string, appId: string, drawnFor?: string): Promise<SignedIn> {
  const sdk = await loadExtensions(sdkUrl);
  const signedRequest = sdk && (await getSignedRequest(sdk, appId));
  if (!signedRequest) return 'not_asked';
  try {
    const answer = await fetch('/api/webview/sign-in', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ signedRequest, drawnFor }),
      // She may tap on before the answer is there: it must still arrive, for the request works only once.
      keepalive: true,
    });
    if (!answer.ok) return 'not_asked';
    const said: unknown = await answer.json();
    if (said === null || typeof said !== 'object') return 'same';
    if ('another' in said && said.another === true) return 'another';
    if ('market' in said) return 'translated';
    return 'changed' in said && said.changed === true ? 'changed' : 'same';
  } catch {
    // No network: she is who she was, and the next page asks again.
    return 'not_asked';
  }
}

// A frame may inherit the tap by which it was opened as its "user activation": what reached this page itself is counted.
function wasTouched(): boolean {
  const counts = performance.eventCounts;
  if (!counts) return navigator.userActivation?.hasBeenActive ?? true;
  return ['pointerdown', 'keydown', 'input'].some((type) => (counts.get(type) ?? 0) > 0);
}

// Where the browser keeps no cookie for us the session would "change" on every load, for ever.
function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}

/**
 * The way from the page to Messenger, as `bridge-contract.ts` describes it. `messengerOrigin` is written in front of
 * this text when the script is served.
 * @typedef {{ code: number, message: string }} SdkError
 */
/* global messengerOrigin */

const webviewKey = 'messenger_webview';

/** The webview's id, given to a top-level page in its fragment and kept for the tab; it never goes to the shop. */
function readWebviewId() {
  const found = new RegExp(`[#&]${webviewKey}=([\\w-]+)`).exec(window.location.hash);
  try {
    if (!found) return window.sessionStorage.getItem(webviewKey);
    window.sessionStorage.setItem(webviewKey, found[1]);
  } catch (error) {
    // A browser that keeps nothing for this page: the id then lives only as long as the page.
    console.warn('Messenger: no session storage', error);
  }
  if (!found) return null;
  const rest = window.location.hash.replace(found[0], '').replace(/^#?&?/, '');
  window.history.replaceState(
    window.history.state,
    '',
    rest ? `#${rest}` : window.location.pathname + window.location.search,
  );
  return found[1];
}

/** In a frame: ask the parent, and believe nobody else. */
function frameTransport() {
  const waiting = new Map();
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== messengerOrigin) return;
    const answer = event.data;
    if (answer?.messengerExtensions !== 'answer') return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return (call) =>
    new Promise((resolve) => {
      waiting.set(call.id, resolve);
      window.parent.postMessage(call, messengerOrigin);
    });
}

/** On its own: ask the server; the browser adds the page's origin. */
function directTransport(webviewId) {
  return async (call) => {
    const answer = await fetch(`${messengerOrigin}/webview/${webviewId}/sdk`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
    });
    return answer.json();
  };
}

function chooseTransport() {
  if (window.parent !== window) return frameTransport();
  const webviewId = readWebviewId();
  return webviewId ? directTransport(webviewId) : null;
}

const transport = chooseTransport();
let lastId = 0;

/** True when this page was opened by Messenger at all. */
export const insideMessenger = transport !== null;

/**
 * One request, one answer. Rejects with `{ code, message }` of Meta's list.
 * @param {string} method
 * @param {unknown} args
 */
export async function callMessenger(method, args) {
  if (!transport) throw { code: 2071011, message: 'Messenger Extensions are not enabled' };
  lastId += 1;
  const answer = await transport({ messengerExtensions: 'call', id: lastId, method, args });
  if (answer.ok) return answer.value;
  throw { code: answer.code, message: answer.message };
}

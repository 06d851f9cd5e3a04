import { Refusal } from '../world/exchange';
import type { WebTarget } from './graph/button-shapes';
import { newWebviewId } from './ids';
import type { Messenger } from './messenger';
import { openWebviewOf } from './screen-view';
import type { Webview } from './state';

/**
 * Opens a page over her thread; what was open before is closed. An ordinary browser cannot run the extensions, so it is
 * given `fallback_url` where the button has one.
 */
export function openWebview(messenger: Messenger, psid: string, target: WebTarget, title: string): Webview {
  const { state } = messenger;
  const before = openWebviewOf(messenger, psid);
  if (before) closeWebview(messenger, before.id);
  const inBrowser = state.host.kind === 'browser';
  const webview: Webview = {
    id: newWebviewId(),
    psid,
    url: (inBrowser ? target.fallback_url : undefined) ?? target.url,
    title,
    heightRatio: target.webview_height_ratio ?? 'full',
    shareHidden: target.webview_share_button === 'hide',
    extensions: (target.messenger_extensions ?? false) && !inBrowser,
    open: true,
  };
  state.webviews.set(webview.id, webview);
  messenger.changed();
  return webview;
}

/** The sheet goes with its webview: whatever it was about to tell the page is lost, as on a real phone. */
export function closeWebview(messenger: Messenger, id: string): void {
  const webview = messenger.state.webviews.get(id);
  if (!webview) throw new Refusal(404, `There is no webview ${id}.`);
  webview.open = false;
  for (const dialog of messenger.state.dialogs.values()) {
    if (dialog.webviewId !== id || !dialog.open) continue;
    dialog.open = false;
    dialog.events.push({ type: 'closed' });
  }
  messenger.changed();
}

import { randomBytes } from 'node:crypto';
import { type Answer, answerJson, type Call, Refusal, type Route } from '../world/exchange';
import { tell } from './events';
import { GraphError } from './graph/errors';
import { findPerson, type Messenger, threadOf } from './messenger';
import { openWebviewOf } from './screen-view';
import type { Webview } from './state';
import { closeWebview, openWebview } from './webviews';

const tokenLifeMs = 5 * 60 * 1000;

/** The log-in button opens the shop's page with a token for five minutes and the address that ends the linking. */
export function openLinking(messenger: Messenger, psid: string, address: string): Webview {
  const token = `AR${randomBytes(24).toString('base64url')}`;
  messenger.state.linkTokens.set(token, { psid, atMs: messenger.world.clock.nowMs() });
  const url = new URL(address);
  url.searchParams.set('account_linking_token', token);
  url.searchParams.set('redirect_uri', `${messenger.world.origins.messenger}/linking/${token}?app=messenger`);
  return openWebview(messenger, psid, { type: 'web_url', url: url.href }, url.host);
}

function psidOf(messenger: Messenger, token: string): string | null {
  const known = messenger.state.linkTokens.get(token);
  if (!known || messenger.world.clock.nowMs() - known.atMs > tokenLifeMs) return null;
  return known.psid;
}

/** `GET /me?fields=recipient&account_linking_token=…`: who is linking; it does not end the linking. */
export function readLinkingPerson(messenger: Messenger, token: string): Answer {
  const psid = psidOf(messenger, token);
  if (!psid) throw new GraphError(10303, 'Invalid account_linking_token');
  return answerJson({ id: messenger.world.accounts.page.id, recipient: psid });
}

export function unlinkAccount(messenger: Messenger, psid: string): void {
  tell(messenger, 'messaging_account_linking', threadOf(messenger, psid), { account_linking: { status: 'unlinked' } });
}

/** Where the shop sends the webview back to: with an `authorization_code` the accounts are linked, without one not. */
function endLinking(messenger: Messenger, call: Call): Answer {
  const token = call.params.token ?? '';
  const psid = psidOf(messenger, token);
  if (!psid || !findPerson(messenger, psid)) throw new Refusal(400, 'This linking is over.');
  messenger.state.linkTokens.delete(token);
  const code = call.url.searchParams.get('authorization_code');
  if (code) {
    const event = { account_linking: { status: 'linked', authorization_code: code } };
    tell(messenger, 'messaging_account_linking', threadOf(messenger, psid), event);
  }
  const webview = openWebviewOf(messenger, psid);
  if (webview) closeWebview(messenger, webview.id);
  return answerJson({ linked: code !== null });
}

export function linkingRoutes(messenger: Messenger): Route[] {
  return [{ method: 'GET', pattern: '/linking/:token', handler: (call) => endLinking(messenger, call) }];
}

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { beginShareFlow } from './begin-share';
import type { BridgeAnswer, BridgeMethod } from './bridge-contract';
import { BridgeError, sdkErrors } from './bridge-error';
import type { BridgeHandler } from './bridge-handler';
import { supportedFeatures } from './features';
import { isListed } from './graph/domains';
import { findPerson, type Messenger, threadOf } from './messenger';
import { paymentMethods } from './payment-bridge';
import { signContext, tamperContext } from './signing';
import type { Webview } from './state';
import { closeWebview } from './webviews';

export const callShape = z.strictObject({
  messengerExtensions: z.literal('call'),
  id: z.number().int(),
  method: z.string(),
  args: z.unknown().optional(),
});

export const relayedShape = z.strictObject({ origin: z.string(), call: callShape });
export type ReceivedCall = z.infer<typeof callShape>;

const appArgs = z.object({ appId: z.union([z.string(), z.number()]).transform(String) });
const permissionArgs = z.object({ permission: z.string() });
/** The one group thread of this world. */
const GROUP = '1411911000000001';
const permissionNames = ['user_profile', 'user_messaging'];

function getContext(messenger: Messenger, webview: Webview, args: unknown): unknown {
  const { accounts, clock } = messenger.world;
  const app = appArgs.safeParse(args);
  if (!app.success || app.data.appId !== accounts.app.id) throw sdkErrors.wrongApp();
  const { psid } = webview;
  const inGroup = messenger.state.host.threadKind === 'group';
  const context = {
    issuedAtSeconds: clock.nowSeconds(),
    pageId: accounts.page.id,
    psid,
    threadType: inGroup ? ('GROUP' as const) : ('USER_TO_PAGE' as const),
    tid: inGroup ? GROUP : psid,
  };
  const signed = signContext(context, accounts.app.secret);
  const other = [...messenger.state.people.keys()].find((candidate) => candidate !== psid) ?? '4016091299999999';
  const forged = messenger.state.host.sdk === 'tampered';
  return {
    thread_type: context.threadType,
    tid: forged ? other : context.tid,
    psid: forged ? other : psid,
    signed_request: forged ? tamperContext(signed, other) : signed,
  };
}

/** A refusal is a success with `isGranted: false`. In this world she grants what she is asked for. */
function askPermission(messenger: Messenger, webview: Webview, args: unknown): unknown {
  const asked = permissionArgs.safeParse(args);
  if (!asked.success || !permissionNames.includes(asked.data.permission)) throw sdkErrors.badPermission();
  const thread = threadOf(messenger, webview.psid);
  const isGranted = thread.permissions.includes(asked.data.permission);
  return { isGranted, permissions: isGranted ? [asked.data.permission] : [] };
}

const methods: Partial<Record<BridgeMethod, BridgeHandler>> = {
  getContext,
  getUserID: (messenger, webview) => {
    if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
    return { psid: webview.psid };
  },
  getSupportedFeatures: (messenger) => ({ supported_features: supportedFeatures(messenger) }),
  askPermission,
  getGrantedPermissions: (messenger, webview) => ({ permissions: threadOf(messenger, webview.psid).permissions }),
  requestCloseBrowser: (messenger, webview) => {
    closeWebview(messenger, webview.id);
    return null;
  },
  beginShareFlow,
  ...paymentMethods,
};

/** The first word of the SDK: whether, and how late, it will ever say that it is ready. */
async function sayHello(messenger: Messenger): Promise<unknown> {
  const { sdk, slowMs } = messenger.state.host;
  if (sdk === 'slow') await pause(slowMs);
  return { ready: sdk !== 'off', era: messenger.world.era };
}

async function perform(messenger: Messenger, webviewId: string, origin: string, call: ReceivedCall): Promise<unknown> {
  if (call.method === 'hello') return sayHello(messenger);
  const webview = messenger.state.webviews.get(webviewId);
  if (!webview?.open || !findPerson(messenger, webview.psid)) throw sdkErrors.unexpected('the webview is closed');
  const listed = isListed(origin, messenger.state.profile.whitelisted_domains ?? []);
  if (!webview.extensions || !listed) throw sdkErrors.notEnabled();
  if (messenger.state.host.client === 'old') throw sdkErrors.unsupported();
  const handler = Object.entries(methods).find(([name]) => name === call.method)?.[1];
  if (!handler) throw sdkErrors.unsupported();
  return handler(messenger, webview, call.args);
}

/**
 * Answers one call of the SDK for the webview that it came from. `origin` is what the browser vouches for (the event's
 * origin in the screen, the Origin header outside of it); a page that is not listed learns nothing.
 */
export async function answerBridge(
  messenger: Messenger,
  webviewId: string,
  origin: string,
  call: ReceivedCall,
): Promise<BridgeAnswer> {
  const { wire } = messenger.world;
  // Following a payment sheet is asking again and again: not worth a line each time.
  const entry =
    call.method === 'paymentNext'
      ? null
      : wire.begin({
          direction: 'webview → messenger',
          method: 'SDK',
          url: call.method,
          requestHeaders: { origin },
          requestBody: JSON.stringify(call.args ?? null),
        });
  const answer = await attempt(messenger, webviewId, origin, call);
  const responseBody = JSON.stringify(answer.ok ? answer.value : { code: answer.code, message: answer.message });
  if (entry) wire.end(entry, { status: answer.ok ? 200 : 400, responseHeaders: {}, responseBody });
  return answer;
}

async function attempt(
  messenger: Messenger,
  webviewId: string,
  origin: string,
  call: ReceivedCall,
): Promise<BridgeAnswer> {
  const mark = { messengerExtensions: 'answer' as const, id: call.id };
  try {
    return { ...mark, ok: true, value: (await perform(messenger, webviewId, origin, call)) ?? null };
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    return { ...mark, ok: false, code: error.code, message: error.message };
  }
}

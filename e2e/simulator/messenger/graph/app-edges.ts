import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import type { Messenger } from '../messenger';
import { checkAppAccess, readBody } from './access';
import { invalidParameter } from './errors';
import { parseParams } from './parse';

const webhookPath = '/api/messenger/webhook';
const scopes = ['pages_messaging', 'pages_manage_metadata', 'page_utility_messaging', 'public_profile'];

/** Where the app's dashboard says that its webhooks go. */
export function callbackUrlOf(messenger: Messenger): string {
  return messenger.state.callbackUrl ?? `${messenger.world.shopOrigin}${webhookPath}`;
}

function subscriptions(messenger: Messenger, version: string): Answer {
  const fields = messenger.state.appFields.map((name) => ({ name, version }));
  return answerJson({ data: [{ object: 'page', callback_url: callbackUrlOf(messenger), active: true, fields }] });
}

const subscribeShape = z.looseObject({
  object: z.literal('page'),
  callback_url: z.url(),
  fields: z.union([z.string(), z.array(z.string())]),
  verify_token: z.string(),
});

function subscribeApp(messenger: Messenger, call: Call): Answer {
  const body = parseParams(subscribeShape, readBody(call));
  if (body.verify_token !== messenger.world.accounts.app.verifyToken)
    throw invalidParameter('(#2200) Callback verification failed: the challenge was not echoed');
  messenger.state.callbackUrl = body.callback_url;
  messenger.state.appFields = typeof body.fields === 'string' ? body.fields.split(',') : body.fields;
  return answerJson({ success: true });
}

/**
 * What is asked about the app itself, with the app's own token (`id|secret`): its webhook, and whether a token is any good.
 * Null for everything else.
 */
export function answerForApp(messenger: Messenger, call: Call, node: string, edge: string | undefined): Answer | null {
  const { app, page } = messenger.world.accounts;
  const isToken = node === 'debug_token' && edge === undefined;
  if (!isToken && !(node === app.id && edge === 'subscriptions')) return null;
  checkAppAccess(messenger.world, call);
  if (!isToken)
    return call.method === 'POST' ? subscribeApp(messenger, call) : subscriptions(messenger, call.params.version ?? '');
  const isValid = call.url.searchParams.get('input_token') === page.accessToken;
  const facts = { app_id: app.id, type: 'PAGE', application: 'Kiosk', expires_at: 0, is_valid: isValid };
  const problem = { code: 190, message: 'Invalid OAuth access token.' };
  return answerJson({
    data: isValid ? { ...facts, issued_at: 1_785_000_000, scopes, profile_id: page.id } : { ...facts, error: problem },
  });
}

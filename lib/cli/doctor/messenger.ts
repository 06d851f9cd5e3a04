import {
  isProofRequired,
  type Looked,
  lookAtFields,
  lookAtProfile,
  lookAtToken,
  lookAtWebhook,
} from '@/lib/messenger/checkup';
import type { SetupOptions } from '@/lib/messenger/profile';
import type { Env } from '@/lib/server/env';
import { broken, type Finding, fine, note, PATIENCE_MS } from './finding';

const SETUP = 'Run npm run messenger:setup: it changes only what differs.';
const NEW_TOKEN = 'Make a new token for the Page and set FACEBOOK_PAGE_ACCESS_TOKEN; check FACEBOOK_APP_SECRET.';
const PROFILE: Record<string, string> = {
  whitelisted_domains:
    'the shop’s domain is not on the Page’s list: the webview knows nobody, buttons are refused (2018063)',
  get_started: 'the Page has no Get Started button: new people cannot begin',
  greeting: 'the Page’s greeting is not the shop’s',
  ice_breakers: 'the Page’s ice breakers are not the shop’s',
  persistent_menu: 'the Page’s menu is stale: it is not the one that the shop offers',
};

/** Token, proof, profile and webhook of the Page. Without a good token nothing else is looked at. */
export async function lookAtMessenger(env: Env, shopName: string | null): Promise<Finding[]> {
  const options: SetupOptions = {
    origin: env.GRAPH_API_ORIGIN,
    version: env.GRAPH_API_VERSION,
    pageAccessToken: env.FACEBOOK_PAGE_ACCESS_TOKEN,
    appSecret: env.FACEBOOK_APP_SECRET[0],
    pageId: env.FACEBOOK_PAGE_ID,
    appId: env.FACEBOOK_APP_ID,
    publicUrl: env.PUBLIC_URL,
    shopName: shopName ?? '',
    timeoutMs: PATIENCE_MS,
  };
  const page = await lookAtToken(options);
  if (page.is === 'refused') return [broken(`Messenger refuses the Page’s token (code ${page.code})`, NEW_TOKEN)];
  if (page.is === 'unanswered') return [broken('Messenger does not answer', `Is ${options.origin} within reach?`)];
  if (page.value !== options.pageId)
    return [broken('the token belongs to another Page', 'Set FACEBOOK_PAGE_ID to the token’s Page.')];
  return [
    fine('Messenger knows the Page'),
    (await isProofRequired(options))
      ? fine('the app requires appsecret_proof')
      : broken('the app takes calls without appsecret_proof: a stolen token is enough', PROOF),
    // What it should say depends on the shop's name, which the database keeps.
    ...(shopName === null ? [] : ofProfile(await lookAtProfile(options))),
    ofFields(await lookAtFields(options)),
    ofWebhook(await lookAtWebhook(options), `${options.publicUrl}/api/messenger/webhook`),
  ];
}

const PROOF = 'Switch on “Require App Secret” in the app’s settings at Meta (Advanced, Security).';

function ofProfile(profile: Looked<string[]>): Finding[] {
  if (profile.is !== 'seen') return [unread('the Page’s profile', profile)];
  if (profile.value.length === 0) return [fine('the Page’s profile is as the shop needs it')];
  return profile.value.map((name) => broken(PROFILE[name] ?? `the Page’s ${name} is not the shop’s`, SETUP));
}

function ofFields(fields: Looked<string[]>): Finding {
  if (fields.is !== 'seen') return unread('the webhook’s fields', fields);
  if (fields.value.length === 0) return fine('the Page tells the shop all that it needs to hear');
  return broken(`the Page does not tell the shop of ${fields.value.join(', ')}`, SETUP);
}

function ofWebhook(webhook: Looked<string | null>, wanted: string): Finding {
  if (webhook.is !== 'seen') return unread('the webhook’s address', webhook);
  if (webhook.value === wanted) return fine(`Messenger’s webhooks come to ${wanted}`);
  const where = webhook.value === null ? 'nowhere' : `to ${webhook.value}`;
  const remedy = `In the app’s settings at Meta (Webhooks, Page) set ${wanted} with FACEBOOK_VERIFY_TOKEN.`;
  return broken(`Messenger’s webhooks go ${where}`, remedy);
}

function unread(what: string, looked: { is: 'refused'; code: number } | { is: 'unanswered' }): Finding {
  const why = looked.is === 'refused' ? ` (code ${looked.code})` : '';
  return note(`${what} could not be read${why}`, 'Meta allows ten profile calls in ten minutes: look again later.');
}

import type { DoctorSays, Unread } from '@/lib/domain/words/doctor';
import {
  isProofRequired,
  type Looked,
  lookAtFields,
  lookAtProfile,
  lookAtToken,
  lookAtWebhook,
  type PageHas,
} from '@/lib/messenger/checkup';
import type { SetupOptions } from '@/lib/messenger/profile';
import type { Env } from '../env';
import { setupOptionsOf } from '../set-up-page';
import { broken, type Finding, type FindingTopic, fine, note, PATIENCE_MS } from './finding';

const PROFILE: Record<string, DoctorSays> = {
  get_started: (words) => words.noGetStarted,
  greeting: (words) => words.greeting,
  ice_breakers: (words) => words.iceBreakers,
  persistent_menu: (words) => words.menu,
};
const DOMAINS = 'whitelisted_domains';

/** What the database knows of the Page; what it should say depends on the shop's name. */
export type ShopOnPage = PageHas & { name: string };

/** Token, proof, profile and webhook of the Page. Without a good token nothing else is looked at. */
export async function lookAtMessenger(env: Env, shop: ShopOnPage | null): Promise<Finding[]> {
  const options: SetupOptions = { ...setupOptionsOf(env, shop?.name ?? ''), timeoutMs: PATIENCE_MS };
  const page = await lookAtToken(options);
  if (page.is === 'refused') return [broken('page', (words) => words.token(page.code))];
  if (page.is === 'unanswered') return [broken('page', (words) => words.messengerSilent(options.origin))];
  if (page.value !== options.pageId) return [broken('page', (words) => words.otherPage)];
  return [
    fine('page', (words) => words.page),
    (await isProofRequired(options)) ? fine('page', (words) => words.proof) : broken('page', (words) => words.noProof),
    ...(shop ? ofProfile(await lookAtProfile(options)) : []),
    ofFields(await lookAtFields(options, shop ?? { templates: false, native: false })),
    ofWebhook(await lookAtWebhook(options), `${options.publicUrl}/api/messenger/webhook`),
  ];
}

function ofProfile(profile: Looked<string[]>): Finding[] {
  if (profile.is !== 'seen') return [unread('allow_list', 'profile', profile)];
  const differing = profile.value.filter((name) => name !== DOMAINS);
  return [
    profile.value.includes(DOMAINS)
      ? broken('allow_list', (words) => words.notListed)
      : fine('allow_list', (words) => words.listed),
    ...(differing.length === 0 ? [fine('page', (words) => words.profile)] : []),
    ...differing.map((name) => broken('page', PROFILE[name] ?? ((words) => words.otherProfile(name)))),
  ];
}

function ofFields(fields: Looked<string[]>): Finding {
  if (fields.is !== 'seen') return unread('webhook', 'fields', fields);
  if (fields.value.length === 0) return fine('webhook', (words) => words.fields);
  return broken('webhook', (words) => words.missingFields(fields.value.join(', ')));
}

function ofWebhook(webhook: Looked<string | null>, wanted: string): Finding {
  if (webhook.is !== 'seen') return unread('webhook', 'webhook', webhook);
  if (webhook.value === wanted) return fine('webhook', (words) => words.webhook(wanted));
  return broken('webhook', (words) => words.webhookElsewhere(webhook.value, wanted));
}

type NotSeen = { is: 'refused'; code: number } | { is: 'unanswered' };

function unread(about: FindingTopic, which: Unread, looked: NotSeen): Finding {
  return note(about, (words) => words.unread(which, looked.is === 'refused' ? looked.code : null));
}

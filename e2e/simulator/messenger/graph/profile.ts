import { type Answer, answerJson, type Call } from '../../world/exchange';
import type { Messenger } from '../messenger';
import { isListed, listedOrigin } from './domains';
import { invalidParameter, knownErrors } from './errors';
import { parseParams } from './parse';
import {
  deleteShape,
  oldProfileFields,
  type PageProfile,
  profileFieldShape,
  profileShape,
  type ThreadSetting,
  threadSettingShape,
} from './profile-shapes';

const windowMs = 10 * 60 * 1000;
const callsPerWindow = 10;

/** 10 calls in 10 minutes for a Page, reading included. */
export function countProfileCall(messenger: Messenger): void {
  const now = messenger.world.clock.nowMs();
  const recent = messenger.state.profileCallsAtMs.filter((at) => at > now - windowMs);
  messenger.state.profileCallsAtMs = [...recent, now];
  if (recent.length >= callsPerWindow) throw knownErrors.rate();
}

function normalised(domains: string[]): string[] {
  // Seen in Meta's answers: what was set without a slash comes back with one.
  return [...new Set(domains.map((domain) => `${listedOrigin(domain)}/`))];
}

function checkExtensionLinks(profile: PageProfile, listed: string[]): void {
  const items = (profile.persistent_menu ?? []).flatMap((menu) => menu.call_to_actions);
  for (const item of items) {
    if (item.type !== 'web_url' || !item.messenger_extensions) continue;
    if (!isListed(item.url, listed)) throw knownErrors['not-whitelisted']();
  }
  // The domain of home_url has to be there before: set in the same call it is too late.
  if (profile.home_url && !isListed(profile.home_url.url, listed)) throw knownErrors['not-whitelisted']();
}

export function setProfile(messenger: Messenger, value: unknown): Answer {
  countProfileCall(messenger);
  const { state, world } = messenger;
  const fields = parseParams(profileShape, value);
  if (Object.keys(fields).length === 0) throw invalidParameter('Param body: at least one field is needed');
  const gone = oldProfileFields.find((field) => field in fields);
  if (gone && world.era !== '2016') throw invalidParameter(`Param ${gone} is no longer supported`);
  const listed = fields.whitelisted_domains ? normalised(fields.whitelisted_domains) : null;
  checkExtensionLinks(fields, state.profile.whitelisted_domains ?? []);
  if (fields.persistent_menu && !fields.get_started && !state.profile.get_started) {
    throw invalidParameter('You must set a Get Started button if you also wish to use persistent menu');
  }
  const payments = fields.payment_settings
    ? { payment_settings: { ...state.profile.payment_settings, ...fields.payment_settings } }
    : {};
  state.profile = { ...state.profile, ...fields, ...payments, ...(listed ? { whitelisted_domains: listed } : {}) };
  messenger.changed();
  return answerJson({ result: 'success' });
}

export function getProfile(messenger: Messenger, call: Call): Answer {
  countProfileCall(messenger);
  const asked = (call.url.searchParams.get('fields') ?? '').split(',').filter((name) => name !== '');
  if (asked.length === 0) throw invalidParameter('Param fields is required');
  const names = asked.map((name) => parseParams(profileFieldShape, name));
  const gone = oldProfileFields.find((field) => names.some((name) => name === field));
  if (gone && messenger.world.era !== '2016') throw invalidParameter(`Tried accessing nonexisting field (${gone})`);
  const set = Object.entries(messenger.state.profile).filter(([name]) => names.some((asked) => asked === name));
  return answerJson({ data: set.length === 0 ? [] : [Object.fromEntries(set)] });
}

export function deleteProfile(messenger: Messenger, value: unknown): Answer {
  countProfileCall(messenger);
  const { fields } = parseParams(deleteShape, value);
  const { state } = messenger;
  if (fields.includes('get_started') && state.profile.persistent_menu && !fields.includes('persistent_menu')) {
    throw invalidParameter('You must delete the persistent menu before the Get Started button');
  }
  state.profile = Object.fromEntries(Object.entries(state.profile).filter(([name]) => !fields.some((f) => f === name)));
  messenger.changed();
  return answerJson({ result: 'success' });
}

function settingAsProfile(messenger: Messenger, setting: ThreadSetting): PageProfile {
  const { profile } = messenger.state;
  switch (setting.setting_type) {
    case 'domain_whitelisting': {
      const given = normalised(setting.whitelisted_domains);
      const before = profile.whitelisted_domains ?? [];
      const kept = before.filter((domain) => !given.includes(domain));
      return { whitelisted_domains: setting.domain_action_type === 'add' ? [...kept, ...given] : kept };
    }
    case 'payment': {
      const testers = profile.payment_settings?.testers ?? [];
      const named = setting.payment_testers ?? [];
      const others = testers.filter((tester) => !named.includes(tester));
      return {
        payment_settings: {
          ...profile.payment_settings,
          ...(setting.payment_privacy_url ? { privacy_url: setting.payment_privacy_url } : {}),
          ...(setting.payment_public_key ? { public_key: setting.payment_public_key } : {}),
          testers: setting.payment_dev_mode_action === 'REMOVE' ? others : [...others, ...named],
        },
      };
    }
    case 'greeting':
      return { greeting: [{ locale: 'default', text: setting.greeting.text }] };
    case 'call_to_actions': {
      const [first] = setting.call_to_actions;
      return first ? { get_started: { payload: first.payload } } : {};
    }
    case 'account_linking':
      return { account_linking_url: setting.account_linking_url };
  }
}

/** `POST /v2.6/me/thread_settings`: the profile's predecessor, in era 2016 only. */
export function setThreadSetting(messenger: Messenger, value: unknown): Answer {
  if (messenger.world.era !== '2016') throw invalidParameter('Thread settings are no longer supported');
  const setting = parseParams(threadSettingShape, value);
  messenger.state.profile = { ...messenger.state.profile, ...settingAsProfile(messenger, setting) };
  messenger.changed();
  // The answers of 2016 were free text; the word for payments is invented.
  const text = setting.setting_type === 'payment' && setting.payment_privacy_url;
  return answerJson({ result: text ? 'Successfully set payment privacy url' : 'success' });
}

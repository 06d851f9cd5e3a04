import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { findPerson, type Messenger } from '../messenger';
import { readBody } from './access';
import { invalidParameter, knownErrors } from './errors';
import { parseParams } from './parse';
import { menuShape } from './profile-shapes';

function personOf(messenger: Messenger, psid: string | null): string {
  if (psid === null || !findPerson(messenger, psid)) throw knownErrors['no-such-user']();
  return psid;
}

/** `custom_user_settings`: a menu for one person, instead of the Page's. */
export function setUserSettings(messenger: Messenger, call: Call): Answer {
  const shape = z.strictObject({ psid: z.string(), persistent_menu: menuShape });
  const { psid, persistent_menu: menu } = parseParams(shape, readBody(call));
  if (!messenger.state.profile.get_started)
    throw invalidParameter('You must set a Get Started button if you also wish to use persistent menu');
  messenger.state.userMenus.set(personOf(messenger, psid), menu);
  messenger.changed();
  return answerJson({ result: 'success' });
}

export function getUserSettings(messenger: Messenger, call: Call): Answer {
  const psid = personOf(messenger, call.url.searchParams.get('psid'));
  const [own, ofPage] = [messenger.state.userMenus.get(psid), messenger.state.profile.persistent_menu];
  const settings = {
    ...(own ? { user_level_persistent_menu: own } : {}),
    ...(ofPage ? { page_level_persistent_menu: ofPage } : {}),
  };
  return answerJson({ data: Object.keys(settings).length > 0 ? [settings] : [] });
}

export function deleteUserSettings(messenger: Messenger, call: Call): Answer {
  const { searchParams } = call.url;
  const psid = personOf(messenger, searchParams.get('psid'));
  if (!/"persistent_menu"/.test(searchParams.get('params') ?? '')) throw invalidParameter('Param params is required');
  messenger.state.userMenus.delete(psid);
  messenger.changed();
  return answerJson({ result: 'success' });
}

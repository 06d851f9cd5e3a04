import { z } from 'zod';
import { type Answer, answerJson, type Call, type Handler } from '../../world/exchange';
import { readLinkingPerson, unlinkAccount } from '../account-linking';
import { findByAsid } from '../app-callbacks';
import { newDigits } from '../ids';
import { answerMarketing } from '../marketing/marketing-api';
import { allFields, findPerson, type Messenger, threadOf } from '../messenger';
import type { Person } from '../people';
import { checkAccess, checkPage, readBody } from './access';
import { answerForApp } from './app-edges';
import { answerBatch } from './batch';
import { makeCode } from './codes';
import { answerGraphError, GraphError, invalidParameter, knownErrors } from './errors';
import { answerLabel, listLabels, makeLabel } from './labels';
import { mediaAttachmentShape } from './message-shapes';
import { listTemplates, makeTemplate } from './message-templates';
import { parseParams } from './parse';
import { answerPersona, listPersonas, makePersona } from './personas';
import { deleteProfile, getProfile, setProfile, setThreadSetting } from './profile';
import { sendMessage } from './send';
import { passThread, readThreadOwner, requestThread, takeThread } from './thread-control';
import { withoutFile } from './uploads';
import { deleteUserSettings, getUserSettings, setUserSettings } from './user-settings';

const fieldShape = z.string().refine((field) => allFields.includes(field) || knownOtherFields.includes(field));
/** Exist at Meta, send nothing in this world. */
const knownOtherFields = [
  'message_reactions',
  'message_edits',
  'messaging_policy_enforcement',
  'messaging_feedback',
  'messaging_customer_information',
  'send_cart',
  'feed',
  'message_template_status_update',
];

function subscribe(messenger: Messenger, call: Call): Answer {
  const body = z.object({ subscribed_fields: z.union([z.string(), z.array(z.string())]).optional() });
  const given = call.url.searchParams.get('subscribed_fields') ?? parseParams(body, readBody(call)).subscribed_fields;
  const fields = typeof given === 'string' ? given.split(',').map((name) => name.trim()) : given;
  // In 2016 the call took no list: the dashboard decided.
  if (!fields && messenger.world.era !== '2016') throw invalidParameter('Param subscribed_fields must not be empty');
  const wrong = fields?.find((field) => !fieldShape.safeParse(field).success);
  if (wrong) throw invalidParameter(`Param subscribed_fields: ${wrong} is not a valid field`);
  messenger.state.subscribedFields = fields ?? [...allFields];
  return answerJson({ success: true });
}

function subscriptions(messenger: Messenger): Answer {
  const { subscribedFields } = messenger.state;
  const app = { id: messenger.world.accounts.app.id, name: 'Kiosk', category: 'Business' };
  return answerJson({ data: subscribedFields.length > 0 ? [{ ...app, subscribed_fields: subscribedFields }] : [] });
}

/** The profile of somebody who has written to the Page; for others there is none to read. */
function readPerson(messenger: Messenger, person: Person, call: Call): Answer {
  if (threadOf(messenger, person.psid).lastActedAtMs === null) {
    throw new GraphError(100, '(#100) No profile available for this user.', 2018218);
  }
  const all: Record<string, unknown> = {
    id: person.psid,
    name: `${person.firstName} ${person.lastName}`.trim(),
    first_name: person.firstName,
    last_name: person.lastName,
    profile_pic: `${messenger.world.origins.messenger}/people/${person.psid}.svg`,
    locale: person.locale,
  };
  const asked = (call.url.searchParams.get('fields') ?? 'first_name,last_name,profile_pic').split(',');
  const wrong = asked.find((name) => !(name in all));
  if (wrong) throw invalidParameter(`Tried accessing nonexisting field (${wrong}) on node type (User)`);
  const fields = Object.entries(all).filter(([name]) => asked.includes(name) || name === 'id');
  return answerJson(Object.fromEntries(fields));
}

/** Whom the Page knows a person of the app as, once she has written to it. */
function idsForPages(messenger: Messenger, asid: string): Answer {
  const person = findByAsid(messenger, asid);
  if (!person) throw invalidParameter(`Object with ID '${asid}' does not exist`);
  const { id, name } = messenger.world.accounts.page;
  const wrote = threadOf(messenger, person.psid).lastActedAtMs !== null;
  return answerJson({ data: wrote ? [{ id: person.psid, page: { id, name } }] : [] });
}

function unlink(messenger: Messenger, call: Call): Answer {
  const { psid } = parseParams(z.strictObject({ psid: z.string() }), readBody(call));
  if (!findPerson(messenger, psid)) throw knownErrors['no-such-user']();
  unlinkAccount(messenger, psid);
  return answerJson({ result: 'unlink account success' });
}

function uploadAttachment(messenger: Messenger, call: Call): Answer {
  const shape = z.strictObject({ message: z.strictObject({ attachment: mediaAttachmentShape }) });
  const { payload } = parseParams(shape, readBody(call)).message.attachment;
  if (!payload.url) throw knownErrors['fetch-failed']();
  const id = newDigits(16);
  messenger.state.attachments.set(id, payload.url);
  return answerJson({ attachment_id: id });
}

type Edge = (messenger: Messenger, call: Call) => Answer;

const pageEdges: Record<string, Edge> = {
  'POST messages': (messenger, call) => sendMessage(messenger, readBody(call)),
  'GET messenger_profile': getProfile,
  'POST messenger_profile': (messenger, call) => setProfile(messenger, readBody(call)),
  'DELETE messenger_profile': (messenger, call) => deleteProfile(messenger, readBody(call)),
  'POST thread_settings': (messenger, call) => setThreadSetting(messenger, readBody(call)),
  'GET subscribed_apps': subscriptions,
  'POST subscribed_apps': subscribe,
  'POST pass_thread_control': (messenger, call) => passThread(messenger, readBody(call)),
  'POST take_thread_control': (messenger, call) => takeThread(messenger, readBody(call)),
  'POST request_thread_control': (messenger, call) => requestThread(messenger, readBody(call)),
  'POST unlink_accounts': unlink,
  'POST messenger_codes': makeCode,
  'GET thread_owner': readThreadOwner,
  'GET secondary_receivers': () => answerJson({ data: [] }),
  'GET messaging_feature_review': () => answerJson({ data: [] }),
  'GET custom_user_settings': getUserSettings,
  'POST custom_user_settings': setUserSettings,
  'DELETE custom_user_settings': deleteUserSettings,
  'GET custom_labels': (messenger) => listLabels(messenger, null),
  'POST custom_labels': makeLabel,
  'GET personas': listPersonas,
  'POST personas': makePersona,
  'POST message_attachments': uploadAttachment,
  'GET message_templates': listTemplates,
  'POST message_templates': (messenger, call) => makeTemplate(messenger, readBody(call)),
};

/** A refusal that a test has ordered by name comes before anything is looked at. */
function takeOrderedError(messenger: Messenger): GraphError | null {
  const ordered = messenger.state.orderedErrors.find((one) => one.times > 0);
  if (!ordered) return null;
  ordered.times -= 1;
  const make = Object.entries(knownErrors).find(([name]) => name === ordered.name)?.[1];
  return make ? make() : null;
}

function route(messenger: Messenger, call: Call): Answer {
  const [node = '', edge, ...rest] = (call.params.rest ?? '').split('/');
  const ofApp = answerForApp(messenger, call, node, edge);
  if (ofApp) return ofApp;
  const isMarketing = node.startsWith('act_') || messenger.state.ads.has(node);
  const { ads, page } = messenger.world.accounts;
  const token = isMarketing ? ads.accessToken : page.accessToken;
  checkAccess(messenger.world, call, { token, requiresProof: messenger.state.requiresProof });
  const ordered = takeOrderedError(messenger);
  if (ordered) throw ordered;
  if (isMarketing) return answerMarketing(messenger, call, node, edge ?? '');
  if (edge === undefined && call.method === 'GET') {
    const person = findPerson(messenger, node);
    if (person) return readPerson(messenger, person, call);
    const persona = answerPersona(messenger, call, node) ?? answerLabel(messenger, call, node, edge);
    if (persona) return persona;
    checkPage(messenger.world, node);
    const linking = call.url.searchParams.get('account_linking_token');
    if (linking !== null) return readLinkingPerson(messenger, linking);
    return answerJson({ id: messenger.world.accounts.page.id, name: messenger.world.accounts.page.name });
  }
  if (edge === 'ids_for_pages' && call.method === 'GET') return idsForPages(messenger, node);
  if (edge === 'custom_labels' && findPerson(messenger, node)) return listLabels(messenger, node);
  const named =
    answerLabel(messenger, call, node, edge) ?? (edge === undefined ? answerPersona(messenger, call, node) : null);
  if (named) return named;
  checkPage(messenger.world, node);
  const act = pageEdges[`${call.method} ${edge}`];
  if (!act || rest.length > 0) {
    throw new GraphError(2500, `Unknown path components: /${edge ?? ''}`);
  }
  return act(messenger, call);
}

function answerOne(messenger: Messenger, call: Call): Answer {
  try {
    return route(messenger, call);
  } catch (error) {
    if (error instanceof GraphError) return answerGraphError(error);
    throw error;
  }
}

/** Everything under `/v<major>.<minor>/`. */
export function graphHandler(messenger: Messenger): Handler {
  return async (call) => {
    try {
      if (!/^v\d+\.\d+$/.test(call.params.version ?? '')) {
        throw new GraphError(2500, `Unknown path components: ${call.url.pathname}`);
      }
      const whole = await withoutFile(messenger, call);
      const isBatch = call.params.rest === '' && call.method === 'POST';
      if (isBatch) return await answerBatch(call, readBody(whole), (one) => answerOne(messenger, one));
      return answerOne(messenger, whole);
    } catch (error) {
      if (error instanceof GraphError) return answerGraphError(error);
      throw error;
    }
  };
}

import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { findPerson, type Messenger, threadOf } from '../messenger';
import type { Thread } from '../state';
import { knownErrors } from './errors';
import { parseParams } from './parse';

const recipient = z.strictObject({ id: z.string() });
const appId = z.union([z.string(), z.number()]).transform(String);
const metadata = z.string().max(1000).optional();
const passShape = z.strictObject({ recipient, target_app_id: appId, metadata });
const takeShape = z.strictObject({ recipient, metadata });

function threadFor(messenger: Messenger, psid: string): Thread {
  if (!findPerson(messenger, psid)) throw knownErrors['no-such-user']();
  return threadOf(messenger, psid);
}

/** Hands the thread to another app, the Page's inbox for one: from then on events come as `standby`. */
export function passThread(messenger: Messenger, value: unknown): Answer {
  const body = parseParams(passShape, value);
  const thread = threadFor(messenger, body.recipient.id);
  if (thread.ownerAppId !== null) throw knownErrors['not-thread-owner']();
  const own = body.target_app_id === messenger.world.accounts.app.id;
  thread.ownerAppId = own ? null : body.target_app_id;
  messenger.changed();
  return answerJson({ success: true });
}

/** The demo app is the primary receiver, so it may take a thread back. */
export function takeThread(messenger: Messenger, value: unknown): Answer {
  const body = parseParams(takeShape, value);
  threadFor(messenger, body.recipient.id).ownerAppId = null;
  messenger.changed();
  return answerJson({ success: true });
}

/** Asks the owner for the thread. Nobody in this world answers: the lever `…/owner` does. */
export function requestThread(messenger: Messenger, value: unknown): Answer {
  const body = parseParams(takeShape, value);
  threadFor(messenger, body.recipient.id);
  return answerJson({ success: true });
}

/** Who leads a thread at the moment. */
export function readThreadOwner(messenger: Messenger, call: Call): Answer {
  const { ownerAppId } = threadFor(messenger, call.url.searchParams.get('recipient') ?? '');
  return answerJson({ data: [{ thread_owner: { app_id: ownerAppId ?? messenger.world.accounts.app.id } }] });
}

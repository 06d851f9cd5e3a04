import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { passControl, requestControl, takeControl } from '../inbox';
import { findPerson, type Messenger, threadOf } from '../messenger';
import type { Thread } from '../state';
import { GraphError, knownErrors } from './errors';
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
  const { recipient, target_app_id: to, metadata } = parseParams(passShape, value);
  if (threadFor(messenger, recipient.id).ownerAppId !== null) throw knownErrors['not-thread-owner']();
  passControl(messenger, recipient.id, to, metadata);
  return answerJson({ success: true });
}

/** Takes a thread back, which is for the Page's primary app alone. The code of the refusal is not confirmed. */
export function takeThread(messenger: Messenger, value: unknown): Answer {
  const { recipient, metadata } = parseParams(takeShape, value);
  threadFor(messenger, recipient.id);
  const own = messenger.world.accounts.app.id;
  if ((messenger.state.primaryAppId ?? own) !== own)
    throw new GraphError(10, '(#10) Only the primary receiver app can take control of a thread.');
  takeControl(messenger, recipient.id, own, metadata);
  return answerJson({ success: true });
}

/** Asks the owner for the thread; a person at its desk decides. */
export function requestThread(messenger: Messenger, value: unknown): Answer {
  const { recipient, metadata } = parseParams(takeShape, value);
  threadFor(messenger, recipient.id);
  requestControl(messenger, recipient.id, messenger.world.accounts.app.id, metadata);
  return answerJson({ success: true });
}

/** Who leads a thread at the moment. */
export function readThreadOwner(messenger: Messenger, call: Call): Answer {
  const { ownerAppId } = threadFor(messenger, call.url.searchParams.get('recipient') ?? '');
  return answerJson({ data: [{ thread_owner: { app_id: ownerAppId ?? messenger.world.accounts.app.id } }] });
}

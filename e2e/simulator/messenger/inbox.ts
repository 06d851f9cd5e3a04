import { pageSays, tell } from './events';
import { type Messenger, threadOf } from './messenger';
import type { Thread } from './state';

/** The Page's own inbox, as Conversation Routing names it; its echoes carry another number since v12. Source: reference A.5, A.10. */
const PAGE_INBOX = { appId: '263902037430900', echoAppId: '26390203743090' };

// Handovers concern one app: ours hears by its webhook, of others it is only remembered what they were told.
function tellApp(messenger: Messenger, appId: string, thread: Thread, event: Record<string, unknown>): void {
  if (appId === messenger.world.accounts.app.id) tell(messenger, 'messaging_handovers', thread, event);
  else messenger.state.toldOthers.push({ appId, psid: thread.psid, event });
}

export function ownerOf(messenger: Messenger, psid: string): string {
  return threadOf(messenger, psid).ownerAppId ?? messenger.world.accounts.app.id;
}

/** The owner hands the thread over: the new owner is told. */
export function passControl(messenger: Messenger, psid: string, to: string, metadata = ''): void {
  changeOwner(messenger, psid, to, (event) => [to, { pass_thread_control: { ...event, metadata } }]);
}

/** Another app takes the thread: whoever had it is told. */
export function takeControl(messenger: Messenger, psid: string, by: string, metadata = ''): void {
  const before = ownerOf(messenger, psid);
  if (before === by) return;
  changeOwner(messenger, psid, by, (event) => [before, { take_thread_control: { ...event, metadata } }]);
}

type Change = { previous_owner_app_id: string; new_owner_app_id: string };
type Told = [appId: string, event: Record<string, unknown>];

function changeOwner(messenger: Messenger, psid: string, to: string, told: (change: Change) => Told): void {
  const thread = threadOf(messenger, psid);
  const change = { previous_owner_app_id: ownerOf(messenger, psid), new_owner_app_id: to };
  thread.ownerAppId = to === messenger.world.accounts.app.id ? null : to;
  const [appId, event] = told(change);
  tellApp(messenger, appId, thread, event);
  messenger.changed();
}

/** An app asks for the thread: whoever has it is told. */
export function requestControl(messenger: Messenger, psid: string, by: string, metadata = ''): void {
  const event = { requested_owner_app_id: Number(by), metadata };
  tellApp(messenger, ownerOf(messenger, psid), threadOf(messenger, psid), { request_thread_control: event });
}

/** What the person at the Page's inbox does: writes, takes the thread, gives it back, asks for it. */
export type InboxAct = { text?: string; takes?: boolean; gives?: boolean; asks?: boolean; metadata?: string };

export function actInInbox(messenger: Messenger, psid: string, act: InboxAct): void {
  const { text, metadata } = act;
  if (act.takes) takeControl(messenger, psid, PAGE_INBOX.appId, metadata ?? 'a person answers in the inbox');
  if (act.asks) requestControl(messenger, psid, PAGE_INBOX.appId, metadata);
  if (text) pageSays(messenger, psid, { text }, PAGE_INBOX.echoAppId);
  if (act.gives) passControl(messenger, psid, messenger.world.accounts.app.id, metadata ?? 'agent closed the case');
}

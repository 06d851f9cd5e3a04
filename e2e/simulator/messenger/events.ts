import type { PageMessage } from './graph/message-shapes';
import { newMid } from './ids';
import { type Messenger, threadOf } from './messenger';
import type { Referral, StoredBubble, Thread } from './state';

/** Sends one event of this thread, if the app has subscribed to it. */
export function tell(
  messenger: Messenger,
  field: string,
  thread: Thread,
  event: Record<string, unknown>,
  onAccepted?: () => void,
): void {
  if (!messenger.state.subscribedFields.includes(field)) return;
  const envelope = {
    sender: { id: thread.psid },
    recipient: { id: messenger.world.accounts.page.id },
    timestamp: messenger.world.clock.nowMs(),
  };
  // Whoever does not own the thread only overhears it, and is not told what a button meant.
  const overheard = thread.ownerAppId !== null && (field === 'messages' || field === 'messaging_postbacks');
  if (!overheard) {
    messenger.webhooks.send(field, thread.psid, { ...envelope, ...event }, onAccepted);
    return;
  }
  if (!messenger.state.subscribedFields.includes('standby')) return;
  const { postback } = event;
  const told = typeof postback === 'object' ? { postback: { ...postback, payload: undefined } } : event;
  messenger.webhooks.send('standby', thread.psid, { ...envelope, ...told }, onAccepted);
}

/** What she brought along from a link or an ad goes with the first thing she does. */
function takeReferral(thread: Thread): Referral | null {
  const referral = thread.pendingReferral;
  thread.pendingReferral = null;
  thread.adIceBreakers = [];
  return referral;
}

/** `seq` left the payloads in November 2016. */
function sequence(messenger: Messenger, thread: Thread): { seq?: number } {
  if (messenger.world.era !== '2016') return {};
  thread.seq += 1;
  return { seq: thread.seq };
}

function addBubble(
  messenger: Messenger,
  thread: Thread,
  from: StoredBubble['from'],
  message: PageMessage,
  mid: string,
) {
  const bubble: StoredBubble = {
    mid,
    from,
    atMs: messenger.world.clock.nowMs(),
    message,
    delivered: false,
    read: false,
    sharedBy: null,
  };
  thread.bubbles.push(bubble);
  return bubble;
}

/** Whatever she does in the thread opens the 24 hours; what stood above it she has seen. */
function act(messenger: Messenger, thread: Thread): void {
  markRead(messenger, thread);
  thread.lastActedAtMs = messenger.world.clock.nowMs();
  // An ad's seven days begin with click and message together.
  if (thread.pendingReferral?.source === 'ADS') thread.adActedAtMs = thread.lastActedAtMs;
  thread.typingUntilMs = 0;
}

/** She writes, or taps a quick reply. */
export function personSays(messenger: Messenger, psid: string, text: string, quickReplyPayload?: string): StoredBubble {
  const { world } = messenger;
  const thread = threadOf(messenger, psid);
  act(messenger, thread);
  const bubble = addBubble(messenger, thread, 'person', { text }, newMid(world.era, world.clock.nowMs()));
  const referral = takeReferral(thread);
  const message = {
    mid: bubble.mid,
    ...sequence(messenger, thread),
    text,
    ...(quickReplyPayload === undefined ? {} : { quick_reply: { payload: quickReplyPayload } }),
    ...(referral && messenger.state.subscribedFields.includes('messaging_referrals') ? { referral } : {}),
  };
  tell(messenger, 'messages', thread, { message }, () => {
    bubble.delivered = true;
    messenger.changed();
  });
  messenger.changed();
  return bubble;
}

/** She passes a bubble into this thread: for the Page it is a message whose content somebody else has written. */
export function personShares(messenger: Messenger, psid: string, shared: PageMessage): void {
  const { world } = messenger;
  const thread = threadOf(messenger, psid);
  act(messenger, thread);
  const bubble = addBubble(messenger, thread, 'person', shared, newMid(world.era, world.clock.nowMs()));
  const payload = shared.attachment?.type === 'template' ? shared.attachment.payload : null;
  const title = payload?.template_type === 'generic' ? (payload.elements[0]?.title ?? null) : null;
  const attachment = { title, url: null, type: 'template', payload };
  const message = { mid: bubble.mid, ...sequence(messenger, thread), attachments: [attachment] };
  tell(messenger, 'messages', thread, { message }, () => {
    bubble.delivered = true;
    messenger.changed();
  });
  messenger.changed();
}

/** She taps a postback button, Get Started, an ice breaker or a menu item. Its `mid` came only after 2016. */
export function personTaps(messenger: Messenger, psid: string, title: string, payload: string): void {
  const { world } = messenger;
  const thread = threadOf(messenger, psid);
  act(messenger, thread);
  const bubble = addBubble(messenger, thread, 'person', { text: title }, newMid(world.era, world.clock.nowMs()));
  const referral = takeReferral(thread);
  const postback = {
    ...(world.era === '2016' ? {} : { mid: bubble.mid }),
    title,
    payload,
    ...(referral ? { referral } : {}),
  };
  tell(messenger, 'messaging_postbacks', thread, { postback }, () => {
    bubble.delivered = true;
    messenger.changed();
  });
  messenger.changed();
}

/** She comes through an m.me link or an ad: a known thread tells the shop at once, a new one with her first act. */
export function personArrives(messenger: Messenger, psid: string, referral: Referral): void {
  const thread = threadOf(messenger, psid);
  if (thread.lastActedAtMs === null) {
    thread.pendingReferral = referral;
  } else {
    // An m.me visit reopens the window; an ad only once she also writes.
    if (referral.source === 'SHORTLINK') thread.lastActedAtMs = messenger.world.clock.nowMs();
    tell(messenger, 'messaging_referrals', thread, { referral });
  }
  messenger.changed();
}

/** She has seen everything up to now. */
export function markRead(messenger: Messenger, thread: Thread): void {
  const unread = thread.bubbles.filter((bubble) => bubble.from === 'page' && !bubble.read && !bubble.sharedBy);
  if (unread.length === 0) return;
  for (const bubble of unread) bubble.read = true;
  tell(messenger, 'message_reads', thread, { read: { watermark: messenger.world.clock.nowMs() } });
}

function echoOf(bubble: StoredBubble, appId: string): Record<string, unknown> {
  const { attachment, text, metadata } = bubble.message;
  return {
    mid: bubble.mid,
    is_echo: true,
    app_id: Number(appId),
    ...(metadata === undefined ? {} : { metadata }),
    ...(text === undefined ? {} : { text }),
    ...(attachment === undefined ? {} : { attachments: [attachment] }),
  };
}

/**
 * A message of the Page arrives on her phone: the bubble, the echo, the delivery and, if she is looking, the read. `appId`:
 * whose echo it is, this app's unless told; null for what Messenger says by itself. Whoever does not own the thread hears
 * the echo on standby.
 */
export function pageSays(
  messenger: Messenger,
  psid: string,
  message: PageMessage,
  appId: string | null = messenger.world.accounts.app.id,
): StoredBubble {
  const { world, state } = messenger;
  const thread = threadOf(messenger, psid);
  const bubble = addBubble(messenger, thread, 'page', message, newMid(world.era, world.clock.nowMs()));
  thread.typingUntilMs = 0;
  bubble.delivered = true;
  if (appId !== null && state.subscribedFields.includes('message_echoes')) {
    messenger.webhooks.send(thread.ownerAppId === null ? 'message_echoes' : 'standby', psid, {
      sender: { id: world.accounts.page.id },
      recipient: { id: psid },
      timestamp: bubble.atMs,
      message: echoOf(bubble, appId),
    });
  }
  tell(messenger, 'message_deliveries', thread, { delivery: { mids: [bubble.mid], watermark: bubble.atMs } });
  if ((messenger.viewers.get(psid) ?? 0) > 0) markRead(messenger, thread);
  messenger.changed();
  return bubble;
}

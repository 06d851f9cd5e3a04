import { drawDialog } from './dialog-view';
import { findPerson, type Messenger, threadOf } from './messenger';
import type { Person } from './people';
import { drawMessage } from './screen-content';
import type { ScreenBubble, ScreenState, ScreenThread, ScreenWebview } from './screen-contract';
import type { MessengerState, StoredBubble, Thread, Webview } from './state';
import { greetingFor, iceBreakersFor, menuFor } from './welcome';

function drawBubble(bubble: StoredBubble, state: MessengerState): ScreenBubble {
  const { mid, from, atMs, delivered, read, answer, persona } = bubble;
  return {
    mid,
    from,
    atMs,
    content: drawMessage(bubble.message, state),
    delivered,
    read,
    ...(answer === undefined ? {} : { answer }),
    ...(persona ? { persona } : {}),
    ...(bubble.sharedBy ? { sharedBy: bubble.sharedBy } : {}),
  };
}

export function pageIconUrl(messenger: Messenger): string {
  return `${messenger.world.origins.messenger}/page-icon.svg`;
}

/** Chips of the newest bubble only. Contact chips show her own value; with none there is nothing to tap. */
export function quickRepliesOf(thread: Thread, person: Person): ScreenThread['quickReplies'] {
  const newest = thread.bubbles.at(-1);
  if (newest?.from !== 'page') return [];
  return (newest.message.quick_replies ?? []).flatMap((reply): ScreenThread['quickReplies'] => {
    if (reply.content_type === 'text') return [{ title: reply.title, payload: reply.payload, contentType: 'text' }];
    const value = reply.content_type === 'user_email' ? person.email : person.phone;
    return value ? [{ title: value, payload: value, contentType: reply.content_type }] : [];
  });
}

export function drawThread(messenger: Messenger, person: Person): ScreenThread {
  const { profile } = messenger.state;
  const thread = threadOf(messenger, person.psid);
  const isNew = thread.lastActedAtMs === null;
  // An ad's own questions stand before the Page's.
  const ofAd = thread.adIceBreakers.map(({ title }) => ({ question: title, payload: title }));
  const iceBreakers = ofAd.length > 0 ? ofAd : iceBreakersFor(profile, person.locale);
  return {
    psid: person.psid,
    person: { firstName: person.firstName, lastName: person.lastName, locale: person.locale },
    bubbles: thread.bubbles.map((bubble) => drawBubble(bubble, messenger.state)),
    quickReplies: quickRepliesOf(thread, person),
    typing: thread.typingUntilMs > messenger.world.clock.nowMs(),
    welcome: isNew
      ? {
          greeting: greetingFor(profile, person),
          iceBreakers,
          getStarted: iceBreakers.length === 0 && profile.get_started !== undefined,
        }
      : null,
    menu: menuFor(messenger.state, person).map((item) =>
      item.type === 'web_url' ? { title: item.title, url: item.url } : { title: item.title, payload: item.payload },
    ),
    blocked: thread.blocked,
  };
}

/** In a frame Messenger says who frames the page; on a phone there is no such mark. */
export function drawWebview(messenger: Messenger, webview: Webview | null): ScreenWebview {
  if (!webview) return null;
  const { id, psid, title, heightRatio, shareHidden } = webview;
  const { origins } = messenger.world;
  const url = new URL(webview.url);
  if (messenger.state.host.kind === 'facebook-frame') url.searchParams.set('fb_iframe_origin', origins.messenger);
  return { id, psid, url: url.href, title, heightRatio, shareHidden, openUrl: `${origins.messenger}/webview/${id}` };
}

export function openWebviewOf(messenger: Messenger, psid: string): Webview | null {
  return [...messenger.state.webviews.values()].find((webview) => webview.open && webview.psid === psid) ?? null;
}

export function drawState(messenger: Messenger, psid: string): ScreenState {
  const { world, state } = messenger;
  const person = findPerson(messenger, psid);
  if (!person) throw new Error(`There is nobody with the psid ${psid}.`);
  const webview = openWebviewOf(messenger, psid);
  return {
    page: { id: world.accounts.page.id, name: world.accounts.page.name, iconUrl: pageIconUrl(messenger) },
    era: world.era,
    host: { kind: state.host.kind, sdk: state.host.sdk, cookies: state.host.cookies },
    people: [...state.people.values()].map((one) => ({
      psid: one.psid,
      name: `${one.firstName} ${one.lastName}`.trim(),
    })),
    thread: drawThread(messenger, person),
    webview: drawWebview(messenger, webview),
    dialog: drawDialog(messenger, psid, webview),
    clockMs: world.clock.nowMs(),
  };
}

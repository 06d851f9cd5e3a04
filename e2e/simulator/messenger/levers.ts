import { z } from 'zod';
import { answerJson, type Call, type Handler, Refusal, type Route, readJson } from '../world/exchange';
import { markRead, personArrives, personSays } from './events';
import { knownErrors } from './graph/errors';
import { newDigits } from './ids';
import { actInInbox, passControl, takeControl } from './inbox';
import { findPerson, type Messenger, threadOf } from './messenger';
import { makePerson, type Person } from './people';
import { drawThread, drawWebview } from './screen-view';
import { tapInThread, tapShape } from './taps';

const referralShape = z.strictObject({
  ref: z.string().max(250).optional(),
  source: z.string().default('SHORTLINK'),
  type: z.string().default('OPEN_THREAD'),
  ad_id: z.string().optional(),
  ads_context_data: z.record(z.string(), z.string()).optional(),
});

const hostShape = z.strictObject({
  kind: z.enum(['ios', 'android', 'facebook-frame', 'browser']).optional(),
  sdk: z.enum(['on', 'off', 'slow', 'tampered']).optional(),
  cookies: z.boolean().optional(),
  /** `first`: a client of autumn 2016, before `PaymentRequest`. */
  paymentForm: z.enum(['first', 'request']).optional(),
  client: z.enum(['new', 'old']).optional(),
  threadKind: z.enum(['page', 'group']).optional(),
  slowMs: z.number().int().min(0).max(60_000).optional(),
});

const paymentsShape = z.strictObject({
  nextCard: z.literal('declined').nullable().optional(),
  /** `lost`: the card is charged, but the page never hears of it. */
  nextAnswer: z.literal('lost').nullable().optional(),
  /** `token`: the Page has no linked account, and gets an encrypted card of one use instead of a charge. */
  credential: z.enum(['linked', 'token']).optional(),
  /** Whether the Page has a PayPal account linked beside that for cards. */
  paypal: z.enum(['linked', 'none']).optional(),
});

const inboxShape = z.strictObject({
  text: z.string().min(1).max(2000).optional(),
  takes: z.boolean().optional(),
  gives: z.boolean().optional(),
  asks: z.boolean().optional(),
  metadata: z.string().max(1000).optional(),
});

const shopperShape = z.strictObject({ name: z.string().min(1).max(80).optional(), locale: z.string().optional() });

function personIn(messenger: Messenger, call: Call): Person {
  const person = findPerson(messenger, call.params.psid ?? '');
  if (!person) throw new Refusal(404, `There is nobody with the psid ${call.params.psid}.`);
  return person;
}

function unblocked(messenger: Messenger, call: Call): Person {
  const person = personIn(messenger, call);
  if (threadOf(messenger, person.psid).blocked) throw new Refusal(409, 'She has blocked the Page.');
  return person;
}

/** The thread as drawn, and beside it the messages as the shop sent them. */
function readThread(messenger: Messenger, person: Person) {
  const thread = threadOf(messenger, person.psid);
  const messages = thread.bubbles.map(({ mid, from, atMs, message, sharedBy }) => ({
    mid,
    from,
    atMs,
    message,
    sharedBy,
  }));
  return { ...drawThread(messenger, person), messages };
}

/** What a person can do, as calls: the screens and the tests use the same. */
export function threadLevers(messenger: Messenger): Route[] {
  const text: Handler = (call) => {
    const person = unblocked(messenger, call);
    const { text: said } = readJson(call, z.strictObject({ text: z.string().min(1).max(20_000) }));
    return answerJson({ mid: personSays(messenger, person.psid, said).mid });
  };
  const tap: Handler = (call) => {
    const person = unblocked(messenger, call);
    const webview = tapInThread(messenger, person.psid, readJson(call, tapShape));
    return answerJson({ webview: drawWebview(messenger, webview) });
  };
  const referral: Handler = (call) => {
    personArrives(messenger, unblocked(messenger, call).psid, readJson(call, referralShape));
    return answerJson({ ok: true });
  };
  const block: Handler = (call) => {
    const person = personIn(messenger, call);
    threadOf(messenger, person.psid).blocked = readJson(
      call,
      z.strictObject({ blocked: z.boolean().default(true) }),
    ).blocked;
    messenger.changed();
    return answerJson({ ok: true });
  };
  const owner: Handler = (call) => {
    const { appId } = readJson(call, z.strictObject({ appId: z.string().nullable() }));
    const { psid } = personIn(messenger, call);
    if (appId === null) passControl(messenger, psid, messenger.world.accounts.app.id);
    else takeControl(messenger, psid, appId);
    return answerJson({ ok: true });
  };
  /** A person at the Page's own inbox: writes, takes the thread, gives it back, asks for it. */
  const inbox: Handler = (call) => {
    actInInbox(messenger, personIn(messenger, call).psid, readJson(call, inboxShape));
    return answerJson({ ok: true });
  };
  const read: Handler = (call) => {
    markRead(messenger, threadOf(messenger, personIn(messenger, call).psid));
    messenger.changed();
    return answerJson({ ok: true });
  };
  /** What she allows the shop's page when it asks; nothing of it is taken back from what the shop knows already. */
  const permissions: Handler = (call) => {
    const shape = z.strictObject({ granted: z.array(z.enum(['user_profile', 'user_messaging'])) });
    threadOf(messenger, personIn(messenger, call).psid).permissions = readJson(call, shape).granted;
    return answerJson({ ok: true });
  };
  return [
    { method: 'POST', pattern: '/control/threads/:psid/permissions', handler: permissions },
    { method: 'POST', pattern: '/control/threads/:psid/text', handler: text },
    { method: 'POST', pattern: '/control/threads/:psid/tap', handler: tap },
    { method: 'POST', pattern: '/control/threads/:psid/referral', handler: referral },
    { method: 'POST', pattern: '/control/threads/:psid/block', handler: block },
    { method: 'POST', pattern: '/control/threads/:psid/owner', handler: owner },
    { method: 'POST', pattern: '/control/threads/:psid/inbox', handler: inbox },
    { method: 'POST', pattern: '/control/threads/:psid/read', handler: read },
    {
      method: 'GET',
      pattern: '/control/threads/:psid',
      handler: (call) => answerJson(readThread(messenger, personIn(messenger, call))),
    },
  ];
}

/** What only the maker of this world can do: new people, the era, the phone, refusals and declines on order. */
export function worldLevers(messenger: Messenger): Route[] {
  const addShopper: Handler = (call) => {
    const { name, locale } = readJson(call, shopperShape);
    const index = messenger.state.people.size;
    const person = makePerson(index, name ?? `Guest ${index + 1}`, locale ?? 'en_US', messenger.world.newcomersFrom);
    messenger.state.people.set(person.psid, person);
    messenger.changed();
    return answerJson({ psid: person.psid });
  };
  const profile: Handler = (call) => {
    messenger.world.era = readJson(call, z.strictObject({ era: z.enum(['2016', 'current']) })).era;
    // Ten years lie between the two: nobody counts calls across them.
    messenger.state.profileCallsAtMs = [];
    messenger.changed();
    return answerJson({ era: messenger.world.era });
  };
  const host: Handler = (call) => {
    messenger.state.host = { ...messenger.state.host, ...readJson(call, hostShape) };
    messenger.changed();
    return answerJson(messenger.state.host);
  };
  const graph: Handler = (call) => {
    const shape = z.strictObject({ error: z.string(), times: z.number().int().min(1).default(1) });
    const { error, times } = readJson(call, shape);
    if (!(error in knownErrors)) throw new Refusal(400, `error: one of ${Object.keys(knownErrors).join(', ')}`);
    messenger.state.orderedErrors.push({ name: error, times });
    return answerJson({ ok: true });
  };
  const payments: Handler = (call) => {
    messenger.state.payments = { ...messenger.state.payments, ...readJson(call, paymentsShape) };
    return answerJson(messenger.state.payments);
  };
  /** She writes under a post of the Page, where everybody reads it. */
  const comments: Handler = (call) => {
    const { psid, text } = readJson(call, z.strictObject({ psid: z.string(), text: z.string().min(1).max(2000) }));
    const person = findPerson(messenger, psid);
    if (!person) throw new Refusal(404, `There is nobody with the psid ${psid}.`);
    const { page } = messenger.world.accounts;
    const [postId, commentId] = [`${page.id}_${newDigits(15)}`, `${newDigits(15)}_${newDigits(15)}`];
    messenger.state.comments.set(commentId, { psid, answered: false, atMs: messenger.world.clock.nowMs() });
    const from = { id: newDigits(16), name: `${person.firstName} ${person.lastName}`.trim() };
    const value = { item: 'comment', verb: 'add', comment_id: commentId, post_id: postId, from, message: text };
    if (messenger.state.subscribedFields.includes('feed'))
      messenger.webhooks.send('feed', psid, {
        field: 'feed',
        value: { ...value, created_time: messenger.world.clock.nowSeconds() },
      });
    return answerJson({ commentId });
  };
  const sharing: Handler = (call) => {
    const shape = z.strictObject({
      next: z.literal('cancelled').nullable().default(null),
      to: z.string().nullable().default(null),
    });
    messenger.state.sharing = readJson(call, shape);
    return answerJson(messenger.state.sharing);
  };
  const webhooks: Handler = (call) => {
    const shape = z.strictObject({ retryDelaysMs: z.array(z.number().int().min(0)).max(20) });
    messenger.webhooks.options.retryDelaysMs = readJson(call, shape).retryDelaysMs;
    return answerJson(messenger.webhooks.options);
  };
  /** Which app is the Page's primary one; and what other apps were told. */
  const routing: Handler = (call) => {
    if (call.method === 'POST')
      messenger.state.primaryAppId = readJson(
        call,
        z.strictObject({ primaryAppId: z.string().nullable() }),
      ).primaryAppId;
    const { primaryAppId, toldOthers } = messenger.state;
    return answerJson({ primaryAppId, toldOthers });
  };
  /** Waits until the shop has been told everything that there was to tell: for tests instead of sleeping. */
  const settled: Handler = async () => {
    await messenger.webhooks.idle();
    return answerJson({ ok: true });
  };
  return [
    { method: 'POST', pattern: '/control/shoppers', handler: addShopper },
    { method: 'POST', pattern: '/control/profile', handler: profile },
    { method: 'POST', pattern: '/control/host', handler: host },
    { method: 'POST', pattern: '/control/graph', handler: graph },
    { method: 'POST', pattern: '/control/payments', handler: payments },
    { method: 'POST', pattern: '/control/comments', handler: comments },
    { method: 'POST', pattern: '/control/sharing', handler: sharing },
    { method: 'POST', pattern: '/control/routing', handler: routing },
    { method: 'GET', pattern: '/control/routing', handler: routing },
    { method: 'POST', pattern: '/control/webhooks', handler: webhooks },
    { method: 'POST', pattern: '/control/webhooks/settled', handler: settled },
  ];
}

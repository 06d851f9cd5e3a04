import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Bench, ben, callJson, openBench, readVector } from './messenger-fixtures';
import { sendButton, tapButton } from './messenger-page';

const content = z.looseObject({ kind: z.string() });
const threadShape = z.object({
  bubbles: z.array(z.object({ mid: z.string(), from: z.string(), content, read: z.boolean(), sharedBy: z.string().optional() })),
  quickReplies: z.array(z.object({ title: z.string() })),
  welcome: z.object({ greeting: z.string(), iceBreakers: z.array(z.unknown()), getStarted: z.boolean() }).nullable(),
  menu: z.array(z.object({ title: z.string() })),
  typing: z.boolean(),
});

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ era: '2016' });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.graph('/v2.10/me/messenger_profile', { whitelisted_domains: [bench.shop.origin] });
});

const thread = async (psid: string) => threadShape.parse((await bench.graph(`/control/threads/${psid}`)).json);
const screen = async (psid: string) => (await callJson(`${bench.origin}/screen?psid=${psid}`)).json;
const events = () => bench.shop.received.map((one) => one.raw);

async function sendVector(name: string): Promise<string> {
  const { request } = readVector(`outbound/${name}.json`, z.object({ request: z.object({ json: z.unknown() }) }));
  const sent = await bench.graph('/v2.10/me/messages', request.json);
  return z.object({ message_id: z.string() }).parse(sent.json).message_id;
}

describe('a new thread', () => {
  it('greets in her language, by her name, and offers Get Started until she acts', async () => {
    const greeting = [
      { locale: 'default', text: 'Hi {{user_first_name}}, welcome.' },
      { locale: 'de_DE', text: 'Hallo {{user_full_name}}!' },
    ];
    await bench.graph('/v2.10/me/messenger_profile', { greeting, get_started: { payload: 'GO' } });
    expect((await thread(ada)).welcome).toEqual({ greeting: 'Hi Ada, welcome.', iceBreakers: [], getStarted: true });
    expect((await thread(ben)).welcome?.greeting).toBe('Hallo Bruno Falkenau!');
    await bench.lever(`threads/${ada}/tap`, { getStarted: true });
    expect((await thread(ada)).welcome).toBeNull();
  });

  it('is made for every new shopper', async () => {
    const made = await bench.lever('shoppers', { name: 'Cleo Varga', locale: 'de_DE' });
    const { psid } = z.object({ psid: z.string() }).parse(made.json);
    expect(await screen(psid)).toMatchObject({ thread: { person: { firstName: 'Cleo', locale: 'de_DE' }, bubbles: [] } });
    expect((await bench.lever('threads/77/text', { text: 'hi' })).status).toBe(404);
  });
});

describe('the newest bubble', () => {
  it('loses its quick replies to the next message, and typing ends with one', async () => {
    await bench.greet();
    await sendVector('quick-replies');
    expect((await thread(ada)).quickReplies.map((reply) => reply.title)).toEqual(['Green', 'Navy']);
    await bench.graph('/v2.6/me/messages', { recipient: { id: ada }, sender_action: 'typing_on' });
    expect((await thread(ada)).typing).toBe(true);
    await bench.lever(`threads/${ada}/tap`, { quickReply: 1 });
    expect(await thread(ada)).toMatchObject({ typing: false, quickReplies: [] });
    expect((await bench.lever(`threads/${ada}/tap`, { quickReply: 0 })).status).toBe(400);
  });

  it('offers her own e-mail and number as chips', async () => {
    await bench.greet();
    await sendVector('quick-replies-contact');
    const chips = (await thread(ada)).quickReplies.map((reply) => reply.title);
    expect(chips).toEqual(['ada.linwood@example.com', '+14155550100']);
  });

  it('draws a receipt whole', async () => {
    await bench.greet();
    await sendVector('receipt');
    expect((await thread(ada)).bubbles.at(-1)?.content).toMatchObject({
      kind: 'receipt',
      receipt: {
        orderNumber: 'LL-1001',
        elements: [{ price: 24 }, { price: 25, quantity: 2 }],
        address: { street1: '12 Test Street', state: 'CA' },
        summary: { subtotal: 49, shipping: 4.95, tax: 4.04, total: 52.99 },
        adjustments: [{ name: 'Welcome offer', amount: 5 }],
      },
    });
  });
});

describe('sharing', () => {
  it('puts the card into another inbox under her name, and tells the shop nothing', async () => {
    await bench.greet();
    const mid = await sendVector('share-button');
    await bench.settled();
    const before = events().length;
    await bench.lever(`threads/${ada}/tap`, { button: { mid, card: 0, button: 1, shareWith: ben } });
    await bench.settled();
    expect(events()).toHaveLength(before);
    const [shared] = (await thread(ben)).bubbles;
    expect(shared).toMatchObject({ sharedBy: 'Ada', from: 'page', content: { kind: 'generic', cards: [{ title: 'Canvas tote' }] } });
    expect((await thread(ben)).welcome).not.toBeNull();
  });

  it('brings a friend through the link of shared contents: Get Started carries the ref', async () => {
    await bench.graph('/v2.10/me/messenger_profile', { get_started: { payload: 'GO' } });
    await bench.greet();
    const mid = await sendVector('share-button-contents');
    await bench.lever(`threads/${ada}/tap`, { button: { mid, button: 0 } });
    const [shared] = (await thread(ben)).bubbles;
    const tapped = await bench.lever(`threads/${ben}/tap`, { button: { mid: shared?.mid, button: 0 } });
    expect(tapped.json).toEqual({ webview: null });
    await bench.settled();
    expect(events().filter((raw) => raw.includes(ben))).toEqual([]);
    await bench.lever(`threads/${ben}/tap`, { getStarted: true });
    await bench.settled();
    expect(events().at(-1)).toContain('"referral":{"ref":"invite_ada_01","source":"SHORTLINK","type":"OPEN_THREAD"}');
  });

  it('forwards only what is sharable', async () => {
    await bench.greet();
    const closed = await sendVector('share-button');
    expect((await bench.lever(`threads/${ada}/tap`, { forward: { mid: closed } })).status).toBe(409);
    await bench.graph('/v2.10/me/messenger_profile', { whitelisted_domains: ['https://shop.example.com'] });
    const open = await sendVector('generic-carousel');
    expect((await bench.lever(`threads/${ada}/tap`, { forward: { mid: open, card: 1 } })).status).toBe(200);
    const [shared] = (await thread(ben)).bubbles;
    expect(shared?.content).toMatchObject({ cards: [{ title: 'Enamel mug' }] });
    // Its buttons do not act for somebody else: a postback only leads into the bot's thread.
    await bench.settled();
    const before = events().length;
    await bench.lever(`threads/${ben}/tap`, { button: { mid: shared?.mid, button: 1 } });
    await bench.settled();
    expect(events()).toHaveLength(before);
  });
});

describe('the webview', () => {
  it('is closed by the next one and marked in a frame, where an ordinary browser gets the fallback', async () => {
    await bench.greet();
    const fallback_url = `${bench.shop.origin}/plain`;
    const mid = await sendButton(bench, { messenger_extensions: true, fallback_url, webview_height_ratio: 'tall' });
    const first = await tapButton(bench, mid);
    expect(first.url).toBe(`${bench.shop.origin}/shop`);
    await bench.lever('host', { kind: 'facebook-frame' });
    const second = await tapButton(bench, mid);
    expect(new URL(second.url).searchParams.get('fb_iframe_origin')).toBe(bench.origin);
    expect((await fetch(first.openUrl, { redirect: 'manual' })).status).toBe(404);
    await bench.lever('host', { kind: 'browser' });
    const third = await tapButton(bench, mid);
    expect(third.url).toBe(fallback_url);
    expect((await fetch(third.openUrl, { redirect: 'manual' })).headers.get('location')).toBe(fallback_url);
  });

  it('is shared as its Open Graph tags say, unless the button hides the icon', async () => {
    await bench.greet();
    bench.shop.pages.set(
      '/shop',
      `<meta content="Fern &amp; Fog" property="og:title"><meta property='og:image' content='/p/1.webp'><meta property="og:url" content="/shop/products/fern">`,
    );
    const webview = await tapButton(bench, await sendButton(bench, { messenger_extensions: true }));
    const share = (id: string) => callJson(`${bench.origin}/screen/webview/${id}/share`, { json: { shareWith: ben } });
    expect((await share(webview.id)).status).toBe(200);
    const card = { title: 'Fern & Fog', imageUrl: `${bench.shop.origin}/p/1.webp`, tapUrl: `${bench.shop.origin}/shop/products/fern` };
    expect((await thread(ben)).bubbles[0]).toMatchObject({ sharedBy: 'Ada', content: { cards: [card] } });
    const hidden = await tapButton(bench, await sendButton(bench, { webview_share_button: 'hide' }));
    expect((await share(hidden.id)).status).toBe(409);
    bench.shop.pages.clear();
  });

  it('opens alone with its id in the fragment, which no server sees', async () => {
    await bench.greet();
    const webview = await tapButton(bench, await sendButton(bench, { messenger_extensions: true }));
    const answer = await fetch(webview.openUrl, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${bench.shop.origin}/shop#messenger_webview=${webview.id}`);
  });

  it('links accounts: a code that comes back reaches the shop, once', async () => {
    await bench.greet();
    const mid = await sendVector('account-link-button');
    const opened = await tapButton(bench, mid);
    const back = new URL(new URL(opened.url).searchParams.get('redirect_uri') ?? '');
    back.searchParams.set('authorization_code', 'code-1');
    expect((await fetch(back)).status).toBe(200);
    expect((await fetch(back)).status).toBe(400);
    await bench.settled();
    const linked = events().filter((raw) => raw.includes('account_linking'));
    expect(linked).toHaveLength(1);
    expect(linked[0]).toContain('"account_linking":{"status":"linked","authorization_code":"code-1"}');
  });
});

it('takes an m.me link as a visit', async () => {
  await bench.greet();
  const answer = await fetch(`${bench.origin}/m/lanternlane?ref=till_7&as=${ada}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(`/?psid=${ada}`);
  await bench.settled();
  expect(events().at(-1)).toContain('"referral":{"ref":"till_7","source":"SHORTLINK","type":"OPEN_THREAD"}');
  expect((await fetch(`${bench.origin}/m/another`, { redirect: 'manual' })).status).toBe(404);
});

it('can be laid aside and taken up again, the era included', async () => {
  await bench.greet();
  const { snapshot } = z.object({ snapshot: z.string() }).parse((await bench.lever('snapshot', {})).json);
  await bench.lever('profile', { era: 'current' });
  await bench.lever(`threads/${ada}/text`, { text: 'later' });
  expect(await screen(ada)).toMatchObject({ era: 'current' });
  expect((await thread(ada)).bubbles).toHaveLength(2);
  await bench.lever('restore', { snapshot });
  expect(await screen(ada)).toMatchObject({ era: '2016' });
  expect((await thread(ada)).bubbles).toHaveLength(1);
});

it('pushes each change to the screen, and marks as read what she sees', async () => {
  await bench.greet();
  const leave = new AbortController();
  const stream = await fetch(`${bench.origin}/screen/events?psid=${ada}`, { signal: leave.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await bench.graph('/v2.6/me/messages', { recipient: { id: ada }, message: { text: 'Good morning' } });
  let seen = '';
  while (!seen.includes('Good morning')) seen += (await reader?.read())?.value ?? '';
  leave.abort();
  expect(seen).toContain('"type":"state"');
  expect((await thread(ada)).bubbles.at(-1)).toMatchObject({ from: 'page', read: true });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { countPrivateReply, countSending } from '@/e2e/simulator/messenger/graph/rates';
import { ada, type Bench, callJson, openBench, readVector } from './messenger-fixtures';

// What every template looks like in the thread, what its own buttons do, and how fast a Page may send.
let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.settled();
  bench.shop.received.length = 0;
  await bench.greet();
});

const PICTURE = 'https://cdn.example.com/p/tote.jpg';
const link = { type: 'web_url', title: 'Look', url: 'https://shop.example.com/' };
const flight = { flight_number: 'KL9123', departure_airport: { airport_code: 'SFO' }, arrival_airport: { airport_code: 'AMS' } };

const send = (message: unknown) =>
  bench.graph('/v26.0/me/messages', { recipient: { id: ada }, messaging_type: 'RESPONSE', message });
const template = (payload: unknown) => send({ attachment: { type: 'template', payload } });
async function drawn(answer: Promise<{ status: number; json: unknown }>): Promise<Record<string, unknown> & { mid: string }> {
  const given = await answer;
  expect(given).toMatchObject({ status: 200 });
  const { message_id: mid } = z.object({ message_id: z.string() }).parse(given.json);
  return bubble(mid);
}
async function bubble(mid: string) {
  const shape = z.object({ bubbles: z.array(z.looseObject({ mid: z.string(), content: z.record(z.string(), z.unknown()) })) });
  const { bubbles } = shape.parse((await callJson(`${bench.origin}/control/threads/${ada}`)).json);
  const found = bubbles.find((one) => one.mid === mid);
  if (!found) throw new Error(`there is no bubble ${mid}`);
  return { ...found.content, mid, answer: found.answer, persona: found.persona };
}
const vectorOf = (name: string) => {
  const shape = z.object({ request: z.object({ json: z.object({ message: z.unknown() }) }) });
  return readVector(`outbound/${name}.json`, shape).request.json.message;
};
const tap = (what: unknown) => bench.lever(`threads/${ada}/tap`, what);

describe('drawn as Messenger draws it', () => {
  it.each([
    ['a film, with its button', { template_type: 'media', elements: [{ media_type: 'video', url: PICTURE, buttons: [link] }] }, { kind: 'media', type: 'video', url: PICTURE, buttons: [{ title: 'Look' }] }],
    ['products, from the catalogue', { template_type: 'product', elements: [{ id: '7001000000000001' }] }, { kind: 'generic', cards: [{ title: 'Canvas tote', subtitle: '24.00 USD' }] }],
    ['a coupon, with Messenger’s own buttons', { template_type: 'coupon', title: '10 % off', coupon_code: 'TEN', coupon_url: link.url }, { kind: 'coupon', subtitle: 'Terms may apply.', buttons: [{ title: 'Reveal code' }, { title: 'Shop now' }] }],
    ['a grid, its hero first', { template_type: 'image_grid', elements: [{ images: [{ url: PICTURE, is_hero_image: true }, { url: `${PICTURE}?2` }], title: 'Autumn' }] }, { kind: 'grid', title: 'Autumn', images: [{ hero: true }, { hero: false }] }],
  ])('%s', async (_what, payload, looks) => {
    expect(await drawn(template(payload))).toMatchObject(looks);
  });

  it('sound, a file and a sticker are no text', async () => {
    expect(await drawn(send({ attachment: { type: 'audio', payload: { url: PICTURE } } }))).toMatchObject({ kind: 'file', type: 'audio' });
    expect(await drawn(send({ attachment: { type: 'file', payload: { url: PICTURE } } }))).toMatchObject({ kind: 'file', type: 'file' });
    expect(await drawn(send({ sticker_id: 369239263222822 }))).toMatchObject({ kind: 'sticker', id: '369239263222822' });
  });

  it('the templates of 2016: a list below each other, a page, a flight', async () => {
    await bench.lever('profile', { era: '2016' });
    const elements = [{ title: 'One', image_url: PICTURE }, { title: 'Two', subtitle: 'more', buttons: [link] }];
    const list = await drawn(template({ template_type: 'list', elements, buttons: [link] }));
    expect(list).toMatchObject({ kind: 'list', large: true, cards: [{ title: 'One' }, { title: 'Two' }], buttons: [{ title: 'Look' }] });
    expect((await tap({ button: { mid: list.mid, button: 0 } })).json).toMatchObject({ webview: { url: link.url } });
    expect(await drawn(template({ template_type: 'open_graph', elements: [{ url: link.url, buttons: [link] }] }))).toMatchObject({ kind: 'generic', cards: [{ title: 'shop.example.com' }] });
    expect(await drawn(template({ template_type: 'airline_update', intro_message: 'Late', update_flight_info: flight }))).toEqual(
      expect.objectContaining({ kind: 'flight', text: 'Late', rows: [{ label: 'KL9123', value: 'SFO → AMS' }] }),
    );
  });

  it('a persona speaks under her own name, in old bubbles too when she is gone', async () => {
    const made = await bench.graph('/v26.0/me/personas', { name: 'Sam', profile_picture_url: PICTURE });
    const { id } = z.object({ id: z.string() }).parse(made.json);
    const said = { recipient: { id: ada }, messaging_type: 'RESPONSE', message: { text: 'Hello' }, persona_id: id };
    const { mid } = await drawn(bench.graph('/v26.0/me/messages', said));
    await bench.graph(`/v26.0/${id}`, undefined, 'DELETE');
    expect(await bubble(mid)).toMatchObject({ persona: { name: 'Sam', pictureUrl: PICTURE } });
    expect((await bench.graph('/v26.0/me/messages', said)).status).toBe(400);
  });
});

describe('what is tapped in it', () => {
  it('a coupon shows its code once asked, and leads to the shop', async () => {
    const { mid } = await drawn(template({ template_type: 'coupon', title: '10 % off', coupon_code: 'TEN', coupon_url: link.url, coupon_pre_message: 'Here you are' }));
    await tap({ button: { mid, button: 0 } });
    const thread = (await callJson(`${bench.origin}/control/threads/${ada}`)).json;
    expect(JSON.stringify(thread)).toContain('Here you are: TEN');
    expect((await tap({ button: { mid, button: 1 } })).json).toMatchObject({ webview: { url: link.url } });
  });

  it.each([
    ['customer-feedback', { score: 4, words: 'Quick delivery' }, 'feedback', 'messaging_feedback', '4 / 5'],
    ['customer-information', {}, 'customer-information', 'messaging_customer_information', '12 Test Street, Oakland'],
  ])('%s is answered once, and told as recorded', async (sent, answer, told, field, shown) => {
    const fields = `messages,${field}`;
    await bench.graph(`/v26.0/104201609120001/subscribed_apps?subscribed_fields=${fields}`, {});
    const { mid } = await drawn(send(vectorOf(sent)));
    expect((await tap({ form: { mid, ...answer } })).status).toBe(200);
    expect((await tap({ form: { mid, ...answer } })).status).toBe(409);
    expect(await bubble(mid)).toMatchObject({ answer: shown });
    await bench.settled();
    const bodyShape = z.object({ entry: z.tuple([z.object({ messaging: z.tuple([z.record(z.string(), z.unknown())]) })]) });
    const said = bench.shop.received.map(({ raw }) => bodyShape.parse(JSON.parse(raw)).entry[0].messaging[0]);
    const recorded = readVector(`inbound/${told}.json`, z.object({ body: bodyShape })).body.entry[0].messaging[0];
    const heard = said.filter((one) => field in one);
    expect(heard).toHaveLength(1);
    if (field === 'messaging_feedback') expect(heard[0]?.[field]).toEqual(recorded[field]);
    const keysOf = (value: unknown) => JSON.stringify(value).match(/"key":"\w+"/g);
    expect(keysOf(heard[0]?.[field])).toEqual(keysOf(recorded[field]));
  });
});

describe('refused', () => {
  it.each([
    ['a product of somebody else', { template_type: 'product', elements: [{ id: '9' }] }, { code: 100, error_subcode: 2018320 }],
    ['a coupon of nothing', { template_type: 'coupon', title: 'x' }, { code: 100 }],
    ['two heroes', { template_type: 'image_grid', elements: [{ images: [{ url: PICTURE, is_hero_image: true }, { url: PICTURE, is_hero_image: true }] }] }, { code: 100 }],
    ['a form without the privacy page', { template_type: 'customer_feedback', title: 'x', feedback_screens: [{ questions: [{ id: 'q', type: 'csat' }] }] }, { code: 100 }],
  ])('%s', async (_what, payload, error) => {
    expect(await template(payload)).toMatchObject({ status: 400, json: { error } });
  });

  it('the eleventh film of a second, with the Page’s own rate code, and none a second later', async () => {
    const film = { attachment: { type: 'video', payload: { url: PICTURE } } };
    const body = `recipient=${JSON.stringify({ id: ada })}&messaging_type=RESPONSE&message=${encodeURIComponent(JSON.stringify(film))}`;
    const batch = Array.from({ length: 11 }, () => ({ method: 'POST', relative_url: 'me/messages', body }));
    const answers = z.array(z.object({ code: z.number(), body: z.string() })).parse((await bench.graph('/v26.0/', { batch })).json);
    expect(answers.map(({ code }) => code)).toEqual([...Array(10).fill(200), 400]);
    expect(JSON.parse(answers[10]?.body ?? '')).toMatchObject({ error: { code: 80006 } });
    await bench.lever('clock', { advanceSeconds: 2 });
    expect((await send(film)).status).toBe(200);
  });

  it('the 301st message of a second', () => {
    const sent = { all: [], heavy: [] };
    const count = (nowMs: number) => countSending(sent, nowMs, { text: 'hi' });
    for (let index = 0; index < 300; index += 1) count(index);
    expect(() => count(999)).toThrow('80006');
    expect(() => count(1000)).not.toThrow();
    expect(() => count(1000)).toThrow('80006');
  });

  it('the 751st private reply of an hour', () => {
    const sent = { replies: [] };
    for (let index = 0; index < 750; index += 1) countPrivateReply(sent, index * 1000);
    expect(() => countPrivateReply(sent, 3_599_999)).toThrow('80006');
    expect(() => countPrivateReply(sent, 3_600_000)).not.toThrow();
    expect(() => countPrivateReply(sent, 3_600_000)).toThrow('80006');
  });

  it('a private reply to a comment: the second, and the one after a week', async () => {
    const comment = async (text: string) =>
      z.object({ commentId: z.string() }).parse((await bench.lever('comments', { psid: ada, text })).json).commentId;
    const reply = (comment_id: string) =>
      bench.graph('/v26.0/me/messages', { recipient: { comment_id }, messaging_type: 'RESPONSE', message: { text: 'Yes, we have' } });
    const [early, late] = [await comment('Have you got it?'), await comment('And in blue?')];
    expect((await reply(early)).status).toBe(200);
    expect(await reply(early)).toMatchObject({ json: { error: { code: 10900 } } });
    await bench.lever('clock', { advanceSeconds: 7 * 24 * 60 * 60 + 60 });
    expect(await reply(late)).toMatchObject({ json: { error: { code: 10, error_subcode: 2018278 } } });
  });

  it('after a day; only after seven where an ad brought her', async () => {
    const day = 24 * 60 * 60;
    await bench.lever('clock', { advanceSeconds: day + 60 });
    expect(await send({ text: 'hi' })).toMatchObject({ json: { error: { code: 10, error_subcode: 2018278 } } });
    await bench.lever('reset', {});
    await bench.lever(`threads/${ada}/referral`, { source: 'ADS', ad_id: '1' });
    await bench.greet();
    await bench.lever('clock', { advanceSeconds: 6 * day });
    expect((await send({ text: 'hi' })).status).toBe(200);
    await bench.lever('clock', { advanceSeconds: day });
    expect((await send({ text: 'hi' })).status).toBe(400);
  });
});

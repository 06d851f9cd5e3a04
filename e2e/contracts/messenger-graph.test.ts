import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Answered, type Bench, ben, callJson, fixtureProof, openBench, readVector } from './messenger-fixtures';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await bench.graph('/v26.0/me/messenger_profile', { whitelisted_domains: ['https://shop.example.com', bench.shop.origin] });
});

const say = (message: unknown, more: Record<string, unknown> = {}) =>
  bench.graph('/v26.0/me/messages', { recipient: { id: ada }, messaging_type: 'RESPONSE', message, ...more });
const template = (payload: Record<string, unknown>) => ({ attachment: { type: 'template', payload } });
const generic = (...elements: unknown[]) => template({ template_type: 'generic', elements });
const card = (more: Record<string, unknown>) => ({ title: 'Print', ...more });
const link = (more: Record<string, unknown> = {}) => ({
  type: 'web_url',
  title: 'Buy',
  url: `${bench.shop.origin}/shop`,
  messenger_extensions: true,
  ...more,
});

function codeOf(answer: Answered): string {
  if (answer.status === 200) return 'taken';
  const error = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional() }) });
  const { code, error_subcode: subcode } = error.parse(answer.json).error;
  return subcode === undefined ? String(code) : `${code}/${subcode}`;
}

describe('who may call', () => {
  const body = { recipient: { id: ada }, messaging_type: 'RESPONSE', message: { text: 'hi' } };

  it.each([
    ['without a token', '', '2500'],
    ['with a foreign token', `?access_token=OTHER&appsecret_proof=${fixtureProof}`, '190'],
    ['without proof', '?access_token=TEST_PAGE_TOKEN', '100'],
    ['with a wrong proof', `?access_token=TEST_PAGE_TOKEN&appsecret_proof=${'0'.repeat(64)}`, '100'],
  ])('refuses a call %s', async (_what, query, code) => {
    const answer = await callJson(`${bench.origin}/v26.0/me/messages${query}`, { json: body });
    expect(codeOf(answer)).toBe(code);
  });

  it('knows no other Page, no other edge and no call without a version', async () => {
    expect(codeOf(await bench.graph('/v26.0/99999/messages', body))).toBe('100/33');
    expect(codeOf(await bench.graph('/v26.0/me/nothing', body))).toBe('2500');
    expect(codeOf(await bench.graph('/graph/me/messages', body))).toBe('2500');
  });
});

describe('whom it reaches', () => {
  it('refuses an unknown person, a blocked thread and a thread that never began', async () => {
    expect(codeOf(await say({ text: 'hi' }, { recipient: { id: '77' } }))).toBe('100/2018001');
    expect(codeOf(await say({ text: 'hi' }, { recipient: { id: ben } }))).toBe('10/2018278');
    await bench.lever(`threads/${ada}/block`, { blocked: true });
    expect(codeOf(await say({ text: 'hi' }))).toBe('551/1545041');
    expect((await bench.lever(`threads/${ada}/text`, { text: 'hi' })).status).toBe(409);
    await bench.lever(`threads/${ada}/block`, { blocked: false });
    expect(codeOf(await say({ text: 'hi' }))).toBe('taken');
  });

  it('closes after 24 hours, except for a human and for an approved template', async () => {
    await bench.lever('clock', { advanceSeconds: 24 * 3600 - 60 });
    expect(codeOf(await say({ text: 'hi' }))).toBe('taken');
    await bench.lever('clock', { advanceSeconds: 120 });
    expect(codeOf(await say({ text: 'hi' }))).toBe('10/2018278');
    expect(codeOf(await say({ text: 'hi' }, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }))).toBe('taken');
    const parameters = ['LL-1001', 'Friday'].map((text) => ({ type: 'text', text }));
    const components = [{ type: 'body', parameters }];
    const order = { template: { name: 'order_shipped', language: { code: 'en_US' }, components } };
    expect(codeOf(await say(order, { messaging_type: 'UTILITY' }))).toBe('taken');
    expect(codeOf(await say({ template: { ...order.template, name: 'unheard_of' } }, { messaging_type: 'UTILITY' }))).toBe('100');
    await bench.greet();
    expect(codeOf(await say({ text: 'hi' }))).toBe('taken');
  });
});

describe('what it takes', () => {
  const tooLong = [
    ['a text of 2001 characters', () => say({ text: 'x'.repeat(2001) })],
    ['14 quick replies', () => say({ text: 'x', quick_replies: Array(14).fill({ content_type: 'text', title: 'a', payload: 'A' }) })],
    ['a quick reply titled with 21 characters', () => say({ text: 'x', quick_replies: [{ content_type: 'text', title: 'x'.repeat(21), payload: 'A' }] })],
    ['11 elements', () => say(generic(...Array(11).fill(card({ subtitle: 's' }))))],
    ['a title of 81 characters', () => say(generic({ title: 'x'.repeat(81), subtitle: 's' }))],
    ['an element with a title alone', () => say(generic({ title: 'x' }))],
    ['4 buttons', () => say(generic(card({ buttons: Array(4).fill(link()) })))],
    ['a button titled with 21 characters', () => say(generic(card({ buttons: [link({ title: 'x'.repeat(21) })] })))],
    ['a payload of 1001 characters', () => say(generic(card({ buttons: [{ type: 'postback', title: 'a', payload: 'x'.repeat(1001) }] })))],
    ['a button template of 641 characters', () => say(template({ template_type: 'button', text: 'x'.repeat(641), buttons: [link()] }))],
    ['metadata of 1001 characters', () => say({ text: 'x', metadata: 'x'.repeat(1001) })],
    ['a member that does not exist', () => say({ text: 'x', colour: 'red' })],
    ['a picture without a web address', () => say(generic(card({ image_url: '/p/1.webp' })))],
    ['a fallback without extensions', () => say(generic(card({ buttons: [link({ messenger_extensions: false, fallback_url: 'https://shop.example.com' })] })))],
    ['a message without messaging_type', () => say({ text: 'x' }, { messaging_type: undefined })],
    ['neither text nor attachment', () => say({})],
  ] as const;

  it.each(tooLong)('refuses %s', async (_what, send) => {
    expect(codeOf(await send())).toBe('100');
  });

  it('refuses a body that is not JSON', async () => {
    const url = `${bench.origin}/v26.0/me/messages?access_token=TEST_PAGE_TOKEN&appsecret_proof=${fixtureProof}`;
    const answer = await fetch(url, { method: 'POST', body: '{"recipient":' });
    expect(codeOf({ status: answer.status, json: await answer.json() })).toBe('100');
  });

  it('takes extensions on a listed host only', async () => {
    expect(codeOf(await say(generic(card({ buttons: [link()] }))))).toBe('taken');
    const foreign = link({ url: 'https://elsewhere.example.com/shop' });
    expect(codeOf(await say(generic(card({ buttons: [foreign] }))))).toBe('100/2018063');
    expect(codeOf(await say(generic(card({ buttons: [{ ...foreign, messenger_extensions: false }] }))))).toBe('taken');
    const target = { type: 'web_url', url: 'http://shop.example.com/', messenger_extensions: true };
    expect(codeOf(await say(generic(card({ default_action: target }))))).toBe('100/2018063');
  });

  it.each(['http://shop.example.com', 'https://192.0.2.7', 'https://localhost', 'shop.example.com'])(
    'does not list %s',
    async (domain) => {
      expect(codeOf(await bench.graph('/v26.0/me/messenger_profile', { whitelisted_domains: [domain] }))).toBe('100');
    },
  );

  it('keeps Buy and Share to 2016, and texts to 640 characters there', async () => {
    const share = generic(card({ subtitle: 's', buttons: [{ type: 'element_share' }] }));
    const buy = readVector('outbound/buy-flexible.json', z.object({ request: z.object({ json: z.object({ message: z.unknown() }) }) }));
    expect([codeOf(await say(share)), codeOf(await say(buy.request.json.message))]).toEqual(['100', '100']);
    await bench.lever('profile', { era: '2016' });
    expect([codeOf(await say(share)), codeOf(await say(buy.request.json.message))]).toEqual(['taken', 'taken']);
    expect(codeOf(await say({ text: 'x'.repeat(641) }))).toBe('100');
  });
});

describe('receipts', () => {
  const json = readVector('outbound/receipt.json', z.object({ request: z.object({ json: z.object({ message: z.object({ attachment: z.object({ payload: z.record(z.string(), z.unknown()) }) }) }) }) }));
  const receipt = (more: Record<string, unknown> = {}) => say(template({ ...json.request.json.message.attachment.payload, ...more }));

  it('takes each order number once', async () => {
    expect(codeOf(await receipt())).toBe('taken');
    expect(codeOf(await receipt())).toBe('100');
    expect(codeOf(await receipt({ order_number: 'LL-1002' }))).toBe('taken');
  });

  it.each([
    ['a wrong total', { summary: { subtotal: 49, shipping_cost: 4.95, total_tax: 4.04, total_cost: 52.98 } }],
    ['lines that do not make the subtotal', { summary: { subtotal: 48, shipping_cost: 5.95, total_tax: 4.04, total_cost: 52.99 } }],
    ['a third decimal', { summary: { total_cost: 52.991 } }],
    ['a price as text', { elements: [{ title: 'Print', price: '49.00' }] }],
    ['no recipient', { recipient_name: undefined }],
    ['milliseconds', { timestamp: '1473670200000' }],
  ])('refuses %s', async (_what, change) => {
    expect(codeOf(await receipt(change))).toBe('100');
    expect(codeOf(await receipt())).toBe('taken');
  });
});

describe('the profile', () => {
  it('takes 10 calls in 10 minutes', async () => {
    const read = () => bench.graph('/v26.0/me/messenger_profile?fields=get_started');
    for (let call = 2; call <= 10; call += 1) expect(codeOf(await read())).toBe('taken');
    expect(codeOf(await read())).toBe('613');
    await bench.lever('clock', { advanceSeconds: 601 });
    expect((await read()).json).toEqual({ data: [] });
  });

  it('wants Get Started before a menu, and a listed domain before a link to it', async () => {
    const item = { type: 'web_url', title: 'Shop', url: 'https://shop.example.com/', messenger_extensions: true };
    const menu = { persistent_menu: [{ locale: 'default', call_to_actions: [item] }] };
    const set = (fields: unknown) => bench.graph('/v26.0/me/messenger_profile', fields);
    expect(codeOf(await set(menu))).toBe('100');
    expect(codeOf(await set({ ...menu, get_started: { payload: 'GO' } }))).toBe('taken');
    const elsewhere = { ...item, url: 'https://elsewhere.example.com/' };
    expect(codeOf(await set({ persistent_menu: [{ locale: 'default', call_to_actions: [elsewhere] }] }))).toBe('100/2018063');
    expect(codeOf(await set({ greeting: [{ locale: 'de_DE', text: 'Hallo' }] }))).toBe('100');
  });

  it('reads a person who has written, and nobody else', async () => {
    const read = (psid: string) => bench.graph(`/v26.0/${psid}?fields=first_name,locale`);
    expect((await read(ada)).json).toEqual({ id: ada, first_name: 'Ada', locale: 'en_US' });
    expect(codeOf(await read(ben))).toBe('100/2018218');
  });
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, ben, type Bench, callJson, fixtureAccounts, openBench, readVector } from './messenger-fixtures';

const vectorShape = z.object({
  request: z.object({ path: z.string(), form: z.record(z.string(), z.string()) }),
  response: z.object({ id: z.string() }),
});
const [campaign, adset, creative] = ['campaign', 'adset', 'creative'].map((name) => readVector(`ads/${name}.json`, vectorShape));
const { accessToken } = fixtureAccounts.ads;
const proof = createHmac('sha256', fixtureAccounts.app.secret).update(accessToken).digest('hex');
const answerShape = z.object({ id: z.string().optional(), error: z.object({ code: z.number(), error_subcode: z.number().optional() }).optional() });

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
});

async function post(path: string, form: Record<string, string>, token = accessToken) {
  const url = new URL(path, bench.origin);
  url.searchParams.set('access_token', token);
  url.searchParams.set('appsecret_proof', proof);
  return answerShape.parse(await (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).json());
}
const made = async (path: string, form: Record<string, string>) => z.string().parse((await post(path, form)).id);
const account = '/v26.0/act_1000000000000001';

/** The objects of the vectors, and the ad that binds them. */
async function makeAd(changes: Record<string, string> = {}): Promise<string> {
  const campaignId = await made(campaign?.request.path ?? '', campaign?.request.form ?? {});
  const adSetId = await made(adset?.request.path ?? '', { ...adset?.request.form, campaign_id: campaignId, ...changes });
  const creativeId = await made(creative?.request.path ?? '', creative?.request.form ?? {});
  return made(`${account}/ads`, {
    name: 'Totes',
    adset_id: adSetId,
    creative: JSON.stringify({ creative_id: creativeId }),
    status: 'PAUSED',
  });
}

describe('the Marketing API', () => {
  it('takes the recorded campaign, ad set and creative', async () => {
    expect(await makeAd()).toMatch(/^\d+$/);
  });

  it.each([
    ['a member that it does not know', 'campaigns', { ...campaign?.request.form, colour: 'green' }, 100, undefined],
    ['no special categories', 'campaigns', { name: 'x', objective: 'OUTCOME_ENGAGEMENT', status: 'PAUSED' }, 100, undefined],
    ['an ad set of no campaign', 'adsets', { ...adset?.request.form, campaign_id: '99999' }, 100, 33],
    ['another Page', 'creative', { ...creative?.request.form, object_story_spec: (creative?.request.form.object_story_spec ?? '').replace('104201609120001', '42') }, 200, 1487194],
    ['a welcome that is too long', 'creative', { ...creative?.request.form, object_story_spec: (creative?.request.form.object_story_spec ?? '').replace('Hi! Ask', 'a'.repeat(301)) }, 100, undefined],
  ])('refuses %s', async (_what, edge, form, code, subcode) => {
    const path = edge === 'creative' ? 'adcreatives' : edge;
    const fields = Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined));
    expect((await post(`${account}/${path}`, fields)).error).toMatchObject({ code, ...(subcode ? { error_subcode: subcode } : {}) });
  });

  it('refuses a budget of a cent, a foreign account and the token of the Page', async () => {
    const campaignId = await made(`${account}/campaigns`, campaign?.request.form ?? {});
    const poor = { ...adset?.request.form, campaign_id: campaignId, daily_budget: '1' };
    expect((await post(`${account}/adsets`, poor)).error).toMatchObject({ code: 100, error_subcode: 1885272 });
    expect((await post('/v26.0/act_42/campaigns', campaign?.request.form ?? {})).error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await post(`${account}/campaigns`, campaign?.request.form ?? {}, 'TEST_PAGE_TOKEN')).error).toMatchObject({ code: 190 });
  });
});

const referral = { source: 'ADS', type: 'OPEN_THREAD', ads_context_data: { ad_title: 'Totes that carry more' } };
const threadOf = async (psid: string) =>
  z.object({ messages: z.array(z.unknown()), welcome: z.unknown() }).parse((await callJson(`${bench.origin}/control/threads/${psid}`)).json);

describe('an ad in the feed', () => {
  it('shows its copy and its welcome, and tells the shop nothing before a new person acts', async () => {
    const adId = await makeAd();
    await bench.lever('ads', { status: 'ACTIVE' });
    const before = bench.shop.received.length;
    await bench.lever('ads', { tappedBy: ben });
    expect(JSON.stringify(await threadOf(ben))).toContain('Hi! Ask us anything about the autumn totes.');
    await bench.lever('webhooks/settled', {});
    expect(bench.shop.received.length).toBe(before);

    await bench.lever(`threads/${ben}/tap`, { iceBreaker: 0 });
    await bench.lever('webhooks/settled', {});
    const told = bench.shop.received.slice(before).map(({ raw }) => JSON.parse(raw).entry[0].messaging[0]);
    expect(told[0]).toMatchObject({ message: { text: 'Show me colours', referral: { ...referral, ad_id: adId } } });
    expect(JSON.stringify(await threadOf(ben))).toContain('We have green, navy and rust.');
  });

  it('tells at once where she has a thread, and does not open while paused', async () => {
    const adId = await makeAd();
    await bench.greet();
    expect((await bench.lever('ads', { tappedBy: ada })).status).toBe(409);
    await bench.lever('ads', { status: 'ACTIVE' });
    await bench.lever('webhooks/settled', {});
    const before = bench.shop.received.length;
    await bench.lever('ads', { tappedBy: ada });
    await bench.lever('webhooks/settled', {});
    expect(JSON.parse(bench.shop.received[before]?.raw ?? '').entry[0].messaging[0]).toMatchObject({ referral: { ...referral, ad_id: adId } });
  });
});

describe('step by step as recorded', () => {
  const { steps } = readVector(
    'ads/what-the-thread-shows.json',
    z.object({ steps: z.array(z.object({ step: z.string(), shop_receives: z.string().nullable() })) }),
  );
  const eventShape = z.object({ entry: z.tuple([z.object({ messaging: z.tuple([z.record(z.string(), z.unknown())]) })]) });
  /** Which members an event has, and where its referral is from; `ref` only where the ad was given one. */
  const outline = (body: unknown) => {
    const [event] = eventShape.parse(body).entry[0].messaging;
    const [name = ''] = Object.keys(event).filter((key) => !['sender', 'recipient', 'timestamp'].includes(key));
    const inner = z.record(z.string(), z.unknown()).parse(event[name]);
    return { name, members: Object.keys(inner).filter((key) => key !== 'ref').sort(), source: z.object({ source: z.string() }).parse(inner.referral ?? inner).source };
  };
  const acts: Record<string, () => Promise<unknown>> = {
    tap: () => bench.lever('ads', { tappedBy: ben }),
    'new person taps Get Started': () => bench.lever(`threads/${ben}/tap`, { getStarted: true }),
    'new person taps an ad ice breaker or sends the prefilled text': () =>
      bench.lever(`threads/${ben}/text`, { text: 'Hello! Can I get more info on this?' }),
    'person with a thread taps the ad': () => bench.lever('ads', { tappedBy: ada }),
  };

  it.each(steps)('$step', async ({ step, shop_receives: file }) => {
    await bench.graph('/v26.0/me/messenger_profile', { get_started: { payload: 'GO' } });
    await makeAd();
    await bench.lever('ads', { status: 'ACTIVE' });
    await bench.greet();
    if (step.startsWith('new person')) await bench.lever('ads', { tappedBy: ben });
    await bench.settled();
    const before = bench.shop.received.length;
    await acts[step]?.();
    await bench.settled();
    const told = bench.shop.received.slice(before).map(({ raw }) => outline(JSON.parse(raw)));
    expect(told).toEqual(file ? [outline(readVector(file, z.object({ body: z.unknown() })).body)] : []);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Bench, openBench, readVector, vectorNames } from './messenger-fixtures';

const vectorShape = z.object({
  id: z.string(),
  era: z.array(z.string()),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()),
    json: z.record(z.string(), z.unknown()).optional(),
  }),
  response: z.object({ status: z.number(), json: z.record(z.string(), z.unknown()) }),
});

/** What this world leaves out, and why; everything else must be answered as the vector says. */
const leftOut: Record<string, string> = {
  'outbound/errors.json': 'a list of bodies, checked below',
};

const files = [...vectorNames('outbound'), ...vectorNames('profile')].filter((name) => !(name in leftOut));
const vectors = files.map((name) => ({ name, ...readVector(name, vectorShape) }));

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Ids that Meta made up in the vectors are made up anew by every world. */
async function withOwnIds(json: Record<string, unknown> | undefined): Promise<Record<string, unknown> | undefined> {
  if (json === undefined) return undefined;
  let text = JSON.stringify(json);
  if (text.includes('2100000000000001')) {
    const made = await bench.graph('/v26.0/me/personas', {
      name: 'Sam',
      profile_picture_url: 'https://cdn.example.com/u/sam.jpg',
    });
    text = text.replaceAll('2100000000000001', z.object({ id: z.string() }).parse(made.json).id);
  }
  if (text.includes('1745504518999123')) {
    const media = { type: 'image', payload: { url: 'https://cdn.example.com/p/tote.jpg', is_reusable: true } };
    const made = await bench.graph('/v26.0/me/message_attachments', { message: { attachment: media } });
    text = text.replaceAll('1745504518999123', z.object({ attachment_id: z.string() }).parse(made.json).attachment_id);
  }
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** Ada taps the log-in button; the shop's page is opened with a token. */
async function startLinking(): Promise<string> {
  const button = { type: 'account_link', url: 'https://shop.example.com/messenger/link' };
  const payload = { template_type: 'button', text: 'Log in', buttons: [button] };
  const message = { attachment: { type: 'template', payload } };
  const sent = await bench.graph('/v26.0/me/messages', { recipient: { id: ada }, messaging_type: 'RESPONSE', message });
  const { message_id: mid } = z.object({ message_id: z.string() }).parse(sent.json);
  const tapped = await bench.lever(`threads/${ada}/tap`, { button: { mid, button: 0 } });
  const { webview } = z.object({ webview: z.object({ url: z.string() }) }).parse(tapped.json);
  return new URL(webview.url).searchParams.get('account_linking_token') ?? '';
}

describe.each(vectors)('$name', (vector) => {
  const eras = vector.era.includes('current') ? ['current'] : [];
  if (vector.era.some((year) => year < '2019') || eras.length === 0) eras.push('2016');

  it.each(eras)('is answered as in the vector, in era %s', async (era) => {
    await bench.lever('reset', {});
    await bench.lever('profile', { era });
    await bench.greet();
    const whitelist = { whitelisted_domains: ['https://shop.example.com'] };
    expect((await bench.graph('/v26.0/me/messenger_profile', whitelist)).status).toBe(200);
    const query = new URLSearchParams(vector.request.query);
    query.delete('access_token');
    if (query.has('account_linking_token')) query.set('account_linking_token', await startLinking());
    const json = await withOwnIds(vector.request.json);
    const call = `${vector.request.path}?${query}`;
    const answer = await bench.graph(call, json, vector.request.method);

    expect(answer).toMatchObject({ status: vector.response.status });
    const given = z.record(z.string(), z.unknown()).parse(answer.json);
    const { error: wantedError } = vector.response.json;
    if (wantedError) {
      const wanted = z.object({ code: z.number(), error_subcode: z.number().optional(), type: z.string() });
      expect(wanted.parse(given.error)).toEqual(wanted.parse(wantedError));
    } else if (vector.name !== 'profile/read.json') {
      expect(Object.keys(given).sort()).toEqual(Object.keys(vector.response.json).sort());
      for (const fixed of ['recipient_id', 'success', 'result', 'recipient'] as const) {
        expect(given[fixed]).toEqual(vector.response.json[fixed]);
      }
    }
  });
});

it('reads back what was set, each domain with a slash', async () => {
  await bench.lever('reset', {});
  const vector = vectors.find((one) => one.name === 'profile/read.json');
  const wanted = z
    .object({ data: z.tuple([z.object({ get_started: z.unknown(), greeting: z.unknown(), whitelisted_domains: z.unknown() })]) })
    .parse(vector?.response.json).data[0];
  await bench.graph('/v26.0/me/messenger_profile', {
    get_started: wanted.get_started,
    greeting: wanted.greeting,
    whitelisted_domains: ['https://shop.example.com'],
  });
  const read = await bench.graph('/v26.0/me/messenger_profile?fields=get_started,greeting,whitelisted_domains');
  expect(read.json).toEqual({ data: [wanted] });
});

describe('refusals', () => {
  const cases = readVector(
    'outbound/errors.json',
    z.object({ cases: z.array(z.object({ name: z.string(), http_status: z.number(), body: z.unknown() })) }),
  ).cases;

  beforeEach(async () => {
    await bench.lever('reset', {});
    await bench.greet();
  });

  it.each(cases)('can be ordered by name: $name', async ({ name, http_status: status, body }) => {
    expect((await bench.lever('graph', { error: name })).status).toBe(200);
    const message = { recipient: { id: ada }, messaging_type: 'RESPONSE', message: { text: 'hi' } };
    const refused = await bench.graph('/v26.0/me/messages', message);
    const error = z.object({ error: z.object({ fbtrace_id: z.string() }).loose() });
    const wanted = error.parse(body).error;
    const given = error.parse(refused.json).error;
    expect(refused.status).toBe(status);
    expect({ ...given, fbtrace_id: '' }).toEqual({ ...wanted, fbtrace_id: '' });
    expect((await bench.graph('/v26.0/me/messages', message)).status).toBe(200);
  });
});

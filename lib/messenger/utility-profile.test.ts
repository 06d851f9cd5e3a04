import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { UTILITY_BODIES, UTILITY_NAMES } from '@/lib/domain/messaging/utility';
import { setUpTemplates } from './utility-profile';

const PAGE = '104201609120001';
const EVERY = UTILITY_NAMES.flatMap((name) => [`${name} (de_DE)`, `${name} (en_US)`]);
const templateSchema = z.object({ name: z.string(), language: z.string(), status: z.string().default('APPROVED') });
let server: Server | undefined;

/** A Page that lists two templates at a time, as Meta lists a hundred. */
async function page(start: { refuse?: number; templates?: z.infer<typeof templateSchema>[] } = {}) {
  const state = { templates: start.templates ?? [], fields: ['messages'] };
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://graph');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.setHeader('content-type', 'application/json');
    const say = (json: unknown) => response.end(JSON.stringify(json));
    if (start.refuse) return say({ error: { code: start.refuse } });
    if (url.pathname.endsWith('/subscribed_apps')) {
      if (request.method === 'POST') state.fields = url.searchParams.get('subscribed_fields')?.split(',') ?? [];
      return say(
        request.method === 'POST' ? { success: true } : { data: [{ id: '77', subscribed_fields: state.fields }] },
      );
    }
    if (request.method === 'POST') {
      state.templates.push(templateSchema.parse(JSON.parse(chunks.join(''))));
      return say({ id: '1', status: 'PENDING' });
    }
    const from = Number(url.searchParams.get('after') ?? 0);
    const more = state.templates.length > from + 2 ? { next: 'https://graph/next' } : {};
    return say({
      data: state.templates.slice(from, from + 2),
      paging: { cursors: { after: String(from + 2) }, ...more },
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const shop = { publicUrl: 'https://shop.example.com', shopName: 'Paper Lantern' };
  const app = { pageAccessToken: 't', appSecret: 's', pageId: PAGE, appId: '77' };
  return { state, run: () => setUpTemplates({ origin, version: 'v26.0', ...app, ...shop }) };
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed));
});

test('makes every template in both languages and listens to their fate; a second run changes nothing', async () => {
  const { state, run } = await page();
  const first = await run();
  expect(first).toMatchObject({ ok: true, value: { changed: ['subscribed_fields', ...EVERY] } });
  expect(first.ok && first.value.states?.every(({ status }) => status === 'PENDING')).toBe(true);
  expect(state.fields).toEqual(['messages', 'message_template_status_update']);
  const second = await run();
  expect(second).toMatchObject({ ok: true, value: { changed: [] } });
  expect(second.ok && second.value.states?.map(({ status }) => status)).toEqual(EVERY.map(() => 'APPROVED'));
});

test('leaves what is there, rejected or not, and what is of others', async () => {
  const { state, run } = await page({
    templates: [
      { name: 'hello', language: 'en_US', status: 'APPROVED' },
      { name: 'kiosk_order_sent', language: 'de_DE', status: 'REJECTED' },
    ],
  });
  const done = await run();
  expect(done.ok && done.value.changed).toEqual([
    'subscribed_fields',
    ...EVERY.filter((name) => name !== 'kiosk_order_sent (de_DE)'),
  ]);
  expect(state.templates).toHaveLength(EVERY.length + 1);
});

test.each([10, 100, 200, 2500])('a Page without them (%i) is no fault', async (code) => {
  const { run } = await page({ refuse: code });
  expect(await run()).toEqual({ ok: true, value: { changed: [], states: null } });
});

test('a dead token is one', async () => {
  const { run } = await page({ refuse: 190 });
  expect(await run()).toMatchObject({ ok: false, problem: 'refused', detail: { code: 190 } });
});

test('each template names its parameters in order, with an example of each', () => {
  for (const bodies of Object.values(UTILITY_BODIES))
    for (const { text, example } of Object.values(bodies)) {
      const places = [...new Set(text.match(/\{\{\d\}\}/g))].sort();
      expect(places).toEqual(example.map((_one, index) => `{{${index + 1}}}`));
    }
});

import { afterEach, describe, expect, it } from 'vitest';
import { Clock } from './clock';
import { createControls } from './control';
import { answerEvents, answerJson, type Origin } from './exchange';
import { Faults } from './faults';
import { createOrigin } from './http';
import { Wire } from './wire';
import type { World } from './world';

const opened: Origin[] = [];
afterEach(async () => {
  for (const origin of opened.splice(0)) await origin.close();
});

function makeWorld(): World {
  const clock = new Clock();
  return {
    clock,
    wire: new Wire(() => clock.nowMs()),
    faults: new Faults(),
    origins: { messenger: '', stripe: '', paypal: '', smtp: '' },
    accounts: {
      app: { id: '1', secret: 's', verifyToken: 'v' },
      page: { id: '2', name: 'Page', username: 'page', accessToken: 't' },
      ads: { accountId: '1', accessToken: 'marketing' },
      stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecret: 'whsec_1' },
    },
    shopOrigin: 'http://127.0.0.1:9',
    era: 'current',
    newcomersFrom: 0,
  };
}

async function openWorld() {
  const world = makeWorld();
  const controls = createControls(world);
  const acted: string[] = [];
  let kept = 'first';
  controls.register({
    name: 'part',
    reset: () => {
      kept = 'forgotten';
    },
    snapshot: () => ({ kept }),
    restore: (state) => {
      kept = state.kept;
    },
  });
  const origin = await createOrigin({
    world,
    name: 'part',
    port: 0,
    cors: (path) => path.startsWith('/things'),
    routes: [
      {
        method: 'POST',
        pattern: '/things/:id',
        handler: (call) => {
          acted.push(call.params.id ?? '');
          return answerJson({ id: call.params.id, bytes: call.body.length });
        },
      },
      { method: 'GET', pattern: '/assets/*rest', quiet: true, handler: (call) => answerJson(call.params) },
      {
        method: 'GET',
        pattern: '/stream',
        handler: () =>
          answerEvents((send) => {
            send({ hello: 1 }, 'greeting');
            return () => acted.push('stream closed');
          }),
      },
      ...controls.routes,
    ],
  });
  opened.push(origin);
  const post = (path: string, body: unknown) =>
    fetch(`${origin.origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { world, origin, acted, post, kept: () => kept };
}

describe('an origin of the simulated world', () => {
  it('answers by pattern and writes the whole exchange to the wire log', async () => {
    const { world, origin, post } = await openWorld();
    const answer = await post('/things/a%20b', { n: 1 });
    expect(await answer.json()).toEqual({ id: 'a b', bytes: 7 });
    await fetch(`${origin.origin}/assets/js/app.js`);
    const [entry, ...others] = world.wire.since(0);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ direction: 'shop → part', method: 'POST', url: '/things/a%20b', status: 200 });
    expect(entry?.requestBody).toBe('{"n":1}');
    expect(entry?.responseBody).toBe('{"id":"a b","bytes":7}');
  });

  it('cuts the connection before or after acting when a fault is armed', async () => {
    const { acted, post, world } = await openWorld();
    await post('/control/faults', { match: 'POST /things/', kind: 'drop-before' });
    await expect(post('/things/1', {})).rejects.toThrow();
    expect(acted).toEqual([]);
    await post('/control/faults', { match: 'POST /things/', kind: 'drop-after' });
    await expect(post('/things/2', {})).rejects.toThrow();
    expect(acted).toEqual(['2']);
    expect((await post('/things/3', {})).status).toBe(200);
    expect(world.wire.since(0).map((entry) => entry.status)).toEqual([0, 0, 200]);
  });

  it('answers an armed status with and without acting', async () => {
    const { acted, post } = await openWorld();
    await post('/control/faults', { match: '/things', kind: 'status', status: 503 });
    await post('/control/faults', { match: '/things', kind: 'status', status: 500, acted: true });
    expect((await post('/things/1', {})).status).toBe(503);
    expect((await post('/things/2', {})).status).toBe(500);
    expect(acted).toEqual(['2']);
  });

  it('refuses a lever that is set wrongly and says what is wrong', async () => {
    const { post } = await openWorld();
    const answer = await post('/control/faults', { match: 'x', kind: 'explode' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('kind');
    expect((await post('/control/clock', { advanceSeconds: 'soon' })).status).toBe(400);
  });

  it('lays the state aside, takes it up again, and forgets everything on reset', async () => {
    const { world, post, kept } = await openWorld();
    await post('/control/clock', { advanceSeconds: 3600 });
    const ahead = world.clock.aheadMilliseconds();
    expect(await (await post('/control/snapshot', {})).json()).toEqual({ snapshot: 'snapshot-1' });
    await post('/control/reset', {});
    expect([kept(), world.clock.aheadMilliseconds(), world.wire.since(0).length]).toEqual(['forgotten', 0, 0]);
    await post('/control/restore', { snapshot: 'snapshot-1' });
    expect([kept(), world.clock.aheadMilliseconds()]).toEqual(['first', ahead]);
    expect((await post('/control/restore', { snapshot: 'snapshot-9' })).status).toBe(400);
  });

  it('streams events and lets browsers of other origins in where it is said', async () => {
    const { origin } = await openWorld();
    const abort = new AbortController();
    const stream = await fetch(`${origin.origin}/stream`, { signal: abort.signal });
    const first = await stream.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('event: greeting\ndata: {"hello":1}\n\n');
    abort.abort();
    const preflight = await fetch(`${origin.origin}/things/1`, {
      method: 'OPTIONS',
      headers: { origin: 'http://shop.test', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://shop.test');
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { appSecretProof } from '@/e2e/simulator/messenger/signing';
import { type Simulator, startSimulator } from '@/e2e/simulator/server';
import { shopEnvironment } from '@/e2e/simulator/shop-environment';
import { getShopSettings, saveShopSettings } from '@/lib/db/settings';
import { DOCTOR_EN } from '@/lib/domain/words/doctor';
import { DOCTOR_DE } from '@/lib/domain/words/doctor-de';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { SUBSCRIBED_FIELDS } from '@/lib/messenger/profile';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';
import { type Env, readEnv } from '../env';
import { setUpPage } from '../set-up-page';
import { examine } from './examine';

// The doctor among the doubles: a healthy shop, then one thing wrong with it at a time.
const SHOP = 'http://localhost:9';
const PRIVACY = { de: 'Was wir speichern', en: 'What we keep' };
let simulator: Simulator;
let house: TestHouse;
let env: Env;

beforeAll(async () => {
  simulator = await startSimulator({ ports: { messenger: 0, stripe: 0 }, shopOrigin: SHOP });
  house = await createTestHouse();
  const settings = shopEnvironment(simulator.origins, demoAccounts);
  env = readEnv({ ...settings, NODE_ENV: 'test', PUBLIC_URL: SHOP, DATABASE_URL: house.database.url });
  const stripe = { secretKey: env.STRIPE_SECRET_KEY, apiOrigin: env.STRIPE_API_ORIGIN };
  house.deps.payments.stripe = createStripeGateway(stripe);
});
afterAll(async () => {
  await simulator.close();
  await house.drop();
});

async function setUp(): Promise<string[]> {
  const done = await setUpPage(env, house.deps);
  if (!done.ok) throw new Error('the set-up failed');
  return done.value.changed;
}
const look = (changed: Partial<Env> = {}) =>
  examine({ ...env, ...changed }, { pool: house.database.open.pool, deps: house.deps });
const lever = (path: string, json: unknown) =>
  fetch(`${simulator.origins.messenger}/control/${path}`, { method: 'POST', body: JSON.stringify(json) });
function graph(method: string, path: string, json: unknown = {}) {
  const { app, page } = demoAccounts;
  const url = new URL(`/v26.0/${path}`, simulator.origins.messenger);
  url.searchParams.set('access_token', page.accessToken);
  url.searchParams.set('appsecret_proof', appSecretProof(page.accessToken, app.secret));
  return fetch(url, { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });
}
function stripe(method: string, path: string, form: Record<string, string> = {}) {
  const headers = { authorization: `Bearer ${env.STRIPE_SECRET_KEY}` };
  const body = method === 'POST' ? { body: new URLSearchParams(form) } : {};
  return fetch(`${simulator.origins.stripe}/v1/${path}`, { method, headers, ...body });
}

beforeEach(async () => {
  await lever('reset', {});
  const shop = await getShopSettings(house.deps.db);
  await saveShopSettings(house.deps.db, { ...shop, legal: { ...shop.legal, privacy: PRIVACY } });
  await setUp();
});

test('nothing is broken where everything is set up', async () => {
  expect((await look()).filter(({ is }) => is === 'broken')).toEqual([]);
});

test('messenger:setup a second time writes nothing to Meta', async () => {
  const before = Date.now();
  expect(await setUp()).toEqual([]);
  const wire = await (await fetch(`${simulator.origins.messenger}/control/wire?since=0`)).json();
  const entries = z.object({
    entries: z.array(z.object({ method: z.string(), atMs: z.number(), direction: z.string() })),
  });
  const heard = entries.parse(wire).entries.filter((one) => one.atMs >= before && one.direction.startsWith('shop'));
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.filter(({ method }) => method !== 'GET')).toEqual([]);
});

type Seed = { wrong: string; what: RegExp; remedy: RegExp; seed?: () => Promise<unknown>; env?: () => Partial<Env> };
const SEEDS: Seed[] = [
  {
    wrong: 'a token that Meta refuses (190)',
    env: () => ({ FACEBOOK_PAGE_ACCESS_TOKEN: 'EAAexpired' }),
    what: /refuses the Page’s token \(code 190\)/,
    remedy: /new token.*FACEBOOK_PAGE_ACCESS_TOKEN/,
  },
  {
    wrong: 'the token of another Page',
    env: () => ({ FACEBOOK_PAGE_ID: '99' }),
    what: /another Page/,
    remedy: /FACEBOOK_PAGE_ID/,
  },
  {
    wrong: 'an app that takes calls without proof',
    seed: () => lever('app', { requiresProof: false }),
    what: /without appsecret_proof/,
    remedy: /Require App Secret/,
  },
  {
    wrong: 'a webhook field that is missing',
    seed: () => graph('POST', `${demoAccounts.page.id}/subscribed_apps?subscribed_fields=messages`),
    what: /does not tell the shop of .*messaging_postbacks/,
    remedy: /messenger:setup/,
  },
  {
    wrong: 'Meta’s word on templates that does not come',
    seed: () => graph('POST', `${demoAccounts.page.id}/subscribed_apps?subscribed_fields=${SUBSCRIBED_FIELDS.join()}`),
    what: /does not tell the shop of message_template_status_update/,
    remedy: /messenger:setup/,
  },
  {
    wrong: 'webhooks that go elsewhere',
    seed: () => lever('app', { callbackUrl: 'https://elsewhere.example.com/hook' }),
    what: /webhooks go to https:\/\/elsewhere/,
    remedy: /localhost:9\/api\/messenger\/webhook.*FACEBOOK_VERIFY_TOKEN/,
  },
  {
    wrong: 'a domain that is not on the list',
    seed: () => graph('POST', 'me/messenger_profile', { whitelisted_domains: ['https://elsewhere.example.com'] }),
    what: /domain is not on the Page’s list/,
    remedy: /messenger:setup/,
  },
  {
    wrong: 'no Get Started button',
    seed: () => graph('DELETE', 'me/messenger_profile', { fields: ['persistent_menu', 'get_started'] }),
    what: /no Get Started button/,
    remedy: /messenger:setup/,
  },
  {
    wrong: 'a stale menu',
    seed: () => {
      const old = { type: 'postback', title: 'Old', payload: 'OLD' };
      return graph('POST', 'me/messenger_profile', {
        persistent_menu: [{ locale: 'default', call_to_actions: [old] }],
      });
    },
    what: /menu is stale/,
    remedy: /messenger:setup/,
  },
  {
    wrong: 'events that Stripe does not send',
    seed: async () => {
      await stripe('DELETE', 'webhook_endpoints/we_1KioskShop00000000000000');
      const url = `${SHOP}/api/stripe/webhook`;
      await stripe('POST', 'webhook_endpoints', { url, 'enabled_events[0]': 'payment_intent.succeeded' });
    },
    what: /Stripe does not tell the shop of .*charge\.dispute\.created/,
    remedy: /At Stripe.*STRIPE_WEBHOOK_SECRET/,
  },
  {
    wrong: 'a webhook that PayPal does not know',
    env: () => ({ paypal: env.paypal && { ...env.paypal, webhookIds: ['NOBODYS'] } }),
    what: /PayPal knows no webhook/,
    remedy: /PAYPAL_WEBHOOK_ID/,
  },
  {
    wrong: 'a mail server out of reach',
    env: () => ({ mail: env.mail && { ...env.mail, url: 'smtp://127.0.0.1:1' } }),
    what: /mail server does not let us in/,
    remedy: /SMTP_URL/,
  },
  {
    wrong: 'an address without https',
    env: () => ({ PUBLIC_URL: 'http://shop.example.com' }),
    what: /is not https/,
    remedy: /set PUBLIC_URL/,
  },
  {
    wrong: 'no privacy notice',
    seed: async () => {
      const shop = await getShopSettings(house.deps.db);
      await saveShopSettings(house.deps.db, { ...shop, legal: { ...shop.legal, privacy: { de: '', en: ' ' } } });
    },
    what: /no privacy notice/,
    remedy: /settings.*\/shop\/legal\/privacy/,
  },
];

test.each(SEEDS)('finds $wrong and names the remedy', async ({ seed, env: change, what, remedy }) => {
  await seed?.();
  const broken = (await look(change?.())).filter(({ is }) => is === 'broken');
  const said = broken.map(({ say }) => ({ ...say(DOCTOR_EN), german: say(DOCTOR_DE) }));
  const found = said.find((one) => what.test(one.what));
  expect(found, JSON.stringify(said)).toBeTruthy();
  expect(found?.remedy).toMatch(remedy);
  expect(found?.german.what).not.toBe(found?.what);
  expect(found?.german.remedy).toBeTruthy();
});

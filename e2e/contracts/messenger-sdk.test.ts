import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Bench, callJson, fixtureAccounts, openBench, readVector } from './messenger-fixtures';
import { loadPage, sendButton, tapButton } from './messenger-page';

let bench: Bench;
let mid: string;
beforeAll(async () => {
  bench = await openBench({ era: '2016' });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await bench.graph('/v26.0/me/messenger_profile', { whitelisted_domains: [bench.shop.origin] });
  mid = await sendButton(bench, { messenger_extensions: true });
});

const tapBuy = () => tapButton(bench, mid);

async function openPage() {
  const webview = await tapBuy();
  const page = await loadPage(bench, webview.id);
  await page.ready;
  return { ...page, webview };
}

const context = (appId: string) => (success: unknown, error: unknown) => [appId, success, error];
const plain = (success: unknown, error: unknown) => [success, error];

describe('the context', () => {
  it('is signed afresh for the person whose webview it is', async () => {
    const { sdk } = await openPage();
    const [given] = await sdk.call('getContext', context(fixtureAccounts.app.id));
    const answer = z.object({ thread_type: z.string(), tid: z.string(), psid: z.string(), signed_request: z.string() }).parse(given);
    const [signature, payload = ''] = answer.signed_request.split('.');
    expect(signature).toBe(createHmac('sha256', fixtureAccounts.app.secret).update(payload).digest('base64url'));
    const members = z.object({ issued_at: z.number() }).loose().parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    expect(Object.keys(members).sort()).toEqual(['algorithm', 'issued_at', 'page_id', 'psid', 'thread_type', 'tid']);
    expect(members).toMatchObject({ algorithm: 'HMAC-SHA256', page_id: 104201609120001, psid: ada, tid: ada });
    expect(Math.abs(members.issued_at - Date.now() / 1000)).toBeLessThan(5);
  });

  it('carries a wrong signature when the phone is tampered with', async () => {
    await bench.lever('host', { sdk: 'tampered' });
    const { sdk } = await openPage();
    const [given] = await sdk.call('getContext', context(fixtureAccounts.app.id));
    const answer = z.object({ psid: z.string(), signed_request: z.string() }).parse(given);
    const [signature, payload = ''] = answer.signed_request.split('.');
    expect(signature).not.toBe(createHmac('sha256', fixtureAccounts.app.secret).update(payload).digest('base64url'));
    expect(answer.psid).not.toBe(ada);
  });

  it.each([
    ['another app', async () => (await openPage()).sdk.call('getContext', context('42')), 2018164],
    ['a webview that was closed', async () => {
      const { sdk, webview } = await openPage();
      await callJson(`${bench.origin}/screen/webview/${webview.id}/close`, { json: {} });
      return sdk.call('getContext', context(fixtureAccounts.app.id));
    }, 2018154],
    ['a page of another origin', async () => {
      const page = await loadPage(bench, (await tapBuy()).id, 'https://evil.example.com');
      await page.ready;
      return page.sdk.call('getContext', context(fixtureAccounts.app.id));
    }, 2071011],
    ['a guessed webview', async () => {
      const page = await loadPage(bench, 'wv_guessed');
      await page.ready;
      return page.sdk.call('getContext', context(fixtureAccounts.app.id));
    }, 2018154],
    ['an ordinary browser', async () => {
      const page = await loadPage(bench, '');
      await page.ready;
      return page.sdk.call('getContext', context(fixtureAccounts.app.id));
    }, 2071011],
    ['a button without extensions', async () => {
      mid = await sendButton(bench, {});
      return (await openPage()).sdk.call('getContext', context(fixtureAccounts.app.id));
    }, 2071011],
  ] as const)('is refused to %s', async (_who, ask, code) => {
    expect((await ask()).slice(0, 2)).toEqual(['error', code]);
  });
});

describe('the rest of the SDK', () => {
  it('names its features by era and host', async () => {
    const { sdk } = await openPage();
    const vector = readVector('sdk/get-supported-features.json', z.object({ cases: z.array(z.object({ name: z.string(), success: z.unknown() })) }));
    const wanted = (name: string) => vector.cases.find((one) => one.name === name)?.success;
    expect(await sdk.call('getSupportedFeatures', plain)).toEqual([wanted('mobile-2018')]);
    await bench.lever('host', { kind: 'facebook-frame' });
    expect(await sdk.call('getSupportedFeatures', plain)).toEqual([wanted('desktop-web')]);
    await bench.lever('host', { kind: 'ios' });
    await bench.lever('profile', { era: 'current' });
    expect(await sdk.call('getSupportedFeatures', plain)).toEqual([{ supported_features: ['context'] }]);
  });

  it('asks permission, and knows no other than two', async () => {
    const { sdk } = await openPage();
    const ask = (permission: string) => sdk.call('askPermission', (success, error) => [success, error, permission]);
    expect(await ask('user_profile')).toEqual([{ isGranted: true, permissions: ['user_profile'] }]);
    expect(await ask('user_cards')).toEqual(['error', 2018166, 'Permission not valid to call the SDK API']);
    expect(await sdk.call('getGrantedPermissions', plain)).toEqual([{ permissions: ['user_profile', 'user_messaging'] }]);
  });

  it('closes its own webview', async () => {
    const { sdk } = await openPage();
    await sdk.call('requestCloseBrowser', plain);
    const screen = await callJson(`${bench.origin}/screen?psid=${ada}`);
    expect(screen.json).toMatchObject({ webview: null });
  });

  it('answers in 2026 that what is gone is gone', async () => {
    const { sdk } = await openPage();
    await bench.lever('profile', { era: 'current' });
    for (const gone of ['beginShareFlow', 'requestPaymentCredentials', 'processPayment', 'getUserID']) {
      expect((await sdk.call(gone, plain)).slice(0, 2)).toEqual(['error', 2071010]);
    }
  });

  it.each(['off', 'slow'] as const)('keeps silent while it is %s', async (state) => {
    await bench.lever('host', { sdk: state, slowMs: 300 });
    const page = await loadPage(bench, (await tapBuy()).id);
    const first = await Promise.race([page.ready.then(() => 'ready'), new Promise((done) => setTimeout(done, 150, 'silent'))]);
    expect(first).toBe('silent');
    if (state === 'slow') await page.ready;
  });

  const flows = readVector(
    'sdk/begin-share-flow.json',
    z.object({
      cases: z.array(
        z.object({ name: z.string(), mode: z.string(), message: z.unknown(), success: z.unknown().optional(), error: z.array(z.unknown()).optional() }),
      ),
    }),
  ).cases;

  it.each(flows)('shares as in the vector "$name"', async (vector) => {
    const { sdk } = await openPage();
    if (vector.name === 'cancelled') await bench.lever('sharing', { next: 'cancelled' });
    if (vector.name === 'removed-client') await bench.lever('profile', { era: 'current' });
    const answer = await sdk.call('beginShareFlow', (success, error) => [success, error, vector.message, vector.mode]);
    expect(answer).toEqual(vector.error ? ['error', ...vector.error] : [vector.success]);
  });
});

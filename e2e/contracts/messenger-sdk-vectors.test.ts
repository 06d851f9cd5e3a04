import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sdkErrors } from '@/e2e/simulator/messenger/bridge-error';
import { ada, type Bench, fixtureAccounts, openBench, readVector } from './messenger-fixtures';
import { loadPage, sendButton, tapButton } from './messenger-page';

// Each recorded case of the SDK's methods, acted out in a page of the webview.
const caseShape = z.object({ name: z.string(), permission: z.string().optional(), success: z.unknown().optional(), error: z.unknown().optional() });
const casesOf = (file: string) => readVector(`sdk/${file}.json`, z.object({ cases: z.array(caseShape) })).cases;
const codeIn = (error: unknown) => (Array.isArray(error) ? error[0] : z.object({ code: z.number() }).parse(error).code);

let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ era: '2016' });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await bench.graph('/v26.0/me/messenger_profile', { whitelisted_domains: [bench.shop.origin] });
});

async function openPage(id?: string) {
  const mid = await sendButton(bench, { messenger_extensions: true });
  const page = await loadPage(bench, id ?? (await tapButton(bench, mid)).id);
  await page.ready;
  return page.sdk;
}
const plain = (success: unknown, error: unknown) => [success, error];
const allow = (granted: string[]) => bench.lever(`threads/${ada}/permissions`, { granted });

describe('getContext', () => {
  it.each(casesOf('get-context'))('$name', async ({ name, success, error }) => {
    if (name === 'group') await bench.lever('host', { threadKind: 'group' });
    if (name === 'old-client') await bench.lever('host', { client: 'old' });
    const sdk = await openPage(name === 'not-enabled' ? '' : undefined);
    const appId = name === 'wrong-app-id' ? '1' : fixtureAccounts.app.id;
    const given = await sdk.call('getContext', (done, failed) => [appId, done, failed]);
    if (error) expect(given.slice(0, 2)).toEqual(['error', codeIn(error)]);
    else expect(given).toEqual([{ ...Object(success), signed_request: expect.stringMatching(/^[\w-]+\.[\w-]+$/) }]);
  });
});

describe('askPermission', () => {
  it.each(casesOf('ask-permission'))('$name', async ({ name, permission = '', success, error }) => {
    if (name === 'rejected') await allow([]);
    const sdk = await openPage();
    const given = await sdk.call('askPermission', (done, failed) => [done, failed, permission]);
    expect(given).toEqual(Array.isArray(error) ? ['error', ...error] : [success]);
  });
});

describe('getGrantedPermissions', () => {
  it.each(casesOf('get-granted-permissions'))('$name', async ({ name, success }) => {
    if (name === 'none') await allow([]);
    expect(await (await openPage()).call('getGrantedPermissions', plain)).toEqual([success]);
  });
});

describe('requestCloseBrowser', () => {
  it.each(casesOf('request-close-browser'))('$name', async ({ name, success, error }) => {
    const sdk = await openPage(name === 'outside-messenger' ? '' : undefined);
    const given = await sdk.call('requestCloseBrowser', plain);
    if (error) expect(given.slice(0, 2)).toEqual(['error', codeIn(error)]);
    else expect(given).toEqual([success]);
  });
});

it('errors: the double throws no code that is not in the list', () => {
  const { codes } = readVector('sdk/errors.json', z.object({ codes: z.array(z.object({ code: z.number() })) }));
  const thrown = Object.values(sdkErrors).map((make) => make('').code);
  expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(thrown));
});

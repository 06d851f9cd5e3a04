import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Answer, answerHtml, answerJson, type Call, Refusal, type Route, readJson } from '../world/exchange';
import { answerBridge, callShape } from './bridge';
import { codeRoute } from './graph/codes';
import { findPerson, type Messenger } from './messenger';
import { pageIcon } from './page-icon';
import { extensionsScript } from './sdk-script';
import { followPageLink } from './taps';

const screensFolder = path.join(import.meta.dirname, '..', 'screens', 'dist');

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

const notBuilt = `<!doctype html><title>Simulator</title><h1>The screens are not built yet</h1>
<p>Run <code>npx vite build e2e/simulator/screens</code> once and load this page again. The APIs answer already.</p>`;

function screenFile(name: string): Answer {
  const file = path.join(screensFolder, name);
  const inside = file.startsWith(screensFolder + path.sep);
  if (!inside || !existsSync(file) || !statSync(file).isFile()) {
    return name === 'index.html' ? answerHtml(notBuilt, 503) : answerHtml('<!doctype html><h1>Not found</h1>', 404);
  }
  const type = mediaTypes[path.extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'cache-control': 'no-cache' };
  return { status: 200, headers, body: readFileSync(file) };
}

function drawing(svg: string): Answer {
  return { status: 200, headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }, body: svg };
}

function portrait(messenger: Messenger, call: Call): Answer {
  const person = findPerson(messenger, (call.params.file ?? '').replace(/\.svg$/, ''));
  if (!person) throw new Refusal(404, 'There is no such person.');
  const hue = Number(BigInt(person.psid) % 12n) * 30;
  const letters = `${person.firstName[0] ?? ''}${person.lastName[0] ?? ''}`.replace(/[<&>"]/g, '');
  return drawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="hsl(${hue} 45% 38%)"/><text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">${letters}</text></svg>`,
  );
}

/** A file that the shop sent along with a message. */
function upload(messenger: Messenger, call: Call): Answer {
  const file = messenger.state.uploads.get(call.params.id ?? '');
  if (!file) throw new Refusal(404, 'There is no such file.');
  return { status: 200, headers: { 'content-type': file.type }, body: Buffer.from(file.bytes) };
}

/** An m.me link, opened by whoever the screen showed last, or by `as`. A known thread hears of it at once. */
function pageLink(messenger: Messenger, call: Call): Answer {
  const { page } = messenger.world.accounts;
  if (call.params.page !== page.username && call.params.page !== page.id)
    throw new Refusal(404, 'There is no such Page.');
  const psid = call.url.searchParams.get('as') ?? messenger.state.lastShown;
  if (!findPerson(messenger, psid)) throw new Refusal(404, `There is nobody with the psid ${psid}.`);
  followPageLink(messenger, psid, call.url.searchParams.get('ref'));
  return { status: 302, headers: { location: `/?psid=${psid}` }, body: '' };
}

/** The webview without the screen: the page itself, told by its fragment which webview it is. */
function webviewAlone(messenger: Messenger, call: Call): Answer {
  const webview = messenger.state.webviews.get(call.params.id ?? '');
  if (!webview?.open) throw new Refusal(404, 'This webview is closed.');
  const url = new URL(webview.url);
  url.hash = messenger.state.host.kind === 'browser' ? url.hash : `messenger_webview=${webview.id}`;
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' };
}

/** What anybody may load: the phone, the SDK, pictures, m.me links. */
export function publicRoutes(messenger: Messenger): Route[] {
  return [
    { method: 'GET', pattern: '/', quiet: true, handler: () => screenFile('index.html') },
    {
      method: 'GET',
      pattern: '/assets/*rest',
      quiet: true,
      handler: (call) => screenFile(path.join('assets', call.params.rest ?? '')),
    },
    { method: 'GET', pattern: '/page-icon.svg', quiet: true, handler: () => drawing(pageIcon) },
    { method: 'GET', pattern: '/people/:file', quiet: true, handler: (call) => portrait(messenger, call) },
    { method: 'GET', pattern: '/uploads/:id', quiet: true, handler: (call) => upload(messenger, call) },
    codeRoute(messenger),
    { method: 'GET', pattern: '/m/:page', handler: (call) => pageLink(messenger, call) },
    { method: 'GET', pattern: '/webview/:id', handler: (call) => webviewAlone(messenger, call) },
    {
      method: 'POST',
      pattern: '/webview/:id/sdk',
      quiet: true,
      handler: async (call) => {
        const asked = readJson(call, callShape);
        return answerJson(await answerBridge(messenger, call.params.id ?? '', call.headers.origin ?? '', asked));
      },
    },
    {
      method: 'GET',
      pattern: '/en_US/messenger.Extensions.js',
      handler: () => ({
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
        body: extensionsScript(messenger.world.origins.messenger),
      }),
    },
  ];
}

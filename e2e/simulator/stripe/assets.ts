import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Answer, answerHtml, answerJson, type Route } from '../world/exchange';
import type { Double } from './double';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), 'browser');
const bundles = new Map<string, Promise<string>>();

async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: path.join(here, `${entry}.ts`),
        formats: ['iife'],
        name: `kioskStripe${entry.replaceAll('-', '')}`,
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`There is no script in ${entry}.`);
  return chunk.code;
}

/** The script, built once for all doubles of this process. */
function script(entry: string): Promise<string> {
  const known = bundles.get(entry);
  if (known) return known;
  const building = bundle(entry);
  bundles.set(entry, building);
  return building;
}

async function scriptAnswer(entry: string): Promise<Answer> {
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: await script(entry) };
}

async function styleAnswer(name: string): Promise<Answer> {
  const body = await readFile(path.join(here, `${name}.css`), 'utf8');
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body };
}

const frame = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Secure payment input frame</title><link rel="stylesheet" href="/endive/frame.css"></head>
<body><form id="form" novalidate></form><script src="/endive/frame.js"></script></body>
</html>`;

const wallets = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Secure express checkout frame</title><link rel="stylesheet" href="/endive/wallets.css"></head>
<body><script src="/endive/wallets.js"></script></body>
</html>`;

/** What browsers load: Stripe.js, the frame with the card fields, and the styles of the double's own pages. */
export function assetRoutes(double: Double): Route[] {
  const asset = (pattern: string, handler: () => Promise<Answer> | Answer): Route => ({
    method: 'GET',
    pattern,
    quiet: true,
    handler,
  });
  return [
    asset('/endive/stripe.js', () => scriptAnswer('stripe')),
    asset('/endive/frame.js', () => scriptAnswer('frame')),
    asset('/endive/challenge-done.js', () => scriptAnswer('challenge-done')),
    asset('/endive/wallets.js', () => scriptAnswer('wallets')),
    asset('/endive/wallets.css', () => styleAnswer('wallets')),
    asset('/endive/frame.css', () => styleAnswer('frame')),
    asset('/endive/pages.css', () => styleAnswer('pages')),
    asset('/v1/elements/wallets', () => answerJson({ wallets: double.state.levers.wallets })),
    asset('/frame/wallets', () => answerHtml(wallets)),
    asset('/frame/payment', () => answerHtml(frame)),
  ];
}

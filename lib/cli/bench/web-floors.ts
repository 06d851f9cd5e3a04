import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { PICTURE_WIDTHS, pictureAddress } from '@/lib/domain/catalogue/picture';
import { freePort, type RunningServer, startServer } from './servers';
import { type HandMade, plainHtml } from './web-pages';

export type HandMadePages = { product: HandMade; list: HandMade };

/** Inside the checkout, since Next's bundler follows packages only below its root; not kept by git. */
const NEXT_FOLDER = path.resolve('test-results/next-floor');
const NEXT = 'node_modules/next/dist/bin/next';
const TYPES: Record<string, string> = { '.avif': 'image/avif', '.webp': 'image/webp' };

/** The pages without any script, compressed beforehand, at `/product` and `/list`. */
export async function startPlainFloor(pages: HandMadePages): Promise<RunningServer> {
  const kept = new Map(
    Object.entries(pages).map(([name, page]): [string, Buffer] => [`/${name}`, brotliCompressSync(plainHtml(page))]),
  );
  const server = createServer(async ({ url = '' }, response) => {
    const html = kept.get(url);
    if (html) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(html);
      return;
    }
    const type = TYPES[path.extname(url)];
    const bytes = type && /^\/demo\/[\w-]+\.\w+$/.test(url) ? await readFile(`public${url}`).catch(() => null) : null;
    response.writeHead(bytes ? 200 : 404, bytes && type ? { 'content-type': type } : {}).end(bytes);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the floor has no port');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { origin: `http://127.0.0.1:${address.port}`, stop };
}

/**
 * The same pages as a Next app of two static pages without client components, built now and served by `next start`. The body is
 * one piece of HTML in each page, which spares Next all work with elements: the floor is lower for it, never higher.
 */
export async function startNextFloor(pages: HandMadePages, pictures: string[]): Promise<RunningServer> {
  await rm(NEXT_FOLDER, { recursive: true, force: true });
  await writeNextApp(pages);
  await mkdir(`${NEXT_FOLDER}/public/demo`, { recursive: true });
  for (const file of pictures)
    for (const width of PICTURE_WIDTHS)
      for (const format of ['avif', 'webp'] as const) {
        const address = pictureAddress(file, width, format);
        await cp(`public${address}`, `${NEXT_FOLDER}/public${address}`);
      }
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(process.execPath, [NEXT, 'build', NEXT_FOLDER], { env });
  const args = [NEXT, 'start', NEXT_FOLDER, '-H', '127.0.0.1', '-p', String(await freePort())];
  const server = await startServer(args, { NEXT_TELEMETRY_DISABLED: '1' }, /Local:\s+http:\/\/[\w.]+:(\d+)/);
  const stop = async () => {
    await server.stop();
    await rm(NEXT_FOLDER, { recursive: true, force: true });
  };
  return { origin: server.origin, stop };
}

async function writeNextApp(pages: HandMadePages): Promise<void> {
  const layout = `export default ({ children }) => <html lang="de"><head><style dangerouslySetInnerHTML={{ __html: ${JSON.stringify(pages.product.css)} }} /></head><body>{children}</body></html>;`;
  const config = `export default { turbopack: { root: ${JSON.stringify(process.cwd())} }, poweredByHeader: false, agentRules: false };`;
  const files: Record<string, string> = {
    'next.config.mjs': config,
    'app/layout.jsx': layout,
    'package.json': '{"type":"module"}',
  };
  for (const [name, { title, body }] of Object.entries(pages))
    files[`app/${name}/page.jsx`] =
      `export const metadata = { title: ${JSON.stringify(title)} };\nexport default () => <div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(body)} }} />;`;
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(`${NEXT_FOLDER}/${file}`), { recursive: true });
    await writeFile(`${NEXT_FOLDER}/${file}`, content);
  }
}

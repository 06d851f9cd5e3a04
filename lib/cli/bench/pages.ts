import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type RunningServer, startFloor } from './servers';
import { type Figure, printFigures } from './table';

const CONNECTIONS = [1, 16, 64];
const SECONDS = 4;

const report = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.number(),
  non2xx: z.number(),
});

/** How fast the shop's first pages come, compressed, beside a bare server that sends as many bytes. */
export async function measurePages(shop: RunningServer, product: string): Promise<Figure[]> {
  const pages = { list: '/shop', product: `/shop/products/${product}` };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const floor = await startFloor(await sizeOf(shop.origin + path));
    try {
      for (const connections of CONNECTIONS) {
        await Promise.all([floor.origin, shop.origin + path].map((url) => load(url, 4, 1))); // warm up
        const bare = await load(`${floor.origin}/`, connections);
        const ours = await load(shop.origin + path, connections);
        figures.push({
          what: `${name}, ${connections} connection${connections > 1 ? 's' : ''}`,
          perSecond: ours.requests.average,
          floorPerSecond: bare.requests.average,
          p50Ms: ours.latency.p50,
          p99Ms: ours.latency.p99,
        });
      }
    } finally {
      await floor.stop();
    }
  }
  printFigures('Pages, requests', 'bare node:http sending as many bytes', figures);
  return figures;
}

async function sizeOf(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length') ?? 0);
}

/** autocannon in a process of its own, so that it does not wait for us; any answer but 2xx makes the figure worthless. */
async function load(url: string, connections: number, seconds = SECONDS) {
  const args = ['-j', '-c', String(connections), '-d', String(seconds), '-H', 'accept-encoding: br', url];
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/autocannon/autocannon.js', ...args]);
  const read = report.parse(JSON.parse(stdout));
  if (read.errors + read.non2xx > 0) throw new Error(`${url}: ${read.errors} errors, ${read.non2xx} answers not 2xx`);
  return read;
}

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getImport, type ImportView } from '@/lib/db/catalogue-imports';
import { openDatabase } from '@/lib/db/client';
import { isUnderWay } from '@/lib/domain/catalogue/transfer/import-job';
import { takeBack, takeFile, takeImport } from '@/lib/flows/import/steer-import';
import type { RunningServer } from './servers';
import { quantile } from './table';

const ROWS = 50_000;
const SIZES = ['XS', 'S', 'M', 'L', 'XL'];
const EVERY_MS = 40;
const IDLE_MS = 6_000;

type Needs = Parameters<typeof takeFile>[0];

/**
 * A file of 50,000 variants taken by the worker inside the running shop: compared, taken, compared again with other prices, taken,
 * undone; and how long shoppers wait meanwhile for a product's page and for a search, beside what they wait on a quiet shop.
 */
export async function measureImports(shop: RunningServer, databaseUrl: string, product: string) {
  const database = openDatabase(databaseUrl);
  const deps: Needs = {
    db: database.db,
    now: () => new Date(),
    newId: () => randomBytes(16).toString('base64url'),
    log: () => undefined,
  };
  try {
    const paths = [`/shop/products/${product}`, '/shop/search?q=otter'];
    const idle = await whileBusy(shop, paths, () => pause(IDLE_MS));
    const figures: { what: string; seconds: number; waitedMs: number; idleMs: number }[] = [];
    const step = async (what: string, id: string, begin: () => Promise<unknown>) => {
      const start = performance.now();
      const waited = await whileBusy(shop, paths, async () => {
        await begin();
        await ended(deps, id);
      });
      const seconds = (performance.now() - start) / 1000;
      figures.push({ what, seconds, waitedMs: quantile(waited, 0.99), idleMs: quantile(idle, 0.99) });
    };
    for (const [round, cents] of ['00', '50'].entries()) {
      const id = await upload(deps, cents);
      await step(round === 0 ? 'compare, all new' : 'compare, all dearer', id, async () => undefined);
      await step(round === 0 ? 'take, all new' : 'take, all dearer', id, () =>
        takeImport(deps, { importId: id, who: 'bench' }),
      );
      if (round === 1) await step('undo', id, () => takeBack(deps, { importId: id, who: 'bench' }));
    }
    for (const { what, seconds, waitedMs, idleMs } of figures)
      process.stdout.write(
        `Import of ${ROWS} rows, ${what}: ${seconds.toFixed(1)} s; shoppers' p99 ${waitedMs.toFixed(1)} ms, quiet ${idleMs.toFixed(1)} ms\n`,
      );
    return figures;
  } finally {
    await database.close();
  }
}

async function upload(deps: Needs, cents: string): Promise<string> {
  const options = JSON.stringify([
    {
      key: 'size',
      name: { de: 'Größe', en: 'Size' },
      values: SIZES.map((size) => ({ key: size.toLowerCase(), name: { de: size, en: size } })),
    },
  ]).replaceAll('"', '""');
  const lines = [
    'slug,sku,option_values,stock,price_EUR,price_USD,status,title_de,title_en,description_de,vendor,tags,options',
  ];
  for (let number = 1; number <= ROWS / SIZES.length; number += 1)
    for (const [at, size] of SIZES.entries()) {
      const own =
        at === 0
          ? `active,Hemd ${number},Shirt ${number},<p>Ein Hemd aus Leinen.</p>,Weberei,"Hemd, Leinen","${options}"`
          : ',,,,,,';
      lines.push(`shirt-${number},SHIRT-${number}-${size},${size.toLowerCase()},20,49.${cents},59.${cents},${own}`);
    }
  const reading = { currency: 'EUR', language: 'de', takesStock: true } as const;
  return takeFile(deps, { name: 'bench.csv', content: lines.join('\n'), options: reading, who: 'bench' });
}

async function ended(deps: Needs, id: string): Promise<ImportView> {
  for (;;) {
    const job = await getImport(deps.db, id);
    if (!job) throw new Error('the import is gone');
    if (!isUnderWay(job.status)) {
      if (job.errors > 0 || job.problem)
        throw new Error(`the import ended as ${job.status}: ${job.problem}, ${job.errors} errors`);
      return job;
    }
    await pause(200);
  }
}

/** Asks for pages at a steady pace while something else goes on; answers how long each took, in ms. */
async function whileBusy(shop: RunningServer, paths: string[], work: () => Promise<unknown>): Promise<number[]> {
  const tookMs: number[] = [];
  const busy = { over: false };
  const asking = Promise.all(
    paths.map(async (path) => {
      while (!busy.over) {
        const start = performance.now();
        const answer = await fetch(shop.origin + path);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
        tookMs.push(performance.now() - start);
        await pause(EVERY_MS);
      }
    }),
  );
  await Promise.race([work(), asking]).finally(() => {
    busy.over = true;
  });
  await asking;
  return tookMs;
}

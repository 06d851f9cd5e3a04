import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Browser, type CDPSession, chromium } from 'playwright';
import { z } from 'zod';

/** One cold visit. Times in milliseconds since it began, sizes in bytes as they came over the line. */
export type Visit = {
  lcpMs: number;
  /** When the button that puts into the cart was drawn; null where there is none. */
  usableMs: number | null;
  tbtMs: number;
  cls: number;
  /** The page itself, without its headers. */
  html: number;
  bytesUntilLoad: number;
  requestsUntilLoad: number;
  bytesInAll: number;
  requestsInAll: number;
};

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER_CPU = 4;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const LONG_TASK_MS = 50;

/** A string, since it runs in the page. The button counts from the frame after the one in which it was laid out. */
const OBSERVER = `window.seen = { lcp: 0, cls: 0, long: [], usable: null };
const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
on('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
on('longtask', (entry) => { seen.long.push([entry.startTime, entry.duration]); });
const look = () => {
  const button = document.querySelector('form[action="/api/cart"][method="post"] [type=submit]:not([formaction])');
  if (button && button.getClientRects().length > 0) requestAnimationFrame(() => { seen.usable = performance.now(); });
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

const seenSchema = z.object({
  lcp: z.number(),
  cls: z.number(),
  long: z.array(z.tuple([z.number(), z.number()])),
  usable: z.number().nullable(),
  fcp: z.number(),
});

export async function openBrowser(): Promise<Browser> {
  const places = z.array(z.string()).parse(JSON.parse(await readFile('e2e/chromium-places.json', 'utf8')));
  const executablePath = [process.env.CHROMIUM_PATH ?? '', ...places].find(existsSync);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ args: [...args, '--disable-component-update', '--disable-sync'], executablePath });
}

/** Opens a page as a phone that was never here does, over a slow line, and stays until nothing happens any more. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, locale: 'de-DE' });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Page.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
    const line = watchLine(devtools);
    await page.addInitScript({ content: OBSERVER });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    const seen = seenSchema.parse(
      await page.evaluate(
        `new Promise((done) => setTimeout(done, 1000)).then(() => ({ ...seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }))`,
      ),
    );
    const blocking = seen.long.filter(([start]) => start >= seen.fcp).map(([, duration]) => duration - LONG_TASK_MS);
    const tbtMs = blocking.reduce((sum, ms) => sum + ms, 0);
    return { lcpMs: seen.lcp, usableMs: seen.usable, tbtMs, cls: seen.cls, ...line() };
  } finally {
    await context.close();
  }
}

type OnTheLine = { bytes: number; headers: number; isPage: boolean };

/** Counts what comes, and keeps how much it was when the load event fired. */
function watchLine(devtools: CDPSession) {
  const requests = new Map<string, OnTheLine>();
  const sum = () => ({
    bytes: [...requests.values()].reduce((total, { bytes }) => total + bytes, 0),
    requests: requests.size,
  });
  let atLoad = { bytes: 0, requests: 0 };
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:'))
      requests.set(requestId, { bytes: 0, headers: 0, isPage: type === 'Document' });
  });
  devtools.on('Network.responseReceived', ({ requestId, response: { encodedDataLength } }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { bytes: encodedDataLength, headers: encodedDataLength });
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += encodedDataLength;
  });
  // What came in all: of an answer that was handled before it was whole, the parts say nothing.
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  devtools.on('Page.loadEventFired', () => {
    atLoad = sum();
  });
  const page = () => [...requests.values()].find(({ isPage }) => isPage);
  return () => ({
    html: (page()?.bytes ?? 0) - (page()?.headers ?? 0),
    bytesUntilLoad: atLoad.bytes,
    requestsUntilLoad: atLoad.requests,
    bytesInAll: sum().bytes,
    requestsInAll: sum().requests,
  });
}

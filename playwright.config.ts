import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import places from './e2e/chromium-places.json' with { type: 'json' };

// A Chromium of this machine; without one Playwright's own, which `npm test` has downloaded then.
const chromium = [process.env.CHROMIUM_PATH ?? '', ...places].find(existsSync);

// A phone as many have it, in Chromium: the Page's people sit in an in-app browser.
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // Emptied at each start: the reports of other runs lie beside it.
  outputDir: 'test-results/stories',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./e2e/failure-reporter.ts'], ['json', { outputFile: 'test-results/stories.json' }]],
  use: {
    ...phone,
    locale: 'de-DE',
    // What was done and waited for; pictures and snapshots would cost every green story a tenth of its time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

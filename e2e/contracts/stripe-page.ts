import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import type { Origin } from '@/e2e/simulator/world/exchange';
import { createOrigin } from '@/e2e/simulator/world/http';
import { openStripeWorld, type StripeWorld } from './stripe-world';

const pureEntry = createRequire(import.meta.url).resolve('@stripe/stripe-js/pure');
const pureLoader = readFileSync(path.resolve(path.dirname(pureEntry), '../dist/pure.mjs'), 'utf8');

// Playwright's own browser where the system has none.
const systemChromium = '/usr/bin/chromium';

export type ShopPage = { all: StripeWorld; page: Page; shop: Origin; close: () => Promise<void> };

/** A page of another origin under a shop's strict CSP, with Stripe.js by a tag of its own and the real loader. */
export async function openShopPage(): Promise<ShopPage> {
  const all = await openStripeWorld();
  const stripeOrigin = all.double.origin;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-shop' ${stripeOrigin}`,
    "style-src 'self' 'nonce-shop'",
    `frame-src ${stripeOrigin}`,
    `connect-src 'self' ${stripeOrigin}`,
  ].join('; ');
  const html = `<!doctype html><html lang="en"><head><title>Checkout</title></head><body>
<h1>Checkout</h1><div id="payment"></div><div id="second"></div>
<script nonce="shop" src="${stripeOrigin}/endive/stripe.js"></script>
<script nonce="shop" type="module">
import { loadStripe } from '/pure.mjs';
window.loaded = loadStripe('${all.world.accounts.stripe.publishableKey}');
</script></body></html>`;
  const shop = await createOrigin({
    world: all.world,
    name: 'shop',
    port: 0,
    routes: [
      {
        method: 'GET',
        pattern: '/checkout',
        handler: () => ({
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
          body: html,
        }),
      },
      {
        method: 'GET',
        pattern: '/pure.mjs',
        quiet: true,
        handler: () => ({ status: 200, headers: { 'content-type': 'text/javascript' }, body: pureLoader }),
      },
    ],
  });
  const browser: Browser = await chromium.launch({
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage({ locale: 'en-US' });
  return {
    all,
    page,
    shop,
    close: async () => {
      await browser.close();
      await shop.close();
      await all.close();
    },
  };
}

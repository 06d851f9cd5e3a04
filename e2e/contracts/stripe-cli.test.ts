import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

const run = promisify(execFile);
const binary = createRequire(import.meta.url).resolve(`@stripe/cli-${process.platform}-${process.arch}/bin/stripe`);

let all: StripeWorld;
let home: string;
beforeAll(async () => {
  all = await openStripeWorld();
  home = await mkdtemp(path.join(tmpdir(), 'stripe-cli-'));
});
afterAll(async () => {
  await all.close();
  await rm(home, { recursive: true });
});

/** Stripe's own command line, which knows nothing of a double: only its hidden flag points it here. */
async function stripe(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run(binary, ['--api-base', all.double.origin, ...words], {
    env: {
      NODE_ENV: 'test',
      HOME: home,
      XDG_CONFIG_HOME: home,
      STRIPE_API_KEY: all.world.accounts.stripe.secretKey,
      STRIPE_CLI_TELEMETRY_OPTOUT: '1',
    },
    timeout: 30_000,
  });
  return stdout + stderr;
}

describe("Stripe's own command line drives the double from outside", () => {
  it.each([
    ['payment_intent.succeeded', 'payment_intent.succeeded'],
    ['payment_intent.payment_failed', 'payment_intent.payment_failed'],
    ['payment_intent.created', 'payment_intent.created'],
    ['payment_intent.canceled', 'payment_intent.canceled'],
    ['charge.refunded', 'charge.refunded'],
    ['payment_method.attached', 'payment_method.attached'],
    ['customer.created', 'customer.created'],
  ])('to %s', async (trigger, type) => {
    expect(await stripe('trigger', trigger)).toContain('Trigger succeeded');
    await all.delivery((received) => received.type === type);
  });

  it('and reads there what was made', async () => {
    await stripe('trigger', 'payment_intent.succeeded');
    const intents = JSON.parse(await stripe('payment_intents', 'list', '--limit', '1'));
    expect(intents).toMatchObject({ object: 'list', data: [{ object: 'payment_intent', status: 'succeeded' }] });
  });
});

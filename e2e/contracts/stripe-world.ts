import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { type StripeDouble, startStripe } from '@/e2e/simulator/stripe/server';
import { loneWorld } from '@/e2e/simulator/world/lone-world';
import type { World } from '@/e2e/simulator/world/world';

export type Received = { event: Stripe.Event | null; raw: string; signature: string; id: string; type: string };

export type StripeWorld = {
  world: World;
  double: StripeDouble;
  stripe: Stripe;
  /** What reached the shop's webhook, in order; `event` is null where the signature did not hold. */
  received: Received[];
  /** What the shop answers to a webhook. */
  shop: { status: number };
  /** Resolves with the first delivery that fits, however late it comes. */
  delivery: (fits: (received: Received) => boolean) => Promise<Received>;
  pull: (path: string, body: unknown) => Promise<Response>;
  /** The bare call with a form, for what the client's types do not let through or do not show. */
  call: (method: string, path: string, form: Form, headers?: Form) => Promise<Called>;
  close: () => Promise<void>;
};

type Form = Record<string, string>;
type Called = { status: number; headers: Headers; text: string };

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The shop has no port.');
  return address.port;
}

/** A Stripe double with a shop that does nothing but take its webhooks, and the real client to call it with. */
export async function openStripeWorld(): Promise<StripeWorld> {
  const received: Received[] = [];
  const shop = { status: 200 };
  const listeners = new Set<() => void>();
  const verifier = new Stripe('sk_test_only_for_signatures');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const signature = String(request.headers['stripe-signature']);
      const { id = '', type = '' } = JSON.parse(raw);
      let event: Stripe.Event | null = null;
      try {
        event = verifier.webhooks.constructEvent(raw, signature, demoAccounts.stripe.webhookSecret);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
      }
      response.writeHead(shop.status).end();
      received.push({ event, raw, signature, id, type });
      for (const listener of [...listeners]) listener();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const world = loneWorld(`http://127.0.0.1:${portOf(server.address())}`);
  const double = await startStripe(world, { port: 0 });
  const { hostname, port } = new URL(double.origin);
  const stripe = new Stripe(demoAccounts.stripe.secretKey, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  return {
    world,
    double,
    stripe,
    received,
    shop,
    delivery: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find(fits);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    call: async (method, path, form, headers = {}) => {
      const authorization = `Bearer ${world.accounts.stripe.secretKey}`;
      const query = new URLSearchParams(form);
      const url = `${double.origin}${path}${method === 'GET' ? `?${query}` : ''}`;
      const body = method === 'GET' ? {} : { body: query };
      const init = { method, headers: { authorization, ...headers }, redirect: 'manual', ...body } as const;
      const response = await fetch(url, init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    pull: (path, body) => fetch(`${double.origin}/control/${path}`, { method: 'POST', body: JSON.stringify(body) }),
    close: async () => {
      await double.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

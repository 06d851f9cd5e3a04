import Stripe from 'stripe';

export type StripeSettings = { secretKey: string; apiOrigin: string };

/** Stripe's own client, pointed at where its API is. Retries and time limits are said per call. */
export function createStripeClient({ secretKey, apiOrigin }: StripeSettings): Stripe {
  const { hostname, port, protocol } = new URL(apiOrigin);
  return new Stripe(secretKey, {
    host: hostname,
    port: port || (protocol === 'https:' ? 443 : 80),
    protocol: protocol === 'https:' ? 'https' : 'http',
    telemetry: false,
  });
}

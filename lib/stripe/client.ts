import Stripe from 'stripe';
import { createCappedHttpClient } from './capped-http';

export type StripeSettings = {
  secretKey: string;
  apiOrigin: string;
  /** Called when Stripe refuses the key itself: nothing works until somebody changes it. */
  keyRefused?: () => void;
};

/** Stripe's own client, pointed at where its API is. Retries and time limits are said per call. */
export function createStripeClient({ secretKey, apiOrigin, keyRefused }: StripeSettings): Stripe {
  const { hostname, port, protocol } = new URL(apiOrigin);
  const stripe = new Stripe(secretKey, {
    host: hostname,
    port: port || (protocol === 'https:' ? 443 : 80),
    protocol: protocol === 'https:' ? 'https' : 'http',
    telemetry: false,
    httpClient: createCappedHttpClient(),
  });
  stripe.on('response', ({ status }: Stripe.ResponseEvent) => {
    if (status === 401 || status === 403) keyRefused?.();
  });
  return stripe;
}

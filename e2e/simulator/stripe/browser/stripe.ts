import { StripeInstance } from './stripe-instance';
import { IntegrationError } from './values';

const tag = document.currentScript;
const origin = tag instanceof HTMLScriptElement ? new URL(tag.src).origin : window.location.origin;

function createStripe(key: unknown, options?: unknown): StripeInstance {
  if (typeof key !== 'string' || key === '') {
    throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.');
  }
  if (/^(sk|rk)_/.test(key)) {
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
    );
  }
  return new StripeInstance(origin, key, options);
}

Object.defineProperty(window, 'Stripe', {
  value: Object.assign(createStripe, { version: 'endive' }),
  configurable: true,
  writable: true,
});

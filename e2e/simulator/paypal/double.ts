import { randomInt } from 'node:crypto';
import type { World } from '../world/world';
import { emptyState, type PaypalEvent, type State } from './state';

/** The merchant's PayPal as its dashboard would show it. All invented. */
export const paypalAccount = {
  clientId: 'kiosk-demo-paypal-client',
  clientSecret: 'kiosk-demo-paypal-secret',
  webhookId: '5KK00000KIOSKDEMO',
  merchantId: 'K29SKDEM22222',
};

export type Double = {
  readonly world: World;
  /** Where it listens; known once it does. */
  origin: string;
  state: State;
  /** Called with every new event: it is to be delivered. */
  onEvent: (event: PaypalEvent) => void;
};

export function createDouble(world: World): Double {
  return { world, origin: '', state: emptyState(), onEvent: () => undefined };
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXY';

/** Seventeen letters and digits, as PayPal's ids have them. */
export function newId(length = 17): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += alphabet[randomInt(alphabet.length)];
  return text;
}

/** PayPal stamps whole seconds. */
export function stamp(double: Double): string {
  return new Date(double.world.clock.nowSeconds() * 1000).toISOString().replace('.000Z', 'Z');
}

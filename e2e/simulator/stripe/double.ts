import type { World } from '../world/world';
import { emptyState, type State } from './state';

/** The version that the account is pinned to, and whose shapes every answer has. */
export const apiVersion = '2026-10-28.endive';

/** The double's memory and the world that it lives in; every part takes this. */
export type Double = {
  readonly world: World;
  /** Where it listens; known once it does. */
  origin: string;
  state: State;
  /** The call that is being answered, for `request` in the events that it causes. */
  caller: { id: string; idempotencyKey: string | null } | null;
  /** Called when something new waits in the agenda. */
  onAgenda: () => void;
};

export function createDouble(world: World): Double {
  const double: Double = { world, origin: '', state: emptyState(), caller: null, onAgenda: () => undefined };
  addShopEndpoint(double);
  return double;
}

/** Forgets every payment; the shop's own webhook endpoint stays, as if the merchant had set it up. */
export function forgetAll(double: Double): void {
  double.state = emptyState();
  addShopEndpoint(double);
}

function addShopEndpoint({ world, state }: Double): void {
  const id = 'we_1KioskShop00000000000000';
  state.endpointSecrets.set(id, world.accounts.stripe.webhookSecret);
  state.endpoints.set(id, {
    id,
    object: 'webhook_endpoint',
    api_version: apiVersion,
    application: null,
    created: world.clock.nowSeconds(),
    description: 'The shop under test',
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: `${world.shopOrigin}/api/stripe/webhook`,
  });
}

/** Puts something on the agenda, `seconds` from now on the world's clock. */
export function later(double: Double, seconds: number, due: DistributiveOmit<State['agenda'][number], 'atMs'>): void {
  double.state.agenda.push({ ...due, atMs: double.world.clock.nowMs() + seconds * 1000 });
  double.onAgenda();
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

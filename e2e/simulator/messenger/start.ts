import type { Controls } from '../world/control';
import type { Origin, Route } from '../world/exchange';
import { createOrigin } from '../world/http';
import type { Era, World } from '../world/world';
import { linkingRoutes } from './account-linking';
import { callbackLevers } from './app-callbacks';
import { graphHandler } from './graph/router';
import { threadLevers, worldLevers } from './levers';
import { adLevers } from './marketing/ad-levers';
import { feedRoutes } from './marketing/feed';
import { type ChargeCard, freshState, type Messenger } from './messenger';
import { outreachLevers } from './opt-in';
import { publicRoutes } from './public-routes';
import { screenRoutes } from './screen-routes';
import type { MessengerState } from './state';
import { defaultRetryDelaysMs, WebhookSender } from './webhooks';

const handshakeEveryMs = 500;

export type MessengerOptions = {
  port: number;
  controls: Controls;
  charge: ChargeCard;
  /** Of other parts of the world that are shown on this origin. */
  guestRoutes?: Route[];
  webhookRetryDelaysMs?: number[];
};

function createMessenger(world: World, options: MessengerOptions): Messenger {
  const listeners = new Set<() => void>();
  const messenger: Messenger = {
    world,
    webhooks: new WebhookSender(world, {
      retryDelaysMs: options.webhookRetryDelaysMs ?? defaultRetryDelaysMs,
      onSwitchedOff: () => {
        messenger.state.subscribedFields = [];
        console.warn('Webhooks disabled: the app was taken off the Page; subscribe it again.');
      },
    }),
    charge: options.charge,
    state: freshState(),
    viewers: new Map(),
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return messenger;
}

type Kept = { era: Era; state: MessengerState };

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'era' in value && 'state' in value;
}

function registerLevers(messenger: Messenger, controls: Controls): void {
  const firstEra = messenger.world.era;
  controls.register({
    name: 'messenger',
    // What the merchant has set up stays: a reset forgets people's doings, not the Page's profile.
    reset: () => {
      const { profile, subscribedFields } = messenger.state;
      messenger.webhooks.reset();
      messenger.world.era = firstEra;
      messenger.state = { ...freshState(), profile, subscribedFields };
      messenger.changed();
    },
    snapshot: (): Kept => ({ era: messenger.world.era, state: messenger.state }),
    restore: (kept) => {
      if (!isKept(kept)) throw new Error('This is no snapshot of Messenger.');
      messenger.webhooks.reset();
      messenger.world.era = kept.era;
      messenger.state = kept.state;
      messenger.changed();
    },
  });
}

/** Shakes hands with the shop's webhook as soon as it can be reached, and not before. */
function keepKnocking(messenger: Messenger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const knock = async () => {
    const done = await messenger.webhooks.verify();
    if (!done && !ended) timer = setTimeout(() => void knock(), handshakeEveryMs);
  };
  void knock();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** Opens Messenger: Graph API, webhooks, thread, webview and SDK, on one origin. */
export async function startMessenger(world: World, options: MessengerOptions): Promise<Origin> {
  const messenger = createMessenger(world, options);
  const graph = graphHandler(messenger);
  const graphRoutes = ['GET', 'POST', 'DELETE'].map((method) => ({
    method,
    pattern: '/:version/*rest',
    handler: graph,
  }));
  const origin = await createOrigin({
    world,
    name: 'messenger',
    port: options.port,
    cors: (path) => /^\/webview\/[^/]+\/sdk$/.test(path),
    routes: [
      ...threadLevers(messenger),
      ...worldLevers(messenger),
      ...callbackLevers(messenger),
      ...outreachLevers(messenger),
      ...options.controls.routes,
      ...(options.guestRoutes ?? []),
      ...adLevers(messenger),
      ...feedRoutes(messenger),
      ...screenRoutes(messenger),
      ...linkingRoutes(messenger),
      ...publicRoutes(messenger),
      ...graphRoutes,
    ],
  });
  world.origins.messenger = origin.origin;
  registerLevers(messenger, options.controls);
  const stopKnocking = keepKnocking(messenger);
  return {
    ...origin,
    close: async () => {
      stopKnocking();
      await messenger.webhooks.close();
      await origin.close();
    },
  };
}

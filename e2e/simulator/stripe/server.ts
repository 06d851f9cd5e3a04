import { type Controls, createControls } from '../world/control';
import type { OriginOptions } from '../world/exchange';
import { createOrigin } from '../world/http';
import type { World } from '../world/world';
import { Agenda } from './agenda';
import { apiRoutes, forcedAnswer } from './api';
import { assetRoutes } from './assets';
import { captureEndpoints } from './capturing';
import { challengeRoutes } from './challenge';
import { chargeEndpoints } from './charges';
import { dashboardRoutes } from './dashboard';
import { Deliverer } from './deliveries';
import { disputeEndpoints } from './disputes';
import { createDouble, type Double, forgetAll } from './double';
import { createForeignCharge, type ForeignCharge } from './foreign';
import { hostedPageRoutes } from './hosted-page';
import { intentEndpoints } from './intents';
import { keptMethodEndpoints } from './kept-methods';
import { leverRoutes } from './levers';
import { merchantEndpoints } from './merchant';
import { methodEndpoints } from './methods';
import type { Charge } from './money-objects';
import { refundEndpoints } from './refunds';
import { sessionEndpoints } from './sessions';
import { tokenEndpoints } from './tokens';

export type StripeDouble = {
  origin: string;
  close: () => Promise<void>;
  reset: () => void;
  /** A captured charge that Messenger made on the merchant's linked account; its events go out. */
  createForeignCharge: (input: ForeignCharge) => Charge;
};

export type StripeOptions = {
  port: number;
  /** The levers shared with the other origins of this world; left out, the double has its own. */
  controls?: Controls;
};

function notFound(method: string, path: string) {
  const message = `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
  const body = JSON.stringify({ error: { type: 'invalid_request_error', message } }, null, 2);
  return { status: 404, headers: { 'content-type': 'application/json' }, body };
}

function registerState(double: Double, controls: Controls): void {
  controls.register({
    name: 'stripe',
    reset: () => forgetAll(double),
    // The snapshot is the whole state: nothing of a payment lives outside it.
    snapshot: () => double.state,
    restore: (state) => {
      double.state = state;
      double.onAgenda();
    },
  });
}

/** Opens the Stripe of the simulated world on 127.0.0.1: API, Stripe.js, challenge page, dashboard and levers. */
export async function startStripe(world: World, options: StripeOptions): Promise<StripeDouble> {
  const double = createDouble(world);
  const controls = options.controls ?? createControls(world);
  const endpoints = [
    ...intentEndpoints,
    ...captureEndpoints,
    ...tokenEndpoints,
    ...methodEndpoints,
    ...keptMethodEndpoints,
    ...sessionEndpoints,
    ...chargeEndpoints,
    ...refundEndpoints,
    ...disputeEndpoints,
    ...merchantEndpoints,
  ];
  const deliverer = new Deliverer(double);
  const agenda = new Agenda(double, deliverer);
  registerState(double, controls);
  const origin: OriginOptions = {
    world,
    name: 'stripe',
    port: options.port,
    cors: (path) => path.startsWith('/v1/'),
    delaysItself: (path) => path.startsWith('/v1/'),
    forcedAnswer: (status, call, acted) => forcedAnswer(double, status, call, acted),
    onMissing: notFound,
    routes: [
      ...apiRoutes(double, endpoints),
      ...assetRoutes(double),
      ...challengeRoutes(double),
      ...hostedPageRoutes(double),
      ...dashboardRoutes(double),
      ...leverRoutes(double),
      ...controls.routes,
    ],
  };
  const opened = await createOrigin(origin);
  double.origin = opened.origin;
  return {
    origin: opened.origin,
    reset: () => forgetAll(double),
    createForeignCharge: (input) => createForeignCharge(double, input),
    close: async () => {
      agenda.close();
      deliverer.close();
      await opened.close();
    },
  };
}

import { type Controls, createControls } from '../world/control';
import { createOrigin } from '../world/http';
import type { World } from '../world/world';
import { apiRoutes } from './api';
import { approvalRoutes } from './approval';
import { Deliverer } from './deliveries';
import { createDouble } from './double';
import { createForeignCapture, type ForeignCapture } from './foreign';
import { leverRoutes } from './levers';
import type { Capture } from './objects';
import { notFound, problemBody } from './problems';
import { certificatePath, certificates, strangerPath } from './signing';
import { emptyState } from './state';

export type PaypalDouble = {
  origin: string;
  /** Money that Messenger took into the merchant's linked account; its event goes out. */
  createForeignCapture: (capture: ForeignCapture) => Capture;
  close: () => Promise<void>;
};

export type PaypalOptions = {
  port: number;
  /** The levers shared with the other origins of this world; left out, the double has its own. */
  controls?: Controls;
  webhookRetryDelaysMs?: number[];
};

const retryDelaysMs = [1_000, 5_000, 30_000, 300_000];

/** Opens the PayPal of the simulated world on 127.0.0.1: API, approval page, certificates and levers. */
export async function startPaypal(world: World, options: PaypalOptions): Promise<PaypalDouble> {
  const double = createDouble(world);
  const controls = options.controls ?? createControls(world);
  const deliverer = new Deliverer(double, options.webhookRetryDelaysMs ?? retryDelaysMs);
  controls.register({
    name: 'paypal',
    reset: () => {
      double.state = emptyState();
    },
    snapshot: () => double.state,
    restore: (state) => {
      double.state = state;
    },
  });
  const pem = (pattern: string, body: string) => ({
    method: 'GET',
    pattern,
    handler: () => ({ status: 200, headers: { 'content-type': 'application/x-pem-file' }, body }),
  });
  const opened = await createOrigin({
    world,
    name: 'paypal',
    port: options.port,
    onMissing: () => ({
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(problemBody(notFound(), 'none')),
    }),
    routes: [
      ...apiRoutes(double),
      ...approvalRoutes(double),
      pem(certificatePath, certificates.leaf),
      pem(strangerPath, certificates.stranger),
      ...leverRoutes(double),
      ...controls.routes,
    ],
  });
  double.origin = opened.origin;
  return {
    origin: opened.origin,
    createForeignCapture: (capture) => createForeignCapture(double, capture),
    close: async () => {
      deliverer.close();
      await opened.close();
    },
  };
}

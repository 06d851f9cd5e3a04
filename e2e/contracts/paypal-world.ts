import { Client, Environment, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import axios from 'axios';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { type PaypalDouble, startPaypal } from '@/e2e/simulator/paypal/server';
import type { World } from '@/e2e/simulator/world/world';
import { loneWorld } from '@/e2e/simulator/world/lone-world';

export type PaypalWorld = {
  world: World;
  double: PaypalDouble;
  orders: OrdersController;
  payments: PaymentsController;
  pull: (path: string, body: unknown) => Promise<Response>;
  close: () => Promise<void>;
};

/** The double alone, and PayPal's own client pointed at it: it knows no other way than its transport. */
export async function openPaypal(): Promise<PaypalWorld> {
  const world = loneWorld();
  const double = await startPaypal(world, { port: 0, webhookRetryDelaysMs: [] });
  world.origins.paypal = double.origin;
  const client = new Client({
    clientCredentialsAuthCredentials: {
      oAuthClientId: paypalAccount.clientId,
      oAuthClientSecret: paypalAccount.clientSecret,
    },
    environment: Environment.Sandbox,
    unstable_httpClientOptions: {
      adapter: (config: { url?: string }) => {
        config.url = config.url?.replace('https://api-m.sandbox.paypal.com', double.origin);
        return axios.getAdapter('http')(config as never);
      },
    },
  });
  return {
    world,
    double,
    orders: new OrdersController(client),
    payments: new PaymentsController(client),
    pull: (path, body) =>
      fetch(double.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    close: () => double.close(),
  };
}

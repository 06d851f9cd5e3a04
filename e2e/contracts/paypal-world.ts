import { Client, Environment, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import axios from 'axios';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { type PaypalDouble, startPaypal } from '@/e2e/simulator/paypal/server';
import { Clock } from '@/e2e/simulator/world/clock';
import { Faults } from '@/e2e/simulator/world/faults';
import { Wire } from '@/e2e/simulator/world/wire';
import type { World } from '@/e2e/simulator/world/world';

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
  const clock = new Clock();
  const world: World = {
    clock,
    wire: new Wire(() => clock.nowMs()),
    faults: new Faults(),
    origins: { messenger: '', stripe: '', paypal: '', smtp: '' },
    accounts: demoAccounts,
    shopOrigin: 'http://127.0.0.1:9',
    era: 'current',
  };
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

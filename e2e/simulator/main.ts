import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { defaultPorts, startSimulator } from './server';
import { shopEnvironment } from './shop-environment';

/** Where the variables go with which a shop lives in this world: `node --env-file` and `.env.local` read them. */
const { values } = parseArgs({ options: { environment: { type: 'string' } } });

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

const settings = z
  .object({
    PORT: port(3000),
    PUBLIC_URL: z.url().optional(),
    SIMULATOR_MESSENGER_PORT: port(defaultPorts.messenger),
    SIMULATOR_STRIPE_PORT: port(defaultPorts.stripe),
    SIMULATOR_PAYPAL_PORT: port(defaultPorts.paypal),
    SIMULATOR_SMTP_PORT: port(defaultPorts.smtp),
    SIMULATOR_ERA: z.enum(['2016', 'current']).default('current'),
  })
  .parse(process.env);

const shopOrigin = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;

const simulator = await startSimulator({
  ports: {
    messenger: settings.SIMULATOR_MESSENGER_PORT,
    stripe: settings.SIMULATOR_STRIPE_PORT,
    paypal: settings.SIMULATOR_PAYPAL_PORT,
    smtp: settings.SIMULATOR_SMTP_PORT,
  },
  shopOrigin,
  era: settings.SIMULATOR_ERA,
});
if (values.environment) {
  const variables = Object.entries(shopEnvironment(simulator.origins, simulator.world.accounts));
  const lines = variables.map(([name, value]) => `${name}="${value.replaceAll('\n', '\\n')}"`);
  writeFileSync(values.environment, `${lines.join('\n')}\n`);
}
console.log(`Messenger  ${simulator.origins.messenger}`);
console.log(`Stripe     ${simulator.origins.stripe}`);
console.log(`PayPal     ${simulator.origins.paypal}`);
console.log(`Mail       ${simulator.origins.smtp} (read at ${simulator.origins.messenger}/mail)`);
console.log(`Shop       ${shopOrigin} (webhooks go there)`);

async function end(): Promise<void> {
  await simulator.close();
  process.exit(0);
}
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());

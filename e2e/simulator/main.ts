import { defaultPorts, startSimulator } from './server';

const shopOrigin = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

const simulator = await startSimulator({
  ports: defaultPorts,
  shopOrigin,
  era: process.env.SIMULATOR_ERA === '2016' ? '2016' : 'current',
});
console.log(`Messenger  ${simulator.origins.messenger}`);
console.log(`Stripe     ${simulator.origins.stripe}`);
console.log(`Shop       ${shopOrigin} (webhooks go there)`);

async function end(): Promise<void> {
  await simulator.close();
  process.exit(0);
}
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());

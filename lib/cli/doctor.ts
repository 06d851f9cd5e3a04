import { DOCTOR_EN } from '@/lib/domain/words/doctor';
import { examine } from '@/lib/server/doctor/examine';
import type { Finding } from '@/lib/server/doctor/finding';
import { readEnv } from '@/lib/server/env';
import { closeHouse, getDeps, getPool } from '@/lib/server/wiring';
import { exitWithoutConfiguration } from './configuration';

// Looks at the configuration and the live connections: a line each, with the remedy. Changes nothing but migrations.
const SIGNS: Record<Finding['is'], string> = { fine: 'ok    ', broken: 'BROKEN', note: 'note  ' };

const env = exitWithoutConfiguration(readEnv);
const house = await Promise.all([getPool(), getDeps()]).then(
  ([pool, deps]) => ({ pool, deps }),
  () => null,
);
const findings = await examine(env, house);
for (const { is, say } of findings) {
  const { what, remedy } = say(DOCTOR_EN);
  process.stdout.write(`${SIGNS[is]}  ${what}${remedy ? `\n        → ${remedy}` : ''}\n`);
}
process.exitCode = findings.some(({ is }) => is === 'broken') ? 1 : 0;
await closeHouse().catch(() => undefined); // what did not open needs no closing

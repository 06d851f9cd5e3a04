import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { drawProof } from './proof/draw-proof';
import { PARTS, unitsOf } from './proof/parts';
import { runUnit } from './proof/run-unit';
import { keepState, readState } from './proof/state';

// The whole proof, piece by piece: stopped at any moment it goes on there, as long as the commit is the same. Writes
// docs/proof.md after each piece. `--part crashes` runs one part, `--kills 200` and `--histories 5000` less of it.
const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: [...PARTS] },
    kills: { type: 'string', default: '1000' },
    histories: { type: 'string', default: '100000' },
    again: { type: 'boolean', default: false },
  },
});
const units = unitsOf({ kills: Number(values.kills), histories: Number(values.histories) });
const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
const state = await readState();
const isDone = (part: string, unit: string) =>
  state.done.some((one) => one.part === part && one.unit === unit && (one.fine || !values.again));

for (const unit of units) {
  if (!values.part.includes(unit.part) || isDone(unit.part, unit.unit)) continue;
  const done = await runUnit(unit);
  state.done = [...state.done.filter((one) => one.part !== unit.part || one.unit !== unit.unit), done];
  await keepState(state);
  await writeFile('docs/proof.md', drawProof(state, units, machine));
  process.stdout.write(
    `${done.fine ? 'fine    ' : 'NOT FINE'} ${unit.part}: ${unit.unit} (${done.seconds} s) ${done.told}\n`,
  );
}
await writeFile('docs/proof.md', drawProof(state, units, machine));
const wrong = state.done.filter(({ fine }) => !fine).length;
const missing = units.filter(({ part, unit }) => !isDone(part, unit)).length;
process.stdout.write(`docs/proof.md: ${state.done.length} pieces run, ${wrong} not fine, ${missing} to go\n`);
process.exitCode = wrong === 0 ? 0 : 1;

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { drawProof } from './proof/draw-proof';
import { PARTS, unitsOf } from './proof/parts';
import { runUnit } from './proof/run-unit';
import { keepState, readState } from './proof/state';

// The whole proof, piece by piece: stopped at any moment it goes on there, as long as the commit is the same. Writes
// docs/proof.md after each piece. `--part crashes` runs one part, `--kills 200` and `--histories 5000` less of it, and
// `--beside 1` one piece at a time instead of as many as the machine has cores.
const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: [...PARTS] },
    kills: { type: 'string', default: '1000' },
    histories: { type: 'string', default: '100000' },
    again: { type: 'boolean', default: false },
    beside: { type: 'string', default: String(cpus().length) },
  },
});
const units = unitsOf({ kills: Number(values.kills), histories: Number(values.histories) });
const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
const state = await readState();
const isDone = (part: string, unit: string) =>
  state.done.some((one) => one.part === part && one.unit === unit && (one.fine || !values.again));

const waiting = units.filter(({ part, unit }) => values.part.includes(part) && !isDone(part, unit));
await Promise.all(Array.from({ length: Number(values.beside) }, (_, slot) => runInTurn(slot)));
writeFileSync('docs/proof.md', drawProof(state, units, machine));
const wrong = state.done.filter(({ fine }) => !fine).length;
const missing = units.filter(({ part, unit }) => !isDone(part, unit)).length;
process.stdout.write(`docs/proof.md: ${state.done.length} pieces run, ${wrong} not fine, ${missing} to go\n`);
process.exitCode = wrong === 0 ? 0 : 1;

async function runInTurn(slot: number): Promise<void> {
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    const { part, unit: name } = unit;
    const done = await runUnit(unit, slot);
    state.done = [...state.done.filter((one) => one.part !== part || one.unit !== name), done];
    keepState(state);
    writeFileSync('docs/proof.md', drawProof(state, units, machine));
    process.stdout.write(`${done.fine ? 'fine    ' : 'NOT FINE'} ${part}: ${name} (${done.seconds} s) ${done.told}\n`);
  }
}

import type { Part, Unit } from './parts';
import { PARTS } from './parts';
import type { Done, ProofState } from './state';

const TITLES: Record<Part, string> = {
  crashes: 'Enumerated crashes',
  kills: 'Random kills',
  simulation: 'Simulated histories',
  matrix: 'The fault matrix, whole',
  races: 'Races',
  events: 'Events of a Page',
  broadcast: 'A broadcast',
  bugs: 'Seeded bugs',
};
const WORDS: Record<Part, string> = {
  crashes:
    'The shop runs behind numbered wires to its database and its providers. It is killed before and after each message of a purchase and started again; then every invariant is checked. Runs = twice the messages, and one undisturbed.',
  kills: 'The shop is killed at a moment drawn by a seed, while several people buy.',
  simulation:
    'Shoppers, merchants, crashes, a failing provider and a moving clock, drawn by a seed, on a real database. `SEED=n npx vitest run lib/flows/simulation/simulation.test.ts` plays one again.',
  matrix:
    'Each message of each step meets each fault. Afterwards the same person tries again, or nobody does and time passes: here both for each message, in `npm test` in turns.',
  races: 'Equal and conflicting requests, 2 to 200 at the same moment.',
  events:
    'Ten thousand events of Messenger, shuffled, each delivered one to five times, with crashes between: each is handled once, and each thread is answered in order.',
  broadcast:
    'A broadcast to a hundred thousand people, at its pace, while senders die before and after every hundredth message: each is told once.',
  bugs: 'Each bug is put into the source that runs, one at a time. What counts is a test that fails; which one is named.',
};

/** The report that is published: what ran, what it counted, what failed and what has not been run yet. */
export function drawProof(state: ProofState, units: Unit[], machine: string): string {
  const done = new Map(state.done.map((one) => [`${one.part} ${one.unit}`, one]));
  const failed = state.done.filter(({ fine }) => !fine);
  const missing = units.filter(({ part, unit }) => !done.has(`${part} ${unit}`));
  const seconds = state.done.reduce((sum, one) => sum + one.seconds, 0);
  return [
    '# Proof',
    '',
    'Made by `npm run proof`, never by hand. It goes on where it was stopped, for one commit.',
    '',
    `- Commit: ${state.commit}`,
    `- Begun: ${state.begunAt}`,
    `- Machine: ${machine}`,
    `- Pieces run: ${state.done.length} of ${units.length}, ${failed.length} not fine, ${duration(seconds)} in all`,
    missing.length > 0
      ? `- **Not run: ${missing.length} pieces.** This is a part of the proof, not the proof.`
      : '- Whole.',
    '',
    ...PARTS.flatMap((part) => drawPart(part, units, done)),
  ].join('\n');
}

function drawPart(part: Part, units: Unit[], done: Map<string, Done>): string[] {
  const planned = units.filter((unit) => unit.part === part);
  const ran = planned.flatMap((unit) => done.get(`${part} ${unit.unit}`) ?? []);
  const fine = ran.filter((one) => one.fine).length;
  const seconds = ran.reduce((sum, one) => sum + one.seconds, 0);
  const sums = sumFacts(ran);
  const lines = ran
    .filter((one) => (part !== 'kills' && part !== 'simulation' ? true : !one.fine))
    .map(
      (one) =>
        `- ${one.fine ? '' : '**NOT FINE** '}${one.unit}: ${[factsOf(one.facts), oneLine(one.told)].filter(Boolean).join('; ')}`,
    );
  return [
    `## ${TITLES[part]}`,
    '',
    WORDS[part],
    '',
    `${fine} of ${planned.length} pieces fine, ${planned.length - ran.length} not run, ${duration(seconds)}${sums ? `; ${sums}` : ''}.`,
    '',
    ...lines,
    '',
  ];
}

function sumFacts(ran: Done[]): string {
  const sums = new Map<string, number>();
  for (const { facts } of ran)
    for (const [name, value] of Object.entries(facts))
      if (typeof value === 'number') sums.set(name, (sums.get(name) ?? 0) + value);
  return [...sums].map(([name, value]) => `${value} ${name}`).join(', ');
}

const factsOf = (facts: Done['facts']) =>
  Object.entries(facts)
    .map(([name, value]) => `${value} ${name}`)
    .join(', ');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 600);

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${Math.round(seconds % 60)} s` : `${seconds.toFixed(1)} s`;
}

import { FAULT_WORDS, FAULTS, OUTCOMES, STEPS } from '@/lib/flows/matrix/testing-matrix';
import type { GreenTest } from './green-tests';

const CELL = /\b(\d{1,2})×(cb|ca|cz|to|du|oo|dt|5x|409|429|wf|db|df|ms|3d|pc|sr|ck|sg|kr)\b/g;
const TAG = /\s*\[\d{1,2}×[^\]]*\]/g;

export type Coverage = { tests: Map<string, GreenTest[]>; empty: string[]; unknown: string[] };

/** Which green tests name which cell; cells that none names; and names of cells that cannot occur. */
export function coverCells(green: GreenTest[]): Coverage {
  const tests = new Map<string, GreenTest[]>();
  for (const test of green)
    for (const [cell] of test.title.matchAll(CELL)) tests.set(cell, [...(tests.get(cell) ?? []), test]);
  const needed = STEPS.flatMap(({ number, outcomes }) =>
    FAULTS.filter((fault) => outcomes[fault] !== '·').map((fault) => `${number}×${fault}`),
  );
  return {
    tests,
    empty: needed.filter((cell) => !tests.has(cell)),
    unknown: [...tests.keys()].filter((cell) => !needed.includes(cell)),
  };
}

/** The page that people read: letters in a table, then each cell with its outcome and the tests that hold it. */
export function drawMatrix({ tests, empty }: Coverage, facts: { commit: string; at: string }): string {
  const head = `| step | ${FAULTS.join(' | ')} |\n|---|${FAULTS.map(() => '---|').join('')}`;
  const rows = STEPS.map(({ number, name, outcomes }) => {
    const letters = FAULTS.map((fault) => {
      const letter = outcomes[fault];
      if (letter === '·') return '·';
      return tests.has(`${number}×${fault}`) ? letter : `**${letter}?**`;
    });
    return `| ${number} ${name} | ${letters.join(' | ')} |`;
  });
  const details = STEPS.map(({ number, name, outcomes }) => {
    const lines = FAULTS.filter((fault) => outcomes[fault] !== '·').map((fault) => {
      const named = tests.get(`${number}×${fault}`) ?? [];
      const told = named.map(({ title, file }) => `${title.replace(TAG, '')} (\`${file}\`)`).join('; ');
      return `- **${fault}** ${FAULT_WORDS[fault]} → ${outcomes[fault]}: ${told || 'no test'}`;
    });
    return `## ${number} ${name}\n\n${lines.join('\n')}\n`;
  });
  const letters = Object.entries(OUTCOMES).map(([letter, words]) => `**${letter}** ${words}`);
  return [
    '# Fault matrix',
    '',
    `Made by \`npm run fault-matrix\` from tests that ran green (${facts.at}, commit ${facts.commit}); never by hand.`,
    `What can go wrong at each step, what must come of it, and which test holds it: ${tests.size} cells have one, ${empty.length} have none.`,
    '',
    `${letters.join(' · ')} · **·** cannot occur`,
    '',
    head,
    ...rows,
    '',
    ...details,
  ].join('\n');
}

import { createTestHouse, type TestHouse } from '../testing';
import { nothingSeen, runHistory } from './run-history';
import { prepareEmptying } from './world';

/** Side by side, each in a database of its own: while one waits for Postgres, another thinks. */
const LANES = 3;

/** Runs histories of the seeds from `first` on, until one goes wrong; answers how many ran, and the first report. */
export async function runHistories({ first, count }: { first: number; count: number }) {
  const houses: TestHouse[] = await Promise.all(
    Array.from({ length: Math.min(LANES, count) }, () => createTestHouse()),
  );
  const seen = nothingSeen();
  let next = first;
  let ran = 0;
  let failure: string | null = null;
  const runLane = async (house: TestHouse) => {
    const empty = await prepareEmptying(house);
    while (next < first + count && failure === null) {
      const seed = next++;
      await empty();
      const wrong = await runHistory(house, seed, seen);
      ran += 1;
      failure ??= wrong;
    }
  };
  try {
    await Promise.all(houses.map(runLane));
  } finally {
    await Promise.all(houses.map((house) => house.drop()));
  }
  return { ran, failure, seen };
}

import { describe, expect, it } from 'vitest';
import type { HomeBlock } from './blocks';
import { hero, picks, picture, pictureOf, row, text } from './testing-blocks';
import { HOME_BUDGET_BYTES, weighHome } from './weight';

const rows = (count: number) => Array.from({ length: count }, (_, at) => row({ id: `block-row-${at}` }));
const photo = (bytes: number | null, id = 'block-picture') => picture({ id, picture: pictureOf({ bytes }) });
const long = 'Wort '.repeat(700);

describe('the weight of a home page', () => {
  const cases: [string, HomeBlock[], { kilobytes: [number, number]; heaviest: string | null; isTooHeavy: boolean }][] =
    [
      ['nothing but the frame', [], { kilobytes: [4, 6], heaviest: null, isTooHeavy: false }],
      [
        'what the demo shop measures, 245 kB',
        rows(5),
        { kilobytes: [245, 275], heaviest: 'block-row-0', isTooHeavy: false },
      ],
      ['six rows', rows(6), { kilobytes: [300, 330], heaviest: 'block-row-0', isTooHeavy: true }],
      [
        'pictures far below the first screen, which are asked for later',
        [...rows(5), row({ id: 'block-far', count: 12 }), photo(900_000, 'block-further')],
        { kilobytes: [245, 380], heaviest: 'block-far', isTooHeavy: true },
      ],
      [
        'a photograph that is too heavy by itself',
        [row(), photo(260_000), picks({ slugs: ['a', 'b', 'c', 'd'] })],
        { kilobytes: [340, 370], heaviest: 'block-picture', isTooHeavy: true },
      ],
      [
        'a photograph that nobody weighed, by its size',
        [photo(null)],
        { kilobytes: [100, 120], heaviest: 'block-picture', isTooHeavy: false },
      ],
      [
        'words, which weigh little',
        [hero(), text({ text: { de: long, en: '' } })],
        { kilobytes: [5, 8], heaviest: 'block-text', isTooHeavy: false },
      ],
    ];
  it.each(cases)('%s', (_name, blocks, { kilobytes: [least, most], heaviest, isTooHeavy }) => {
    const weighed = weighHome(blocks);
    expect(weighed.bytes / 1_000).toBeGreaterThanOrEqual(least);
    expect(weighed.bytes / 1_000).toBeLessThanOrEqual(most);
    expect(weighed).toMatchObject({ heaviest, isTooHeavy });
    expect(weighed.blocks.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  });

  it('counts a picture while it begins within reach of the first screen, and not below', () => {
    const far = photo(100_000, 'block-far');
    const weightOfFar = (above: HomeBlock[]) => weighHome([...above, far]).blocks.at(-1)?.bytes ?? 0;
    expect(weightOfFar(rows(5))).toBeGreaterThan(100_000);
    expect(weightOfFar(rows(6))).toBeLessThan(1_000);
  });

  it('is too heavy above the budget, not at it', () => {
    const { bytes } = weighHome(rows(2));
    expect(weighHome(rows(2), bytes).isTooHeavy).toBe(false);
    expect(weighHome(rows(2), bytes - 1).isTooHeavy).toBe(true);
    expect(HOME_BUDGET_BYTES).toBe(300_000);
  });
});

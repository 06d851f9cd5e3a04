import { expect, test } from 'vitest';
import { asId } from '../ids';
import { stockAsked } from './stock-question';

const variant = (size: string, colour: string, available: number) => ({
  id: asId<never>(`${size}-${colour}`),
  sku: `${size}-${colour}`,
  optionValues: [size, colour],
  prices: { EUR: 2490 },
  compareAtPrices: {},
  available,
  weightGrams: 100,
});
const value = (key: string, de: string, en: string) => ({ key, name: { de, en } });
const wave = {
  title: { de: 'Große Welle', en: 'Big wave' },
  options: [
    { key: 'size', name: { de: 'Größe', en: 'Size' }, values: [value('a3', 'A3', 'A3'), value('a4', 'A4', 'A4')] },
    {
      key: 'colour',
      name: { de: 'Farbe', en: 'Colour' },
      values: [value('green', 'Grün', 'Green'), value('big', 'Groß', 'Big')],
    },
  ],
  variants: [variant('a3', 'green', 0), variant('a3', 'big', 2), variant('a4', 'green', 3)],
};

test.each([
  ['habt ihr die Welle in A4?', { choice: 'A4', available: true }],
  ['Welle in A3 und grün', { choice: 'A3, Grün', available: false }],
  ['wave in green', { choice: 'Grün', available: true }],
  ['big wave', null],
  ['welle', null],
])('%j', (text, asked) => {
  expect(stockAsked(wave, text, 'de')).toEqual(asked);
});

test.each([
  ['Habt ihr den Gezeitenmond in A3?', { choice: 'A3 (30 × 42 cm)', available: true }],
  ['Gezeitenmond A4 auf Baumwollpapier', { choice: 'A4 (21 × 30 cm), Baumwollpapier, 310 g', available: false }],
  ['Gezeitenmond 30 cm', null],
])('what explains a name need not be said: %j', (text, answer) => {
  const moon = {
    title: { de: 'Gezeitenmond', en: 'Tide Moon' },
    options: [
      {
        key: 'size',
        name: { de: 'Format', en: 'Size' },
        values: [value('a4', 'A4 (21 × 30 cm)', 'A4 (21 × 30 cm)'), value('a3', 'A3 (30 × 42 cm)', 'A3 (30 × 42 cm)')],
      },
      {
        key: 'paper',
        name: { de: 'Papier', en: 'Paper' },
        values: [
          value('natural', 'Naturpapier, 300 g', 'Natural, 300 gsm'),
          value('cotton', 'Baumwollpapier, 310 g', 'Cotton, 310 gsm'),
        ],
      },
    ],
    variants: [variant('a3', 'natural', 2), variant('a4', 'natural', 3), variant('a4', 'cotton', 0)],
  };
  expect(stockAsked(moon, text, 'de')).toEqual(answer);
});

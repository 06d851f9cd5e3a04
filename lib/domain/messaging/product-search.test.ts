import { expect, test } from 'vitest';
import { type SearchEntry, searchProducts, wordsOf } from './product-search';

function entry(slug: string, de: string, en: string, tags: string[] = []): SearchEntry {
  return { slug, title: { de, en }, subtitle: { de: '', en: '' }, tags, vendor: 'Papierlaterne' };
}

const shop = [
  entry('big-wave', 'Große Welle', 'Big Wave', ['sea', 'poster', 'Kunstdruck']),
  entry('tide-moon', 'Mond über der Tide', 'Moon over the Tide', ['sea', 'poster']),
  entry('towels', 'Tücher', 'Tea towels', ['kitchen']),
  entry('flower-poster', 'Blumenposter', 'Flowers', []),
  entry('cafe', 'Café am Morgen', 'Café', []),
];

test.each([
  ['welle', ['big-wave'], 'a whole word'],
  ['WAVE', ['big-wave'], 'the other language'],
  ['Habt ihr die große Welle noch?', ['big-wave'], 'within a sentence'],
  ['grosse', ['big-wave'], 'ß as ss'],
  ['tuecher', ['towels'], 'ü as ue'],
  ['tucher', ['towels'], 'ü as u'],
  ['cafe', ['cafe'], 'without its accent'],
  ['flow', ['flower-poster'], 'a beginning'],
  ['towelling', [], 'too far from anything'],
  ['waev', ['big-wave'], 'two letters swapped'],
  ['kunstdruk', ['big-wave'], 'a letter missing'],
  ['plakat', [], 'a word that no product has'],
  ['the in mit', [], 'fillers alone'],
  ['', [], 'nothing'],
])('%j finds %j: %s', (text, slugs) => {
  expect(searchProducts(shop, text)).toEqual(slugs);
});

test('the best comes first: the title before the tags, a whole word before a part', () => {
  const posters = [entry('a', 'Karte', 'Card', ['poster']), entry('b', 'Blumenposter', 'x'), entry('c', 'Poster', 'y')];
  expect(searchProducts(posters, 'poster')).toEqual(['c', 'a', 'b']);
});

test('who names two things gets what has both', () => {
  expect(searchProducts(shop, 'poster mond')).toEqual(['tide-moon']);
});

test.each([
  ['plakat', ['big-wave', 'tide-moon'], 'a synonym'],
  ['Geschirrtücher', ['towels'], 'a synonym with an umlaut'],
  ['plakat mond', ['tide-moon'], 'a synonym beside a word'],
])('%j finds %j once the merchant wrote which words mean the same: %s', (text, slugs) => {
  const synonyms = [
    ['Poster', 'Plakat', 'Bild'],
    ['Geschirrtücher', 'Tücher'],
  ];
  expect(searchProducts(shop.slice(0, 3), text, synonyms)).toEqual(slugs);
});

test('of a long message only the first words are looked for, and of a long word its beginning', () => {
  const words = wordsOf(`${'Donaudampfschiff'.repeat(9)} ${'unwahrscheinliche Verschreiber '.repeat(500)}`);
  expect(words).toHaveLength(8);
  expect(words[0]).toBe('donaudampfschiffdonaudampfschiffdonaudam');
});

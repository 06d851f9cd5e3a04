import { expect, it } from 'vitest';
import { missingTexts } from './missing';
import { hero, picks, picture, pictureOf, row, text } from './testing-blocks';

it.each([
  ['a hero in both languages', hero(), []],
  ['a hero without English', hero({ headline: { de: 'Neu', en: '' } }), [{ language: 'en', texts: ['heading'] }]],
  [
    'a hero half in each',
    hero({ headline: { de: 'Neu', en: '' }, text: { de: '', en: 'Come in' } }),
    [
      { language: 'de', texts: ['text'] },
      { language: 'en', texts: ['heading'] },
    ],
  ],
  [
    'a picture that is described in German alone',
    picture({ picture: pictureOf({ alt: { de: 'Ein Otter', en: '' } }) }),
    [{ language: 'en', texts: ['alt'] }],
  ],
  ['a text without a heading', text(), []],
  ['a text without German', text({ text: { de: '', en: 'Hello' } }), [{ language: 'de', texts: ['text'] }]],
  ['a pick without a heading', picks({ heading: { de: '', en: '' } }), []],
  ['a collection, which has its own words', row(), []],
])('%s', (_name, block, missing) => {
  expect(missingTexts(block)).toEqual(missing);
});

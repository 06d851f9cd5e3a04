import { describe, expect, it } from 'vitest';
import { marketOf } from '../market';
import { shippingOptionsFor } from './shipping';
import { type SellingTerms, servedCountries, USUAL_TERMS, usualCountry } from './terms';
import { taxFormSchema, zoneFormSchema } from './terms-form';

const ROW = { id0: '', titleDe0: 'Paket', titleEn0: '', price0: '5,90', daysFrom0: '2', daysTo0: '4' };
const ZONE = { zoneId: '', name: 'Nachbarn', countryAT: 'on', countryCH: 'on', ...ROW };
const faultsOf = (change: Record<string, string>) => {
  const read = zoneFormSchema.safeParse({ ...ZONE, ...change });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
};

describe('a zone as it is typed', () => {
  it('keeps what was filled in and leaves empty rows out', () => {
    const rate = { id: '', title: { de: 'Paket', en: '' }, days: { from: 2, to: 4 }, priceMinor: 590 };
    expect(zoneFormSchema.parse({ ...ZONE, id1: '', titleDe1: ' ', price1: '' })).toEqual({
      id: '',
      name: 'Nachbarn',
      countries: ['AT', 'CH'],
      rates: [{ ...rate, freeFromMinor: null, upToGrams: null }],
    });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no country', { countryAT: '', countryCH: '' }, 'countryAT'],
    ['countries of two currencies', { countryUS: 'on' }, 'countries'],
    ['a way without a name', { titleDe0: '' }, 'titleDe0'],
    ['no price', { price0: '' }, 'price0'],
    ['a price with three decimals', { price0: '5,999' }, 'price0'],
    ['a negative price', { price0: '-1' }, 'price0'],
    ['days that run backwards', { daysFrom0: '5' }, 'daysTo0'],
    ['a weight that is no number', { upToKg0: 'schwer' }, 'upToKg0'],
    ['nothing to send by', { titleDe0: '', price0: '' }, 'titleDe0'],
    ['a field that nobody asked for', { role: 'owner' }, ''],
  ])('finds %s', (_name, change, field) => {
    expect(faultsOf(change)).toContain(field);
  });
});

describe('ways of sending', () => {
  const terms = (): SellingTerms => {
    const zone = zoneFormSchema.parse({
      ...ZONE,
      titleDe1: 'Brief',
      price1: '2',
      upToKg1: '0,5',
      daysFrom1: '1',
      daysTo1: '3',
      id1: 'letter',
    });
    return { zones: [{ ...zone, id: 'near' }], tax: {} };
  };
  const ids = (weightGrams: number) =>
    shippingOptionsFor(terms(), { country: 'AT', currency: 'EUR', goodsMinor: 100, weightGrams }).map(({ id }) => id);

  it('go by weight, cheapest first', () => {
    expect(ids(500)).toEqual(['letter', '']);
    expect(ids(501)).toEqual(['']);
  });

  it('tell where a market is sent to, and where it starts', () => {
    expect(servedCountries(terms(), 'EUR')).toEqual(['AT', 'CH']);
    expect(usualCountry(marketOf('de'), terms())).toBe('AT');
    expect(usualCountry(marketOf('de'), USUAL_TERMS)).toBe('DE');
    expect(usualCountry(marketOf('de'), { zones: [] })).toBe('DE');
  });
});

it('reads tax rates in percent, and knows none where nothing stands', () => {
  expect(taxFormSchema.parse({ standardDE: '19', reducedDE: '7', standardAT: '', standardCH: '8,1' })).toEqual({
    DE: { standard: 190, reduced: 70 },
    CH: { standard: 81, reduced: 0 },
  });
  for (const text of ['-1', '19,55', '51', '1e1', 'viel', '0x10'])
    expect(taxFormSchema.safeParse({ standardDE: text }).success, text).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { addressSchema, checkoutDetailsSchema } from './address';

const BERLIN = { name: 'Ada', street1: 'Hauptstr. 1', postalCode: '10115', city: 'Berlin', country: 'DE' };

describe('addressSchema', () => {
  it.each([
    ['DE', '10115', ''],
    ['AT', '1010', ''],
    ['CH', '8001', ''],
    ['GB', 'SW1A 1AA', ''],
    ['US', '94105-1234', 'CA'],
  ])('takes an address in %s', (country, postalCode, region) => {
    expect(addressSchema.safeParse({ ...BERLIN, country, postalCode, region }).success).toBe(true);
  });

  it.each([
    ['a code of another country', { postalCode: '1010' }, 'postalCode'],
    ['an American address without a state', { country: 'US', postalCode: '94105' }, 'region'],
    ['an empty name', { name: '   ' }, 'name'],
    ['a line break in the street', { street1: 'Hauptstr.\n1' }, 'street1'],
    ['a NUL', { city: 'Ber\u0000lin' }, 'city'],
    ['half a surrogate pair', { city: 'Berlin\ud800' }, 'city'],
    ['a name of 500 characters', { name: 'x'.repeat(500) }, 'name'],
    ['a country that is not served', { country: 'FR' }, 'country'],
  ])('refuses %s', (_name, change, field) => {
    const parsed = addressSchema.safeParse({ ...BERLIN, ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field);
  });

  it('refuses members it does not know', () => {
    expect(addressSchema.safeParse({ ...BERLIN, role: 'owner' }).success).toBe(false);
  });

  it('keeps names that are not English', () => {
    expect(addressSchema.parse({ ...BERLIN, name: ' Zoë Ångström-Łukasz 李 ' }).name).toBe('Zoë Ångström-Łukasz 李');
  });
});

it('wants an e-mail address', () => {
  expect(checkoutDetailsSchema.safeParse({ email: 'ada', address: BERLIN }).success).toBe(false);
  expect(checkoutDetailsSchema.safeParse({ email: 'ada@example.com', address: BERLIN }).success).toBe(true);
});

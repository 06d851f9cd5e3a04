import { describe, expect, it } from 'vitest';
import { COUNTRIES, POSTAL_CODES } from '@/lib/domain/cart/address';
import { checkDetails, problemsFromServer } from './check-details';
import type { Details } from './checkout-model';

const countries = COUNTRIES.map((code) => {
  const { source, flags } = POSTAL_CODES[code];
  return { code, name: code, postalCode: { source, flags } };
});
const berlin: Details = {
  email: 'ada@example.com',
  phone: '',
  name: 'Ada Fixture',
  street1: 'Hof 3',
  street2: '',
  postalCode: '10115',
  city: 'Berlin',
  region: '',
  country: 'DE',
};
const check = (changes: Partial<Details>) => checkDetails({ ...berlin, ...changes }, countries);

describe('checkDetails', () => {
  it('finds nothing wrong with a whole address', () => {
    expect(check({})).toEqual({});
    expect(check({ country: 'GB', postalCode: 'sw1a 1aa' })).toEqual({});
    expect(check({ country: 'US', postalCode: '94000', region: 'CA' })).toEqual({});
  });

  it('names every field that is missing', () => {
    expect(check({ email: ' ', city: '' })).toEqual({ email: 'required', city: 'required' });
  });

  it.each([
    ['an e-mail without a host', { email: 'ada@' }, { email: 'email' }],
    ['a postcode of another country', { postalCode: '1011' }, { postalCode: 'postal_code' }],
    ['a state that was not chosen', { country: 'US' as const, postalCode: '94000' }, { region: 'state' }],
  ])('says what is wrong with %s', (_, changes, problems) => {
    expect(check(changes)).toEqual(problems);
  });
});

it('reads the problems that the server names', () => {
  const fields = {
    'details.address.postalCode': 'postal_code',
    'details.email': 'invalid_format',
    requestId: 'custom',
  };
  expect(problemsFromServer(fields)).toEqual({ postalCode: 'postal_code', email: 'other' });
  expect(problemsFromServer(null)).toEqual({});
});

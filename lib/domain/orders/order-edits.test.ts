import { describe, expect, it } from 'vitest';
import { addressFormSchema, fulfilFormSchema, orderNoteFormSchema } from './order-edits';

const PARCEL = {
  orderId: 'order-1',
  requestId: 'send-form-00000001',
  seenVersion: '3',
  carrier: ' DHL ',
  tracking: '',
};

describe('the form of a parcel', () => {
  it('names pieces by line; without any it is everything that is left', () => {
    expect(fulfilFormSchema.parse({ ...PARCEL, 'pieces-moon': '2', 'pieces-sun': '' })).toEqual({
      orderId: 'order-1',
      requestId: 'send-form-00000001',
      seenVersion: 3,
      carrier: 'DHL',
      tracking: '',
      despiteDispute: false,
      lines: [{ variantId: 'moon', quantity: 2 }],
    });
    expect(fulfilFormSchema.parse({ ...PARCEL, 'pieces-moon': '' })).toMatchObject({ lines: [] });
    expect(fulfilFormSchema.parse({ ...PARCEL, anyway: 'on' })).not.toHaveProperty('lines');
  });

  it.each([
    ['a piece less than none', { 'pieces-moon': '-1' }],
    ['half a piece', { 'pieces-moon': '0.5' }],
    ['a thousand pieces', { 'pieces-moon': '1000' }],
    ['figures of another script', { 'pieces-moon': '٣' }],
    ['a name that is too long', { carrier: 'x'.repeat(61) }],
    ['a line break in the number', { tracking: '1\n2' }],
    ['another tick', { anyway: 'yes' }],
    ['no form', { requestId: 'short' }],
  ])('does not take %s', (_name, change) => {
    expect(fulfilFormSchema.safeParse({ ...PARCEL, ...change }).success).toBe(false);
  });
});

it('a note masks what looks like a card', () => {
  const note = { orderId: 'order-1', requestId: 'note-form-00000001', text: 'Karte 4242 4242 4242 4242' };
  expect(orderNoteFormSchema.parse(note).text).not.toContain('4242 4242 4242');
  expect(orderNoteFormSchema.safeParse({ ...note, text: ' ' }).success).toBe(false);
});

it('an address says no country: it stays', () => {
  const address = { name: 'Ada', street1: 'Weg 1', street2: '', postalCode: '10115', city: 'Berlin' };
  const form = { orderId: 'order-1', requestId: 'address-form-0001', seenVersion: '1', ...address };
  expect(addressFormSchema.parse(form).address).toEqual({ ...address, region: '' });
  expect(addressFormSchema.safeParse({ ...form, country: 'US' }).success).toBe(false);
});

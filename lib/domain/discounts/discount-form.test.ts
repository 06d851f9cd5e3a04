import { expect, it } from 'vitest';
import { discountFormSchema } from './discount-form';

const FORM = {
  discountId: 'discount-number-1',
  seenVersion: '0',
  titleDe: 'Herbst',
  titleEn: '',
  code: ' herbst 10 ',
  kind: 'percent',
  percent: '12,5',
  amountEUR: '',
  minimumEUR: '30',
  products: 'moon, sun moon',
  collections: '',
  startsAt: '2026-11-20T18:00',
  endsAt: '',
  limitTotal: '100',
  limitPerShopper: '',
};

it('reads a form as a merchant fills it', () => {
  expect(discountFormSchema.parse(FORM)).toEqual({
    id: 'discount-number-1',
    seenVersion: 0,
    title: { de: 'Herbst', en: '' },
    code: 'HERBST10',
    value: { is: 'percent', perMille: 125 },
    products: ['moon', 'sun'],
    collections: [],
    minimums: { EUR: 3000 },
    startsAt: new Date('2026-11-20T17:00:00Z'),
    endsAt: null,
    limitTotal: 100,
    limitPerShopper: null,
    combines: false,
  });
});

it('reads each kind', () => {
  const value = (change: object) => discountFormSchema.parse({ ...FORM, ...change }).value;
  expect(value({ kind: 'amount', amountEUR: '5', amountJPY: '800', amountKWD: '1.250' })).toEqual({
    is: 'amount',
    amounts: { EUR: 500, JPY: 800, KWD: 1250 },
  });
  expect(value({ kind: 'buy_x_get_y', buy: '2', get: '1' })).toEqual({ is: 'buy_x_get_y', buy: 2, get: 1 });
  expect(value({ kind: 'free_shipping' })).toEqual({ is: 'free_shipping' });
});

it.each([
  ['no name', { titleDe: ' ', titleEn: '' }, 'titleDe'],
  ['a code that is none', { code: "';--" }, 'code'],
  ['nothing off', { percent: '0' }, 'percent'],
  ['more than everything', { percent: '100,1' }, 'percent'],
  ['a hundredth of a percent', { percent: '1,25' }, 'percent'],
  ['no amount', { kind: 'amount' }, 'amountEUR'],
  ['a price below nothing', { kind: 'amount', amountEUR: '-5' }, 'amountEUR'],
  ['half a yen', { kind: 'amount', amountJPY: '0.5' }, 'amountJPY'],
  ['nothing free', { kind: 'buy_x_get_y', buy: '2', get: '0' }, 'get'],
  ['an end before the start', { endsAt: '2026-11-20T17:59' }, 'endsAt'],
  ['a time that is none', { endsAt: 'soon' }, 'endsAt'],
  ['a limit that is no number', { limitTotal: '-1' }, 'limitTotal'],
  ['a way out of the table', { products: '../etc' }, 'products'],
  ['a field that is not its own', { used: '0' }, undefined],
])('refuses %s', (_name, change, field) => {
  const parsed = discountFormSchema.safeParse({ ...FORM, ...change });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.path[0]).toBe(field);
});

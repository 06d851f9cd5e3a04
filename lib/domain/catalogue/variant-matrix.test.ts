import { describe, expect, it } from 'vitest';
import { EMPTY_VARIANT } from './product-draft';
import { arrangeVariants, combinationsOf, freeKey } from './variant-matrix';

const both = (text: string) => ({ de: text, en: text });
const option = (key: string, ...values: string[]) => ({
  key,
  name: both(key),
  values: values.map((value) => ({ key: value, name: both(value) })),
});
const variant = (id: string, optionValues: string[]) => ({
  ...EMPTY_VARIANT,
  id,
  optionValues,
  sku: `OTTER-${id}`,
  prices: { EUR: '24,90' },
});

describe('the matrix of variants', () => {
  it('is every combination, and one empty one without options', () => {
    expect(combinationsOf([])).toEqual([[]]);
    expect(combinationsOf([option('size', 'a4', 'a3'), option('frame', 'oak', 'none')])).toEqual([
      ['a4', 'oak'],
      ['a4', 'none'],
      ['a3', 'oak'],
      ['a3', 'none'],
    ]);
  });

  it('keeps what was there when a value is added, and gives the new one the price of its sister and no stock', () => {
    const before = { options: [option('size', 'a4')], variants: [variant('one', ['a4'])] };
    const after = arrangeVariants(before, [option('size', 'a4', 'a3')]);
    expect(after[0]).toEqual(before.variants[0]);
    expect(after[1]).toMatchObject({ id: '', sku: 'OTTER-A3', prices: { EUR: '24,90' }, stock: '' });
  });

  it('gives what was there the first value of a new option', () => {
    const before = { options: [], variants: [variant('one', [])] };
    const after = arrangeVariants(before, [option('size', 'a4', 'a3')]);
    expect(after.map(({ id, optionValues }) => [id, optionValues])).toEqual([
      ['one', ['a4']],
      ['', ['a3']],
    ]);
  });

  it('keeps the first of each kind when an option goes, and matches options by key when one before it goes', () => {
    const options = [option('size', 'a4', 'a3'), option('frame', 'oak', 'none')];
    const variants = combinationsOf(options).map((values) => variant(values.join('.'), values));
    const after = arrangeVariants({ options, variants }, [option('frame', 'oak', 'none')]);
    expect(after.map(({ id }) => id)).toEqual(['a4.oak', 'a4.none']);
  });

  it('never gives two the same SKU or key', () => {
    const before = { options: [option('size', 'a4')], variants: [{ ...variant('one', ['a4']), sku: 'OTTER-A3' }] };
    expect(arrangeVariants(before, [option('size', 'a4', 'a3')])[1]?.sku).toBe('OTTER-A3-2');
    expect(freeKey('Größe', [{ key: 'groesse' }])).toBe('groesse-2');
  });
});

import { describe, expect, it } from 'vitest';
import { mergeDrafts } from './merge-drafts';
import { EMPTY_DRAFT, EMPTY_VARIANT, type ProductDraft } from './product-draft';

const BASE: ProductDraft = {
  ...EMPTY_DRAFT,
  title: { de: 'Otter', en: 'Otter' },
  vendor: 'Presse',
  variants: [{ ...EMPTY_VARIANT, id: 'one', sku: 'A', prices: { EUR: '10,00', USD: '11,00' } }],
};
const first = (draft: ProductDraft, change: Partial<ProductDraft['variants'][number]>): ProductDraft => ({
  ...draft,
  variants: draft.variants.map((variant, at) => (at === 0 ? { ...variant, ...change } : variant)),
});

describe('bringing two edits of one product together', () => {
  it('takes what only the other changed and keeps what only I changed', () => {
    const mine = { ...first(BASE, { prices: { EUR: '12,00', USD: '11,00' } }), vendor: 'Meine Presse' };
    const theirs = first({ ...BASE, title: { de: 'Otter', en: 'An otter' } }, { sku: 'B' });
    const { merged, taken, conflicts } = mergeDrafts(BASE, mine, theirs);
    expect(merged).toMatchObject({ vendor: 'Meine Presse', title: { de: 'Otter', en: 'An otter' } });
    expect(merged.variants[0]).toMatchObject({ sku: 'B', prices: { EUR: '12,00' } });
    expect(taken).toEqual(['title.en', 'variants.0.sku']);
    expect(conflicts).toEqual([]);
  });

  it('keeps mine where both changed the same, and names it', () => {
    const mine = { ...BASE, title: { de: 'Mein Otter', en: 'Otter' } };
    const theirs = { ...BASE, title: { de: 'Dein Otter', en: 'Otter' } };
    const { merged, conflicts } = mergeDrafts(BASE, mine, theirs);
    expect(merged.title.de).toBe('Mein Otter');
    expect(conflicts).toEqual([{ place: 'title.de', mine: 'Mein Otter', theirs: 'Dein Otter' }]);
  });

  it('is silent where both wrote the same, and where the database turned the members round', () => {
    const { en, de } = BASE.title;
    expect(mergeDrafts(BASE, BASE, { ...BASE, title: { en, de } })).toMatchObject({ taken: [], conflicts: [] });
    const same = { ...BASE, vendor: 'Gleich' };
    expect(mergeDrafts(BASE, same, same)).toMatchObject({ taken: [], conflicts: [] });
  });

  it('takes variants that the other added, with the price that I typed meanwhile', () => {
    const mine = first(BASE, { prices: { EUR: '12,00', USD: '11,00' } });
    const theirs = {
      ...BASE,
      options: [
        { key: 'size', name: { de: 'Größe', en: 'Size' }, values: [{ key: 'a4', name: { de: 'A4', en: 'A4' } }] },
      ],
      variants: BASE.variants.map((variant) => ({ ...variant, optionValues: ['a4'] })),
    };
    const { merged, taken } = mergeDrafts(BASE, mine, theirs);
    expect(merged.variants).toMatchObject([{ id: 'one', optionValues: ['a4'], prices: { EUR: '12,00' } }]);
    expect(taken).toEqual(['options']);
  });

  it('names it where both changed the options', () => {
    const option = (key: string) => ({
      key,
      name: { de: key, en: key },
      values: [{ key, name: { de: key, en: key } }],
    });
    const { merged, conflicts } = mergeDrafts(
      BASE,
      { ...BASE, options: [option('size')] },
      { ...BASE, options: [option('colour')] },
    );
    expect(merged.options).toEqual([option('size')]);
    expect(conflicts).toEqual([{ place: 'options', mine: 'size', theirs: 'colour' }]);
  });
});

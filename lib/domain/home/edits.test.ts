import { describe, expect, it } from 'vitest';
import { MOST_BLOCKS } from './blocks';
import { editBlocks } from './edits';
import { hero, picks, row, text } from './testing-blocks';

const page = [hero(), row(), text()];
const ids = (result: ReturnType<typeof editBlocks>) =>
  result.ok ? result.value.map((block) => block.id) : result.problem;

describe('an edit of the home page', () => {
  it.each([
    ['up', 'block-text', -1, ['block-hero', 'block-text', 'block-row']],
    ['down', 'block-hero', 1, ['block-row', 'block-hero', 'block-text']],
    ['up from the top', 'block-hero', -1, ['block-hero', 'block-row', 'block-text']],
    ['down from the end', 'block-text', 1, ['block-hero', 'block-row', 'block-text']],
    ['of what is gone', 'block-gone', 1, 'not_found'],
  ] as const)('moves a block %s', (_name, id, by, after) => {
    expect(ids(editBlocks(page, { is: 'move', id, by }))).toEqual(after);
  });

  it('puts a new block behind all others, and a changed one in its place', () => {
    const added = editBlocks(page, { is: 'put', block: picks(), isNew: true });
    expect(ids(added)).toEqual(['block-hero', 'block-row', 'block-text', 'block-picks']);
    const changed = editBlocks(page, { is: 'put', block: row({ count: 3 }), isNew: false });
    expect(changed).toEqual({ ok: true, value: [hero(), row({ count: 3 }), text()] });
    expect(ids(editBlocks(page, { is: 'put', block: picks(), isNew: false }))).toBe('not_found');
  });

  it('takes a block out once', () => {
    expect(ids(editBlocks(page, { is: 'remove', id: 'block-row' }))).toEqual(['block-hero', 'block-text']);
    expect(ids(editBlocks([], { is: 'remove', id: 'block-row' }))).toBe('not_found');
  });

  it(`holds ${MOST_BLOCKS} blocks and no more`, () => {
    const full = Array.from({ length: MOST_BLOCKS }, (_, at) => text({ id: `block-text-${at}` }));
    expect(ids(editBlocks(full, { is: 'put', block: picks(), isNew: true }))).toBe('too_many_blocks');
    expect(editBlocks(full, { is: 'put', block: text({ id: 'block-text-3' }), isNew: false }).ok).toBe(true);
  });
});

import { fail, type Result, succeed } from '../result';
import { type HomeBlock, MOST_BLOCKS } from './blocks';

/** What somebody does to the page: "put" writes a block in its place, or behind all others where it is new. */
export type HomeEdit =
  | { is: 'put'; block: HomeBlock; isNew: boolean }
  | { is: 'move'; id: string; by: -1 | 1 }
  | { is: 'remove'; id: string };

/**
 * The page after an edit. A block at the end stays where it is. Problems: "not_found" for a block that is not (or no longer)
 * there; "too_many_blocks".
 */
export function editBlocks(
  blocks: readonly HomeBlock[],
  edit: HomeEdit,
): Result<HomeBlock[], 'not_found' | 'too_many_blocks'> {
  if (edit.is === 'put' && edit.isNew)
    return blocks.length >= MOST_BLOCKS ? fail('too_many_blocks') : succeed([...blocks, edit.block]);
  const id = edit.is === 'put' ? edit.block.id : edit.id;
  const at = blocks.findIndex((block) => block.id === id);
  const block = blocks[at];
  if (!block) return fail('not_found');
  if (edit.is === 'put') return succeed(blocks.with(at, edit.block));
  if (edit.is === 'remove') return succeed(blocks.toSpliced(at, 1));
  const to = Math.min(Math.max(at + edit.by, 0), blocks.length - 1);
  return succeed(blocks.toSpliced(at, 1).toSpliced(to, 0, block));
}

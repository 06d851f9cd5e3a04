import type { Database } from '@/lib/db/client';
import { getPicture, takePictures } from '@/lib/db/pictures';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import type { NamedPicture, PostedBlock } from '@/lib/domain/home/block-form';
import type { HomeBlock, HomePicture } from '@/lib/domain/home/blocks';
import { fail, type Result, succeed } from '@/lib/domain/result';

/**
 * A posted block with what the shop knows of its picture. A picture that comes new to the page stays in the store for good, since
 * any later version may show it. Problem: "picture_gone".
 */
export async function takeBlockPicture(
  tx: Database,
  block: PostedBlock,
  page: { known: readonly HomeBlock[]; at: Date },
): Promise<Result<HomeBlock, 'picture_gone'>> {
  if (block.kind === 'picture') {
    const picture = await pictureOf(tx, block.picture, page);
    return picture.ok ? succeed({ ...block, picture: picture.value }) : picture;
  }
  if (block.kind !== 'hero') return succeed(block);
  if (!block.picture) return succeed({ ...block, picture: null });
  const picture = await pictureOf(tx, block.picture, page);
  return picture.ok ? succeed({ ...block, picture: picture.value }) : picture;
}

async function pictureOf(
  tx: Database,
  { file, alt }: NamedPicture,
  { known, at }: { known: readonly HomeBlock[]; at: Date },
): Promise<Result<HomePicture, 'picture_gone'>> {
  const shown = known.flatMap((block) => ('picture' in block && block.picture ? [block.picture] : []));
  const same = shown.find((picture) => picture.file === file);
  if (same) return succeed({ ...same, alt });
  const id = file.slice(UPLOADED.length);
  const facts = (await takePictures(tx, [id], at)).has(id) ? await getPicture(tx, id) : null;
  return facts ? succeed({ file, alt, ...facts }) : fail('picture_gone');
}

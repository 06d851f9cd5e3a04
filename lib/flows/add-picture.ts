import { insertPicture } from '@/lib/db/pictures';
import { PICTURE_WIDTHS, UPLOADED } from '@/lib/domain/catalogue/picture';
import type { ProductImage } from '@/lib/domain/catalogue/product';
import type { PictureProblem } from '@/lib/domain/ports';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** How long an upload waits for a product to take it. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** What a phone asks for where a picture fills its screen. */
const WIDEST = `${Math.max(...PICTURE_WIDTHS)}.avif`;

/**
 * Takes an uploaded picture: only what was made of it is kept, under a name of our own. The row stands before the files, so
 * that none is ever without one. Problems: those of making it.
 */
export async function addPicture(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log' | 'pictures'>,
  upload: { bytes: Uint8Array; merchantId: string },
): Promise<Result<ProductImage, PictureProblem>> {
  const made = await deps.pictures.maker.make(upload.bytes);
  if (!made.ok) return made;
  const { renditions, width, height, dominantColour } = made.value;
  const id = deps.newId();
  const at = deps.now();
  await insertPicture(deps.db, {
    id,
    width,
    height,
    dominantColour,
    bytes: renditions.get(WIDEST)?.bytes.length ?? null,
    uploadedBy: upload.merchantId,
    uploadedAt: at,
    lookAgainAt: new Date(at.getTime() + DAY_MS),
  });
  for (const [ending, rendition] of renditions) await deps.pictures.store.put(`${id}-${ending}`, rendition);
  deps.log('picture.added', { picture: id, merchant: upload.merchantId, bytes: upload.bytes.length });
  return succeed({ file: `${UPLOADED}${id}`, alt: { de: '', en: '' }, width, height, dominantColour });
}

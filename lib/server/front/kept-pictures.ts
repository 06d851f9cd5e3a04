import { isRenditionName } from '@/lib/domain/catalogue/picture';
import type { PictureStore, StoredPicture } from '@/lib/domain/ports';

export type KeptPictures = { get(name: string): Promise<StoredPicture | null> };

const LIMIT_BYTES = 48 * 1024 * 1024;

/**
 * Uploaded pictures out of the store, those last asked for from memory: a bucket is a long way off. Names that no rendition
 * can have are not looked for.
 */
export function createKeptPictures(store: () => Promise<Pick<PictureStore, 'get'>>): KeptPictures {
  const kept = new Map<string, StoredPicture>();
  let size = 0;
  const forget = (name: string) => {
    size -= kept.get(name)?.bytes.length ?? 0;
    kept.delete(name);
  };
  return {
    async get(name) {
      if (!isRenditionName(name)) return null;
      const known = kept.get(name);
      const picture = known ?? (await (await store()).get(name));
      if (!picture) return null;
      forget(name);
      kept.set(name, picture);
      size += picture.bytes.length;
      for (const oldest of kept.keys()) {
        if (size <= LIMIT_BYTES) break;
        forget(oldest);
      }
      return picture;
    },
  };
}

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PictureStore, StoredPicture } from '@/lib/domain/ports';
import { contentTypeOf } from './content-type';

/** Keeps pictures in a folder, for a shop on one machine. A file appears whole or not at all. */
export function createFolderStore(folder: string): PictureStore {
  // A folder with a hundred thousand files is slow to look into.
  const placeOf = (name: string) => path.join(folder, name.slice(0, 2), name);
  return {
    async put(name, { bytes }) {
      const place = placeOf(name);
      await mkdir(path.dirname(place), { recursive: true });
      const half = `${place}.${process.pid}.half`;
      await writeFile(half, bytes);
      await rename(half, place);
    },
    async get(name): Promise<StoredPicture | null> {
      try {
        return { bytes: new Uint8Array(await readFile(placeOf(name))), contentType: contentTypeOf(name) };
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(names) {
      for (const name of names) await rm(placeOf(name), { force: true });
    },
  };
}

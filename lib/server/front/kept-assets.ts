import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Packed, pack } from './packed';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const PREFIX = '/_next/static/';
const QUALITY = 9;

export type KeptAsset = { packed: Packed; contentType: string };
export type KeptAssets = { get(address: string): Promise<KeptAsset | null> };

/**
 * Scripts and styles of the build, compressed once. Their names hold their contents' hash, so they may be kept for a
 * year. `folder` is `.next/static`. Null for what is not there or is no text: Next answers then.
 */
export function createKeptAssets(folder: string): KeptAssets {
  const kept = new Map<string, Promise<KeptAsset | null>>();
  const home = path.resolve(folder);

  async function read(address: string): Promise<KeptAsset | null> {
    const file = path.join(home, decodeURIComponent(address.slice(PREFIX.length)));
    const contentType = TYPES[path.extname(file)];
    if (!contentType || !file.startsWith(home + path.sep)) return null;
    const body = await readFile(file).catch(() => null);
    return body && { packed: await pack(body, QUALITY), contentType };
  }

  return {
    get(address) {
      const known = kept.get(address);
      if (known) return known;
      const reading = read(address);
      kept.set(address, reading);
      // Only what exists is remembered: anybody may ask for a million names.
      reading.then(
        (found) => found ?? kept.delete(address),
        () => kept.delete(address),
      );
      return reading;
    },
  };
}

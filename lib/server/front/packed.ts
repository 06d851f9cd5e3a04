import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Something that is sent often: compressed once, with the tag by which a browser asks whether it is still the same. */
export type Packed = Record<Encoding, Buffer> & { etag: string };
export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** `quality` of brotli: 11 is smallest and slow (a page: 20 ms), 5 quick. */
export async function pack(body: Buffer, quality: number): Promise<Packed> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gz] = await Promise.all([brotli(body, { params }), zip(body, { level: 9 })]);
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { br, gzip: gz, identity: body, etag };
}

/** The smallest form that the browser takes: brotli, gzip or as it is. A weight of 0 is a no. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const taken = new Set(
    acceptEncoding
      .slice(0, 200)
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(';'))
      .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
      .map(([name]) => name?.trim()),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || taken.has('*') ? 'gzip' : 'identity';
}

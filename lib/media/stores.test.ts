import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PictureStore } from '@/lib/domain/ports';
import { createFolderStore } from './folder-store';
import { createS3Store } from './s3-store';

const NAME = `${'a'.repeat(22)}-640.avif`;
const PICTURE = { bytes: new Uint8Array([1, 2, 250]), contentType: 'image/avif' };
const KEYS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'the secret', region: 'eu-test-1' };

/** A bucket that speaks S3 as AWS describes it, checks each signature by its own few lines, and answers with XML errors. */
class Bucket {
  readonly kept = new Map<string, { body: Buffer; type: string; cache: string }>();
  /** Answers of 503 before it works again. */
  ill = 0;
  private server: Server | undefined;

  async open(): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }
  close() {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const refuse = (status: number, code: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
    if (this.ill > 0) {
      this.ill -= 1;
      return void refuse(503, 'SlowDown');
    }
    if (!isSigned(request, body)) return void refuse(403, 'SignatureDoesNotMatch');
    const { pathname } = new URL(request.url ?? '', 'http://bucket');
    if (!pathname.startsWith('/shop-pictures/')) return void refuse(404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      const { 'content-type': type = '', 'cache-control': cache = '' } = request.headers;
      this.kept.set(pathname, { body, type, cache });
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    const found = this.kept.get(pathname);
    if (request.method === 'DELETE') {
      this.kept.delete(pathname);
      return void response.writeHead(204).end();
    }
    if (!found) return void refuse(404, 'NoSuchKey');
    response.writeHead(200, { 'content-type': found.type, 'content-length': found.body.length }).end(found.body);
  }
}

/** Signature Version 4, by the description alone: canonical request, string to sign, four keys one inside the other. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!said) return false;
  const [, keyId = '', day = '', region = '', signed = '', signature] = said;
  const header = (name: string) => String(request.headers[name] ?? '').trim();
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  const told = header('x-amz-content-sha256');
  if (told !== 'UNSIGNED-PAYLOAD' && told !== hash(body)) return false;
  const { pathname } = new URL(request.url ?? '', 'http://bucket');
  const headers = signed.split(';').map((name) => `${name}:${header(name)}\n`);
  const canonical = [request.method, pathname, '', headers.join(''), signed, told].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, hash(canonical)].join('\n');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${KEYS.secretAccessKey}`, day));
  return keyId === KEYS.accessKeyId && region === KEYS.region && hmac(key, toSign).toString('hex') === signature;
}

let folder: string;
let bucket: Bucket;
let endpoint: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kiosk-pictures-'));
  bucket = new Bucket();
  endpoint = await bucket.open();
});
afterEach(async () => {
  bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const inBucket = (secretAccessKey = KEYS.secretAccessKey) =>
  createS3Store({ ...KEYS, secretAccessKey, endpoint, bucket: 'shop-pictures' });

describe.each<[string, () => PictureStore]>([
  ['a folder', () => createFolderStore(folder)],
  ['a bucket', () => inBucket()],
])('%s', (_name, open) => {
  it('keeps a picture until it is removed, and removing it twice is no fault', async () => {
    const store = open();
    expect(await store.get(NAME)).toBeNull();
    await store.put(NAME, PICTURE);
    await store.put(NAME, PICTURE);
    expect(await store.get(NAME)).toEqual(PICTURE);
    await store.remove([NAME]);
    await store.remove([NAME]);
    expect(await store.get(NAME)).toBeNull();
  });
});

describe('a folder', () => {
  it('holds no half of a picture', async () => {
    await createFolderStore(folder).put(NAME, PICTURE);
    expect(await readdir(path.join(folder, 'aa'))).toEqual([NAME]);
  });
});

describe('a bucket', () => {
  it('is told what a picture is and that it never changes', async () => {
    await inBucket().put(NAME, PICTURE);
    expect([...bucket.kept]).toMatchObject([
      [`/shop-pictures/pictures/${NAME}`, { type: 'image/avif', cache: 'public, max-age=31536000, immutable' }],
    ]);
  });

  it('is asked again when it is busy, and a refused key is an error that names no secret', async () => {
    bucket.ill = 1;
    await inBucket().put(NAME, PICTURE);
    expect(bucket.kept.size).toBe(1);
    const stranger = inBucket('another secret');
    await expect(stranger.put(NAME, PICTURE)).rejects.toThrow('the bucket answered 403 to a picture');
    await expect(stranger.get(NAME)).rejects.toThrow('403');
    await expect(stranger.remove([NAME])).rejects.toThrow('403');
  });
});

import { AwsClient } from 'aws4fetch';
import type { PictureStore, StoredPicture } from '@/lib/domain/ports';
import { contentTypeOf } from './content-type';

export type S3StoreOptions = {
  /** Such as "https://s3.eu-central-1.amazonaws.com", without the bucket: it is named in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const PATIENCE_MS = 10_000;
const LARGEST_BYTES = 20 * 1024 * 1024;

/**
 * Keeps pictures in a bucket that speaks S3 (AWS, R2, MinIO, Hetzner …), path style. Each call answers within 10 s or throws.
 * Source: Amazon S3 API reference, PutObject, GetObject, DeleteObject; Signature Version 4.
 */
export function createS3Store(options: S3StoreOptions): PictureStore {
  const { accessKeyId, secretAccessKey, region } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2, initRetryMs: 100 });
  const addressOf = (name: string) => `${options.endpoint}/${options.bucket}/pictures/${encodeURIComponent(name)}`;
  const call = (name: string, init: RequestInit) =>
    client.fetch(addressOf(name), { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });

  return {
    async put(name, { bytes, contentType }) {
      const headers = { 'content-type': contentType, 'cache-control': 'public, max-age=31536000, immutable' };
      const answer = await call(name, { method: 'PUT', body: bytes, headers });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the bucket answered ${answer.status} to a picture`);
    },
    async get(name): Promise<StoredPicture | null> {
      const answer = await call(name, { method: 'GET' });
      if (answer.ok && Number(answer.headers.get('content-length') ?? 0) <= LARGEST_BYTES)
        return { bytes: new Uint8Array(await answer.arrayBuffer()), contentType: contentTypeOf(name) };
      await answer.body?.cancel();
      if (answer.status === 404) return null;
      throw new Error(`the bucket answered ${answer.status} to the question for a picture`);
    },
    async remove(names) {
      for (const name of names) {
        const answer = await call(name, { method: 'DELETE' });
        await answer.body?.cancel();
        if (!answer.ok && answer.status !== 404) throw new Error(`the bucket answered ${answer.status} to a removal`);
      }
    },
  };
}

import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sealer } from '@/lib/domain/ports';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals personal data with AES-256-GCM, bound to its `place`: a value copied into another row does not open.
 * `encryptionKeys`: 32 bytes in base64 each, newest first; the first one seals, each one opens. Format:
 * `v1.<key id>.<nonce>.<ciphertext and tag>`, base64url. `open` throws for a value it cannot vouch for. `mark`: HMAC-SHA-256,
 * with a key of its own that is derived from the newest.
 */
export function createSealer(encryptionKeys: readonly string[]): Sealer {
  const keys = encryptionKeys.map((text) => {
    const key = Buffer.from(text, 'base64');
    if (key.length !== 32) throw new Error('An encryption key must be 32 bytes in base64.');
    return { id: createHash('sha256').update('kiosk key id').update(key).digest('base64url').slice(0, 8), key };
  });
  const [newest] = keys;
  if (!newest) throw new Error('Sealing needs at least one encryption key.');
  return {
    mark: (place, text) => markWith(newest.key, place, text).toString('base64url'),
    isMark(place, text, mark) {
      const given = Buffer.from(mark, 'base64url');
      return keys.some(({ key }) => {
        const ours = markWith(key, place, text);
        return given.length === ours.length && timingSafeEqual(given, ours);
      });
    },
    seal(place, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(place, sealed) {
      const [version, keyId, nonce = '', body = ''] = sealed.split('.');
      const found = keys.find((key) => key.id === keyId);
      if (version !== VERSION || !found) throw new Error(`Nothing here opens the sealed value of ${place}.`);
      const bytes = Buffer.from(body, 'base64url');
      if (bytes.length < TAG_BYTES) throw new Error(`The sealed value of ${place} is cut off.`);
      const split = bytes.length - TAG_BYTES;
      const options = { authTagLength: TAG_BYTES };
      const opener = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'), options)
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(split));
      return Buffer.concat([opener.update(bytes.subarray(0, split)), opener.final()]).toString('utf8');
    },
  };
}

function markWith(key: Buffer, place: string, text: string): Buffer {
  const own = createHmac('sha256', key).update('kiosk mark').digest();
  return createHmac('sha256', own)
    .update(JSON.stringify([place, text]))
    .digest();
}

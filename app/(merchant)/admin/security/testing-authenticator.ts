import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Options = { challenge: string; rpId?: string; rp?: { id?: string } };
/** How an authenticator may be wrong: another page's origin, or nobody proved to it who she is. */
type Fault = { origin?: string; unverified?: boolean };

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest();
const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW_KEY = 0x40;

/** CBOR (RFC 8949), as much of it as a key and an attestation need: small numbers, texts, bytes, maps. */
function cbor(value: number | string | Buffer | Map<unknown, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flat().map((one) => {
    if (typeof one === 'number' || typeof one === 'string' || Buffer.isBuffer(one) || one instanceof Map)
      return cbor(one);
    throw new TypeError('this is not in our CBOR');
  });
  return Buffer.concat([head(5, value.size), ...pairs]);
}
function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

/** A device with one passkey, ES256, written from the standard (WebAuthn level 3) and not from the library that checks it. */
export function createAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const key = new Map<number, number | Buffer>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
  let counter = 0;
  const clientData = (type: string, { challenge }: Options, { origin = 'https://shop.example' }: Fault) =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));
  const data = ({ rpId, rp }: Options, { unverified }: Fault, flags = 0) => {
    const count = Buffer.alloc(4);
    counter += 1;
    count.writeUInt32BE(counter);
    const flag = PRESENT | (unverified ? 0 : VERIFIED) | flags;
    return Buffer.concat([hash(rpId ?? rp?.id ?? ''), Buffer.from([flag]), count]);
  };
  const credential = (response: Record<string, string>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });

  return {
    create(options: Options, fault: Fault = {}): string {
      const made = Buffer.concat([
        data(options, fault, NEW_KEY),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cbor(key),
      ]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', made],
      ]);
      return credential({
        clientDataJSON: clientData('create', options, fault).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
      });
    },
    get(options: Options, fault: Fault = {}): string {
      const client = clientData('get', options, fault);
      const authenticatorData = data(options, fault);
      const signature = sign('sha256', Buffer.concat([authenticatorData, hash(client)]), privateKey);
      return credential({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

import type { PrivateKey } from 'openpgp';

const BLOCK = /-----BEGIN PGP PRIVATE KEY BLOCK-----[\s\S]*?-----END PGP PRIVATE KEY BLOCK-----/g;

/**
 * The merchant's keys, newest first, from armoured blocks one after the other; throws where there is none. OpenPGP is loaded
 * only when it is needed: it is large, and nothing of the hot path wants it.
 */
export async function readMerchantKeys(privateKeys: string): Promise<[PrivateKey, ...PrivateKey[]]> {
  const { readPrivateKey } = await import('openpgp');
  const blocks = privateKeys.match(BLOCK) ?? [];
  const [newest, ...older] = await Promise.all(blocks.map((armoredKey) => readPrivateKey({ armoredKey })));
  if (!newest) throw new Error('MESSENGER_PAYMENT_PRIVATE_KEY holds no key');
  return [newest, ...older];
}

/** The public half of the newest key, armoured, for Messenger to encrypt to. */
export async function publicKeyOf(privateKeys: string): Promise<string> {
  const [newest] = await readMerchantKeys(privateKeys);
  return newest.toPublic().armor().replaceAll('\r\n', '\n');
}

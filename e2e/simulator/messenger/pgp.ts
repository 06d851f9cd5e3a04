import { createMessage, encrypt, readKey } from 'openpgp';

/** An armoured OpenPGP message that only the merchant can read. The key must be RSA 4096, as Messenger demanded. */
export async function encryptFor(publicKey: string, text: string): Promise<string> {
  const key = await readKey({ armoredKey: publicKey });
  const { algorithm, bits } = key.getAlgorithmInfo();
  if (!algorithm.startsWith('rsa') || bits !== 4096)
    throw new Error(`The Page's key is ${algorithm} ${bits}, not RSA 4096.`);
  return encrypt({ message: await createMessage({ text }), encryptionKeys: key });
}

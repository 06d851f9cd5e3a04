/**
 * The public half of the merchant's key, armoured, for Messenger to encrypt to. OpenPGP is loaded only when it is needed:
 * it is large, and nothing of the hot path wants it.
 */
export async function publicKeyOf(privateKeys: string): Promise<string> {
  const { readPrivateKeys } = await import('openpgp');
  const [newest] = await readPrivateKeys({ armoredKeys: privateKeys });
  if (!newest) throw new Error('MESSENGER_PAYMENT_PRIVATE_KEY holds no key');
  return newest.toPublic().armor().replaceAll('\r\n', '\n');
}

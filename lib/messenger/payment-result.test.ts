import { createMessage, encrypt, generateKey, readKey } from 'openpgp';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { publicKeyOf } from './payment-key';
import { readPaymentResult } from './payment-result';
import { readVector } from './testing-vectors';

const vector = readVector(
  'sdk/legacy-payment.json',
  z.object({ processPayment: z.object({ decrypted: z.unknown(), test_decrypted: z.unknown() }) }),
).processPayment;

let privateKey: string;
let elses: string;
beforeAll(async () => {
  const make = async () =>
    (await generateKey({ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Fixture' }], format: 'armored' })).privateKey;
  [privateKey, elses] = [await make(), await make()];
});

/** As Messenger does: to whatever public key the Page has. */
async function sealed(text: string, key = privateKey): Promise<string> {
  const encryptionKeys = await readKey({ armoredKey: await publicKeyOf(key) });
  return encrypt({ message: await createMessage({ text }), encryptionKeys });
}

test('reads which charge the recorded result names', async () => {
  expect(await readPaymentResult(await sealed(JSON.stringify(vector.decrypted)), privateKey)).toEqual({
    ok: true,
    value: { chargeId: 'ch_1FixtureStripe0004', fbPaymentId: '910000000000006', provider: 'stripe' },
  });
  expect(await readPaymentResult(await sealed(JSON.stringify(vector.test_decrypted)), privateKey)).toMatchObject({
    value: { chargeId: 'test_charge_id_12345' },
  });
});

test('while the key is being changed, both are read', async () => {
  const older = await sealed(JSON.stringify(vector.decrypted), elses);
  expect((await readPaymentResult(older, `${privateKey}\n${elses}`)).ok).toBe(true);
});

test.each([
  ['no message at all', async () => 'hello'],
  ['one to another key', async () => sealed(JSON.stringify(vector.decrypted), elses)],
  ['one that is no JSON', async () => sealed('hello')],
  ['one that names no charge', async () => sealed('{"amount":1}')],
  [
    'one that names something else than a charge',
    async () => sealed('{"external_transaction_id":"../x","fb_payment_id":"1"}'),
  ],
])('%s is unreadable', async (_what, make) => {
  expect(await readPaymentResult(await make(), privateKey)).toEqual({ ok: false, problem: 'unreadable' });
});

test('only the public half leaves the house', async () => {
  expect(await publicKeyOf(privateKey)).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----\n/);
});

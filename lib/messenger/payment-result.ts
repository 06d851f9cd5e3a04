import { z } from 'zod';
import { PAYMENT_PROVIDERS, type PaymentProvider } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { readMerchantKeys } from './payment-key';

/** What Messenger says about its charge, in words of ours. Anybody could have written it: the key is public. */
export type PaymentResult = { chargeId: string; fbPaymentId: string; provider: PaymentProvider };

const id = z.string().regex(/^\w{1,200}$/);
const schema = z.object({
  external_transaction_id: id,
  fb_payment_id: id,
  provider: z.enum(PAYMENT_PROVIDERS).catch('stripe'),
});

/**
 * Reads the `payment_result` of `processPayment`, encrypted to our public key. It names a charge and proves nothing.
 * Problem: "unreadable". OpenPGP is loaded here and not before. Source: reference E.6, E.7.
 */
export async function readPaymentResult(
  armoured: string,
  privateKeys: string,
): Promise<Result<PaymentResult, 'unreadable'>> {
  const { decrypt, readMessage } = await import('openpgp');
  const decryptionKeys = await readMerchantKeys(privateKeys);
  try {
    const { data } = await decrypt({ message: await readMessage({ armoredMessage: armoured }), decryptionKeys });
    const read = schema.parse(JSON.parse(String(data)));
    const { external_transaction_id: chargeId, fb_payment_id: fbPaymentId, provider } = read;
    return succeed({ chargeId, fbPaymentId, provider });
  } catch {
    // No message, another key, no JSON, no charge named: to us all of that is one thing.
    return fail('unreadable');
  }
}

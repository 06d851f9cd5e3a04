import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { fulfilOrder } from './fulfil-order';

export type FulfilManyInput = {
  requestId: string;
  picked: { orderId: string; seenVersion: number }[];
  who: string;
};

/**
 * Sends orders whole, one after the other: each for itself, so that one that cannot leave keeps no other back. The same form
 * twice sends each once. Problem: "some_not_sent", whose `detail.fields` says for each order that stayed why.
 */
export async function fulfilMany(
  deps: Deps,
  { requestId, picked, who }: FulfilManyInput,
): Promise<Result<null, 'some_not_sent'>> {
  const stayed: Record<string, string> = {};
  for (const { orderId, seenVersion } of picked) {
    const form = { orderId, seenVersion, requestId: `${requestId}:${orderId}` };
    const sent = await fulfilOrder(deps, { ...form, carrier: '', tracking: '', who });
    if (!sent.ok) stayed[orderId] = sent.problem;
  }
  return Object.keys(stayed).length === 0 ? succeed(null) : fail('some_not_sent', { fields: stayed });
}

import { z } from 'zod';
import { type NativePayments, NO_NATIVE_PAYMENTS } from '@/lib/domain/messaging/native-payment';
import { type Result, succeed } from '@/lib/domain/result';
import { ask, holds, type SetupOptions, type SetupProblem, subscribe, tell } from './profile';

/** Messenger's own checkout asks for delivery, asks for leave, and tells of the money, by these. */
export const NATIVE_FIELDS = ['messaging_payments', 'messaging_checkout_updates', 'messaging_pre_checkouts'] as const;

const settingsSchema = z.object({
  data: z.array(z.looseObject({ payment_settings: z.looseObject({}).optional() })).default([]),
});

export type NativeSetup = { publicKey: string | null; testers: string[] };

/**
 * Asks Meta whether this Page still knows native payments (profile 2016), and brings their settings and webhook fields to
 * what the shop needs; a second run changes nothing. A Page of today refuses the very question (100): then nothing is
 * changed and `native` says no. Problems: those of `setUpMessenger`.
 * Source: Messenger Profile API, payment_settings, 2017; reference E.7.
 */
export async function setUpNativePayments(
  options: SetupOptions,
  { publicKey, testers }: NativeSetup,
): Promise<Result<{ changed: string[]; native: NativePayments }, SetupProblem>> {
  const none = succeed({ changed: [], native: NO_NATIVE_PAYMENTS });
  const path = 'me/messenger_profile';
  const read = await ask(options, path, settingsSchema, { fields: 'payment_settings' });
  if (!read.ok) return isUnknownThere(read) ? none : read;
  const wanted = {
    privacy_url: `${options.publicUrl}/shop/legal/privacy`,
    ...(publicKey ? { public_key: publicKey } : {}),
    ...(testers.length > 0 ? { testers } : {}),
  };
  const changed: string[] = [];
  if (!holds(read.value.data[0]?.payment_settings, wanted)) {
    const set = await tell(options, path, { payment_settings: wanted });
    if (!set.ok) return isUnknownThere(set) ? none : set;
    changed.push('payment_settings');
  }
  const subscribed = await subscribe(options, NATIVE_FIELDS);
  if (!subscribed.ok) return isUnknownThere(subscribed) ? none : subscribed;
  return succeed({
    changed: [...changed, ...subscribed.value],
    native: { buyButton: true, asksForShipping: true, testers },
  });
}

function isUnknownThere({ detail }: { detail?: Record<string, unknown> }): boolean {
  return detail?.code === 100;
}

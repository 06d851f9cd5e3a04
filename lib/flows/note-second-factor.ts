import { writeAudit } from '@/lib/db/audit';
import type { Deps } from './deps';

/** Keeps in the log that somebody switched her second factor on or off; the sign-in itself keeps the factor. */
export async function noteSecondFactor(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { merchantId, isOn }: { merchantId: string; isOn: boolean },
): Promise<void> {
  const what = isOn ? 'security.second_factor_on' : 'security.second_factor_off';
  await writeAudit(deps.db, { merchantId, what, about: `staff:${merchantId}`, at: deps.now() });
  deps.log('merchant.second_factor', { merchant: merchantId, on: isOn });
}

import { isDatabaseDown } from '@/lib/db/transaction';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { Deps } from './deps';

export type Reconciled = { healed: number; open: number; unreachable: PaymentProvider[] };
export type Verdict = 'fine' | 'healed' | 'open';

/** Checks one item and counts what came of it. One that fails is told as an alarm and holds up no other. */
export async function checkItem(
  deps: Pick<Deps, 'log'>,
  sum: Reconciled,
  item: string,
  check: () => Promise<Verdict>,
): Promise<void> {
  try {
    const verdict = await check();
    if (verdict !== 'fine') sum[verdict] += 1;
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    deps.log('alarm.charge_not_reconciled', { charge: item, problem: error instanceof Error ? error.name : 'unknown' });
  }
}

import type { DisputeStatus } from '../payments/dispute';
import type { PaymentProvider } from '../payments/payment';

type Happened =
  | { is: 'placed'; amountMinor: number }
  | { is: 'money'; amountMinor: number; why: string; who: string }
  | { is: 'sent' | 'delivered'; items: string; who: string | null }
  | { is: 'address'; before: string; who: string }
  | { is: 'cancelled' }
  | { is: 'disputed'; provider: PaymentProvider; status: DisputeStatus }
  | { is: 'note'; text: string; who: string | null }
  | { is: 'message'; purpose: string; status: string; how: string | null; failure: string | null }
  | { is: 'mail'; kind: string; status: string; failure: string | null };

/** One thing that happened to an order, as the desk's own history shows it. Amounts in minor units of the order's currency. */
export type TimelineItem = Happened & { id: string; at: Date };

/** The latest first; of the same moment in the order in which they are named. */
export function latestFirst(items: readonly TimelineItem[]): TimelineItem[] {
  return [...items].reverse().sort((one, other) => other.at.getTime() - one.at.getTime());
}

import type { Database } from '@/lib/db/client';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type { MessageSender, PaymentGateway } from '@/lib/domain/ports';

/** Seals personal data before it is stored; `place` (table.column:row) binds the value to where it belongs. */
export interface Sealer {
  seal(place: string, plain: string): string;
  open(place: string, sealed: string): string;
}

export type LogEvent = (event: string, facts?: Record<string, string | number | boolean | null>) => void;

/** What a flow works with. Decisions take the time from `now`, never from SQL; ids from `newId`. */
export type Deps = {
  db: Database;
  payments: Record<PaymentProvider, PaymentGateway>;
  messenger: MessageSender;
  sealer: Sealer;
  /** Unguessable: 128 bits or more, safe in an address. */
  newId: () => string;
  now: () => Date;
  log: LogEvent;
  /** Tells the worker that something waits; it would find it by itself, only later. */
  wake: (job: 'payments' | 'messages' | 'events') => void;
  page: { id: string; appId: string };
  /** How long after its last sign of life an attempt may be taken over by a worker. */
  attemptLeaseSeconds: number;
};

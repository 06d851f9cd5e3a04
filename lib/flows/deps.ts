import type { Database } from '@/lib/db/client';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import type {
  AdPlatform,
  CardKeeper,
  DisputeDesk,
  MailSender,
  MessageSender,
  PaperPress,
  PaymentGateway,
  PictureMaker,
  PictureStore,
  Sealer,
  ThreadControl,
} from '@/lib/domain/ports';

export type { Sealer };

export type LogEvent = (event: string, facts?: Record<string, string | number | boolean | null>) => void;

/** What a flow works with. Decisions take the time from `now`, never from SQL; ids from `newId`. */
export type Deps = {
  db: Database;
  /** Null where the merchant has no account with that provider: its ways to pay are not offered. */
  payments: { stripe: PaymentGateway; paypal: PaymentGateway | null };
  /** Where a provider's disputes are looked up and answered; without an entry it tells of none. */
  disputes: Partial<Record<PaymentProvider, DisputeDesk>>;
  papers: PaperPress;
  cards: CardKeeper;
  messenger: MessageSender;
  /** Which app leads a thread at Meta. */
  threads: ThreadControl;
  /** Null where no mail server is named: mails are queued all the same and wait for one. */
  mail: MailSender | null;
  /** Null where no ad account is named. */
  ads: AdPlatform | null;
  sealer: Sealer;
  /** Uploaded pictures: what is made of them, and where it lies. */
  pictures: { maker: PictureMaker; store: PictureStore };
  /** Unguessable: 128 bits or more, safe in an address. */
  newId: () => string;
  now: () => Date;
  log: LogEvent;
  /** Tells the worker that something waits; it would find it by itself, only later. */
  wake: (job: 'payments' | 'messages' | 'events') => void;
  /** Where people reach the shop, without a trailing slash. */
  shopUrl: string;
  /** `linksUrl`: where m.me links begin. `drawsShare`: this Graph version still knows Messenger's own share button. */
  page: { id: string; appId: string; linksUrl: string; drawsShare: boolean };
  /** Whether the payment keys move real money: events of the other mode have no effect. */
  livemode: boolean;
  /** How long after its last sign of life an attempt may be taken over by a worker. */
  attemptLeaseSeconds: number;
};

/** The gateway that an attempt, an order or a refund belongs to. Throws for a provider that is no longer configured. */
export function gatewayOf(deps: Pick<Deps, 'payments'>, provider: PaymentProvider): PaymentGateway {
  const gateway = deps.payments[provider];
  if (!gateway) throw new Error(`the payments of ${provider} are not configured`);
  return gateway;
}

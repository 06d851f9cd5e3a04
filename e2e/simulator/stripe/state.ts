import type { Behaviour } from './cards';
import type { StripeEvent } from './event-object';
import type {
  BalanceTransaction,
  Charge,
  Customer,
  Dispute,
  EarlyFraudWarning,
  Refund,
  WebhookEndpoint,
} from './money-objects';
import type { CheckoutSession, ConfirmationToken, PaymentIntent, PaymentMethod } from './objects';

/** What happens by itself when its time has come on the world's clock. */
export type Due = { atMs: number } & (
  | { kind: 'deliver'; event: string; endpoint: string; attempt: number }
  | { kind: 'settle-charge'; charge: string }
  | { kind: 'expire-hold'; intent: string }
  | { kind: 'expire-session'; session: string }
  | { kind: 'settle-refund' | 'fail-refund'; refund: string }
);

export type SavedAnswer = {
  path: string;
  params: string;
  atMs: number;
  requestId: string;
  /** null while the first call still runs. */
  answer: { status: number; body: string } | null;
};

/** One try to deliver an event, for the one who reads the list. */
export type Attempt = { event: string; type: string; endpoint: string; attempt: number; status: number; atMs: number };

export type SessionIntent = {
  capture_method?: 'automatic' | 'automatic_async' | 'manual' | undefined;
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
};

export type SigningMode = 'normal' | 'wrong' | 'two-secrets' | 'stale';

export type State = {
  intents: Map<string, PaymentIntent>;
  charges: Map<string, Charge>;
  methods: Map<string, PaymentMethod>;
  tokens: Map<string, ConfirmationToken>;
  refunds: Map<string, Refund>;
  transactions: Map<string, BalanceTransaction>;
  disputes: Map<string, Dispute>;
  warnings: Map<string, EarlyFraudWarning>;
  customers: Map<string, Customer>;
  /** Deleted ones are told of by their id alone, for ever. */
  deletedCustomers: Set<string>;
  /** Methods that a customer gave up: they pay nothing any more. */
  detached: Set<string>;
  sessions: Map<string, CheckoutSession>;
  /** What the payment of a session will be, and what its page lists. */
  sessionIntents: Map<string, SessionIntent>;
  sessionLines: Map<string, string[]>;
  domains: Map<string, PaymentMethodDomain>;
  events: Map<string, StripeEvent>;
  endpoints: Map<string, WebhookEndpoint>;
  endpointSecrets: Map<string, string>;
  /** What the card behind a method or token does; never part of an answer. */
  behaviours: Map<string, Behaviour>;
  /** What the page said of the payment when it made the token. */
  tokenContexts: Map<string, { mode?: string; amount?: number; currency?: string; setup_future_usage?: string }>;
  saved: Map<string, SavedAnswer>;
  agenda: Due[];
  attempts: Attempt[];
  held: { event: string; endpoint: string }[];
  levers: Levers;
};

export type Levers = {
  nextCard: string | null;
  failRefund: boolean;
  wallets: string[];
  hold: boolean;
  signing: SigningMode;
  /** Pauses between the tries of one delivery, in seconds of the world's clock. */
  retrySeconds: number[];
};

export type PaymentMethodDomain = {
  id: string;
  object: 'payment_method_domain';
  amazon_pay: { status: 'active' };
  apple_pay: { status: 'active' };
  created: number;
  domain_name: string;
  enabled: boolean;
  google_pay: { status: 'active' };
  klarna: { status: 'active' };
  link: { status: 'active' };
  livemode: false;
  paypal: { status: 'active' };
};

export function emptyState(): State {
  return {
    intents: new Map(),
    charges: new Map(),
    methods: new Map(),
    tokens: new Map(),
    refunds: new Map(),
    transactions: new Map(),
    disputes: new Map(),
    warnings: new Map(),
    customers: new Map(),
    deletedCustomers: new Set(),
    detached: new Set(),
    sessions: new Map(),
    sessionIntents: new Map(),
    sessionLines: new Map(),
    domains: new Map(),
    events: new Map(),
    endpoints: new Map(),
    endpointSecrets: new Map(),
    behaviours: new Map(),
    tokenContexts: new Map(),
    saved: new Map(),
    agenda: [],
    attempts: [],
    held: [],
    levers: {
      nextCard: null,
      failRefund: false,
      wallets: [],
      hold: false,
      signing: 'normal',
      retrySeconds: [5, 30, 300, 3600, 4 * 3600, 12 * 3600, 24 * 3600],
    },
  };
}

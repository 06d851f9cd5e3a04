import type { Behaviour, Capture, Dispute, Link, Order, Refund } from './objects';

/** One answer that was given under a `PayPal-Request-Id`. */
export type SavedAnswer = { path: string; atMs: number; status: number; body: string };

/** Where events go, and which; `*` is every one. */
export type Webhook = { id: string; url: string; types: string[] };

export type PaypalEvent = {
  id: string;
  event_version: '1.0';
  create_time: string;
  resource_type: string;
  resource_version?: string;
  event_type: string;
  summary: string;
  resource: unknown;
  links: Link[];
};

/** One try to deliver an event, for the one who reads the list. */
export type Attempt = { event: string; type: string; status: number; atMs: number };

export type Levers = {
  /** What the next capture does, whatever was chosen on the page. */
  nextCapture: Behaviour | null;
  /** Keeps events back until they are flushed. */
  hold: boolean;
};

export type State = {
  tokens: Map<string, number>;
  orders: Map<string, Order>;
  /** What she chose on the approval page; never part of an answer. */
  behaviours: Map<string, Behaviour>;
  captures: Map<string, Capture>;
  /** Which order a capture belongs to. */
  orderOfCapture: Map<string, string>;
  refunds: Map<string, Refund>;
  disputes: Map<string, Dispute>;
  /** Made or changed through the API; null where one was taken away. */
  webhooks: Map<string, Webhook | null>;
  saved: Map<string, SavedAnswer>;
  events: Map<string, PaypalEvent>;
  held: string[];
  attempts: Attempt[];
  levers: Levers;
};

export function emptyState(): State {
  return {
    tokens: new Map(),
    orders: new Map(),
    behaviours: new Map(),
    captures: new Map(),
    orderOfCapture: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    webhooks: new Map(),
    saved: new Map(),
    events: new Map(),
    held: [],
    attempts: [],
    levers: { nextCapture: null, hold: false },
  };
}

import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../world/faults';
import { type Double, later } from './double';
import type { StripeEvent } from './event-object';
import type { WebhookEndpoint } from './money-objects';
import type { Due, State } from './state';

const timeoutMs = 10_000;
const overtakenMs = 3_000;
type Delivery = Extract<Due, { kind: 'deliver' }>;

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
}

/** `t=…,v1=…` over the raw body; a test may wish it wrong, stale, or made with two secrets. */
export function signPayload(
  payload: string,
  secret: string,
  nowSeconds: number,
  mode: State['levers']['signing'],
): string {
  const t = mode === 'stale' ? nowSeconds - 3600 : nowSeconds;
  const signed = `${t}.${payload}`;
  if (mode === 'wrong') return `t=${t},v1=${hmac(`${secret}-of-somebody-else`, signed)}`;
  if (mode === 'two-secrets') return `t=${t},v1=${hmac(`${secret}-rolled`, signed)},v1=${hmac(secret, signed)}`;
  return `t=${t},v1=${hmac(secret, signed)},v0=${hmac('v0', signed)}`;
}

/** Brings events to the endpoints: signed anew for each try, and again after a pause while the answer is not 2xx. */
export class Deliverer {
  private readonly closing = new AbortController();
  private readonly overtaken = new Set<() => void>();

  constructor(private readonly double: Double) {}

  close(): void {
    this.closing.abort();
  }

  deliver(due: Delivery): void {
    const { state } = this.double;
    this.run(due, state).catch((error: unknown) => {
      if (!this.closing.signal.aborted) console.error('The Stripe double could not deliver an event', error);
    });
  }

  private async run(due: Delivery, state: State): Promise<void> {
    const event = state.events.get(due.event);
    const endpoint = state.endpoints.get(due.endpoint);
    if (!event || !endpoint) return;
    const fault = this.double.world.faults.take(`webhook:${event.type}`);
    if (fault?.kind === 'reorder') {
      this.overtake(() => this.deliver(due));
      return;
    }
    if (fault?.delayMs) await pause(fault.delayMs, undefined, { signal: this.closing.signal });
    const status = await this.tryOnce(event, endpoint, fault, state);
    // After a reset nobody remembers this delivery any more.
    if (this.double.state !== state) return;
    if (fault?.kind === 'duplicate') await this.send(event, endpoint, 'normal', state);
    const atMs = this.double.world.clock.nowMs();
    state.attempts.push({
      event: event.id,
      type: event.type,
      endpoint: endpoint.id,
      attempt: due.attempt,
      status,
      atMs,
    });
    if (status >= 200 && status < 300) event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
    else this.tryLater(due, state);
    for (const go of [...this.overtaken]) go();
  }

  /** Waits until another delivery is through; after a while it goes without one. */
  private overtake(deliver: () => void): void {
    const go = () => {
      if (this.overtaken.delete(go) && !this.closing.signal.aborted) deliver();
    };
    this.overtaken.add(go);
    setTimeout(go, overtakenMs).unref();
  }

  private tryLater(due: Delivery, state: State): void {
    const seconds = state.levers.retrySeconds[due.attempt - 1];
    if (seconds !== undefined) later(this.double, seconds, { ...due, attempt: due.attempt + 1 });
  }

  private async tryOnce(
    event: StripeEvent,
    endpoint: WebhookEndpoint,
    fault: Fault | null,
    state: State,
  ): Promise<number> {
    if (fault?.kind === 'drop-before') return 0;
    if (fault?.kind === 'status' && !fault.acted) return fault.status ?? 500;
    const mode = fault?.kind === 'wrong-signature' ? 'wrong' : state.levers.signing;
    const status = await this.send(event, endpoint, mode, state);
    if (fault?.kind === 'drop-after') return 0;
    return fault?.kind === 'status' ? (fault.status ?? 500) : status;
  }

  /** One request to the endpoint; 0 when no answer came. */
  private async send(event: StripeEvent, endpoint: WebhookEndpoint, mode: State['levers']['signing'], state: State) {
    const { world } = this.double;
    const payload = JSON.stringify(event, null, 2);
    const secret = state.endpointSecrets.get(endpoint.id) ?? '';
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': signPayload(payload, secret, world.clock.nowSeconds(), mode),
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    };
    const direction = endpoint.url.startsWith(world.shopOrigin) ? 'stripe → shop' : 'stripe → elsewhere';
    const request = { direction, method: 'POST', url: endpoint.url, requestHeaders: headers, requestBody: payload };
    const entry = world.wire.begin(request);
    try {
      const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(timeoutMs)]);
      const init = { method: 'POST', headers, body: payload, redirect: 'manual', signal } as const;
      const response = await fetch(endpoint.url, init);
      const responseBody = await response.text();
      const responseHeaders = Object.fromEntries(response.headers);
      world.wire.end(entry, { status: response.status, responseHeaders, responseBody });
      return response.status;
    } catch (error) {
      // No answer is a failed try like any other; why is for the reader of the wire log.
      world.wire.end(entry, { status: 0, responseHeaders: {}, responseBody: String(error) });
      return 0;
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../world/faults';
import type { World } from '../world/world';
import { hubSignatures } from './signing';
import { metaJson } from './wire-json';

const path = '/api/messenger/webhook';
const deliveryFaults: Fault['kind'][] = [
  'delay',
  'drop-before',
  'drop-after',
  'status',
  'duplicate',
  'reorder',
  'wrong-signature',
];

const askingFaults = deliveryFaults.filter((kind) => kind !== 'reorder');

/** What happens on the Page, not in a thread of it. */
const CHANGES = ['feed', 'message_template_status_update'];

export type WebhookOptions = {
  retryDelaysMs: number[];
  /** Nothing came through for so long that Meta takes the app off the Page: somebody has to subscribe it again. */
  onSwitchedOff?: () => void;
};

/** Eight hours in 2016, one today. What happens meanwhile is told to nobody. */
const patienceMs = { '2016': 8 * 60 * 60 * 1000, current: 60 * 60 * 1000 };

/** Meta publishes neither number nor spacing of its tries; these are ours. */
export const defaultRetryDelaysMs = [0, 1000, 5000, 25_000];

type Delivery = { field: string; body: string };
export type Heard = { status: number; body: string };

function unlessStopped(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}

/**
 * Brings events to the shop's webhook: one event a request, signed over the very bytes, tried again when the shop does
 * not answer 2xx in time. Events of one thread keep their order until one fails; in 2016 the next one waits for it.
 */
export class WebhookSender {
  private readonly queues = new Map<string, Promise<void>>();
  private readonly running = new Set<Promise<void>>();
  private stopped = new AbortController();
  private held: Delivery | null = null;
  private lastRefusal = 0;
  private failingSinceMs: number | null = null;
  private verified: Promise<boolean> | null = null;

  constructor(
    private readonly world: World,
    readonly options: WebhookOptions,
  ) {}

  /** Queues one event. `onAccepted` runs once the shop has acknowledged it: that is the "delivered" tick. */
  send(field: string, psid: string, event: Record<string, unknown>, onAccepted?: () => void): void {
    const list = field === 'standby' ? 'standby' : CHANGES.includes(field) ? 'changes' : 'messaging';
    const entry = { id: this.world.accounts.page.id, time: this.world.clock.nowMs(), [list]: [event] };
    const delivery = { field, body: metaJson({ object: 'page', entry: [entry] }) };
    const before = this.queues.get(psid) ?? Promise.resolve();
    const { signal } = this.stopped;
    const task = before.then(() => this.bring(delivery, signal, onAccepted)).catch(unlessStopped(signal));
    this.queues.set(psid, task);
    this.track(task);
  }

  /**
   * Asks something whose answer is the 200 itself, once: who stays silent, is late or is cut off has not answered.
   * Delivery faults hold here too; a doubled question counts with its first answer.
   */
  async ask(field: string, event: Record<string, unknown>): Promise<Heard | null> {
    if (!(await this.verify())) return null;
    const entry = { id: this.world.accounts.page.id, time: this.world.clock.nowMs(), messaging: [event] };
    const delivery = { field, body: metaJson({ object: 'page', entry: [entry] }) };
    const fault = this.world.faults.take(`webhook:${field}`, askingFaults);
    if (fault?.kind === 'drop-before') return null;
    if (fault?.delayMs) await pause(fault.delayMs, undefined, { signal: this.stopped.signal });
    if (fault?.kind === 'status' && !fault.acted) return { status: fault.status ?? 500, body: '' };
    const heard = await this.post(delivery, fault?.kind === 'wrong-signature');
    if (fault?.kind === 'duplicate') await this.post(delivery, false);
    if (fault?.kind === 'drop-after') return null;
    return fault?.kind === 'status' ? { status: fault.status ?? 500, body: '' } : heard;
  }

  /** All deliveries done or given up, retries included. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  async close(): Promise<void> {
    this.stopped.abort();
    await this.idle();
  }

  /** Forgets what is still on its way. */
  reset(): void {
    this.stopped.abort();
    this.stopped = new AbortController();
    this.queues.clear();
    this.held = null;
    this.failingSinceMs = null;
  }

  /** The GET handshake, which Meta does before it sends anything. Repeats until the shop answers rightly. */
  verify(): Promise<boolean> {
    this.verified ??= this.shakeHands().then((done) => {
      if (!done) this.verified = null;
      return done;
    });
    return this.verified;
  }

  private track(task: Promise<void>): void {
    this.running.add(task);
    void task.finally(() => this.running.delete(task));
  }

  private async bring(delivery: Delivery, signal: AbortSignal, onAccepted?: () => void): Promise<void> {
    if (signal.aborted) return;
    if (await this.tried(delivery, signal)) return onAccepted?.();
    const retries = async () => {
      for (const delay of this.options.retryDelaysMs) {
        await pause(delay, undefined, { signal });
        if (await this.tried(delivery, signal)) return onAccepted?.();
      }
      console.warn(`webhook ${delivery.field}: given up after ${this.options.retryDelaysMs.length + 1} tries`);
    };
    if (this.world.era === '2016') return retries();
    this.track(retries().catch(unlessStopped(signal)));
  }

  /** One try, and how long none has come through by the world's clock. */
  private async tried(delivery: Delivery, signal: AbortSignal): Promise<boolean> {
    const came = await this.attempt(delivery, signal);
    const nowMs = this.world.clock.nowMs();
    this.failingSinceMs = came ? null : (this.failingSinceMs ?? nowMs);
    if (this.failingSinceMs === null || nowMs - this.failingSinceMs < patienceMs[this.world.era]) return came;
    this.failingSinceMs = null;
    this.options.onSwitchedOff?.();
    return came;
  }

  private async attempt(delivery: Delivery, signal: AbortSignal): Promise<boolean> {
    if (!(await this.verify())) return false;
    const fault = this.world.faults.take(`webhook:${delivery.field}`, deliveryFaults);
    if (fault?.kind === 'reorder' && !this.held) {
      this.held = delivery;
      return true;
    }
    if (fault?.kind === 'drop-before') return false;
    if (fault?.delayMs) await pause(fault.delayMs, undefined, { signal });
    if (fault?.kind === 'status' && !fault.acted) return (fault.status ?? 500) < 300;
    const heard = await this.post(delivery, fault?.kind === 'wrong-signature');
    if (fault?.kind === 'duplicate') await this.post(delivery, false);
    await this.releaseHeld();
    if (fault?.kind === 'drop-after') return false;
    if (fault?.kind === 'status') return (fault.status ?? 500) < 300;
    return heard !== null && heard.status >= 200 && heard.status < 300;
  }

  private async releaseHeld(): Promise<void> {
    const late = this.held;
    this.held = null;
    if (late) await this.post(late, false);
  }

  private async post(delivery: Delivery, wrongly: boolean): Promise<Heard | null> {
    const secret = wrongly ? 'another-app-secret' : this.world.accounts.app.secret;
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      ...hubSignatures(delivery.body, secret),
    };
    return this.call('POST', path, headers, delivery.body);
  }

  private async shakeHands(): Promise<boolean> {
    const challenge = String(1_000_000_000 + Math.floor(Math.random() * 1_000_000_000));
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': this.world.accounts.app.verifyToken,
      'hub.challenge': challenge,
    });
    const heard = await this.call('GET', `${path}?${query}`, { 'user-agent': 'facebookplatform/1.0' }, '');
    if (heard && (heard.status !== 200 || heard.body !== challenge) && heard.status !== this.lastRefusal) {
      this.lastRefusal = heard.status;
      console.warn(`The shop refused the webhook handshake: ${heard.status} ${heard.body.slice(0, 80)}`);
    }
    return heard?.status === 200 && heard.body === challenge;
  }

  private async call(
    method: string,
    address: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Heard | null> {
    const url = `${this.world.shopOrigin}${address}`;
    const limitMs = this.world.era === '2016' ? 20_000 : 5000;
    const start = { direction: 'messenger → shop', method, url, requestHeaders: headers, requestBody: body };
    // A handshake with nobody there is repeated until the shop is up: only one that is answered is worth a line.
    const entry = method === 'GET' ? null : this.world.wire.begin(start);
    try {
      const answer = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([this.stopped.signal, AbortSignal.timeout(limitMs)]),
        ...(method === 'POST' ? { body } : {}),
      });
      const heard = { status: answer.status, body: await answer.text() };
      const responseHeaders = Object.fromEntries(answer.headers);
      const end = { status: heard.status, responseHeaders, responseBody: heard.body };
      this.world.wire.end(entry ?? this.world.wire.begin(start), end);
      return heard;
    } catch (error) {
      // Nobody there, cut off or too slow: for Meta all of that is a failed delivery.
      if (entry) this.world.wire.end(entry, { status: 0, responseHeaders: {}, responseBody: String(error) });
      return null;
    }
  }
}

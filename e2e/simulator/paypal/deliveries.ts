import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Double, stamp } from './double';
import { certificatePath, certificates, signTransmission } from './signing';
import type { PaypalEvent, State, Webhook } from './state';
import { webhooksOf } from './webhooks';

const timeoutMs = 10_000;

/** Brings events to the shop, and again after a pause while the answer is not 2xx. */
export class Deliverer {
  private readonly closing = new AbortController();
  /** Waits for the next event, which is to come first. */
  private overtaken: { event: PaypalEvent; state: State } | null = null;

  constructor(
    private readonly double: Double,
    private readonly retryDelaysMs: number[],
  ) {
    double.onEvent = (event) => this.deliver(event);
  }

  close(): void {
    this.closing.abort();
  }

  deliver(event: PaypalEvent): void {
    if (!this.overtaken && this.double.world.faults.take(`webhook:${event.event_type}`, ['reorder'])) {
      this.overtaken = { event, state: this.double.state };
      return;
    }
    const { overtaken } = this;
    this.overtaken = null;
    const sent = this.toAll(event);
    sent
      // After a reset nobody remembers it any more.
      .then(() => (overtaken?.state === this.double.state ? this.toAll(overtaken.event) : undefined))
      .catch((error: unknown) => {
        if (!this.closing.signal.aborted) console.error('The PayPal double could not deliver an event', error);
      });
  }

  private async toAll(event: PaypalEvent): Promise<void> {
    const wanted = webhooksOf(this.double).filter(
      ({ types }) => types.includes('*') || types.includes(event.event_type),
    );
    await Promise.all(wanted.map((webhook) => this.run(event, webhook)));
  }

  private async run(event: PaypalEvent, webhook: Webhook): Promise<void> {
    const { state, world } = this.double;
    for (const delay of [0, ...this.retryDelaysMs]) {
      await pause(delay, undefined, { signal: this.closing.signal });
      // After a reset nobody remembers this event any more.
      if (this.double.state !== state) return;
      const fault = world.faults.take(`webhook:${event.event_type}`);
      if (fault?.delayMs) await pause(fault.delayMs, undefined, { signal: this.closing.signal });
      const wrong = fault?.kind === 'wrong-signature';
      const status = fault?.kind === 'drop-before' ? 0 : await this.send(event, webhook, wrong);
      state.attempts.push({ event: event.id, type: event.event_type, status, atMs: world.clock.nowMs() });
      if (fault?.kind === 'duplicate') await this.send(event, webhook, false);
      if (status >= 200 && status < 300) return;
    }
  }

  private async send(event: PaypalEvent, { id: webhookId, url }: Webhook, wrong: boolean): Promise<number> {
    const { world, origin } = this.double;
    const body = JSON.stringify(event);
    const [id, time] = [randomUUID(), stamp(this.double)];
    const headers = {
      'content-type': 'application/json',
      'paypal-transmission-id': id,
      'paypal-transmission-time': time,
      'paypal-transmission-sig': signTransmission({
        id,
        time,
        body,
        webhookId,
        ...(wrong ? { key: certificates.strangerKey } : {}),
      }),
      'paypal-cert-url': origin + certificatePath,
      'paypal-auth-algo': 'SHA256withRSA',
    };
    const entry = world.wire.begin({
      direction: 'paypal → shop',
      method: 'POST',
      url,
      requestHeaders: headers,
      requestBody: body,
    });
    const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(timeoutMs)]);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(() => null);
    const responseBody = answer ? await answer.text().catch(() => '') : '';
    const status = answer?.status ?? 0;
    world.wire.end(entry, { status, responseHeaders: answer ? Object.fromEntries(answer.headers) : {}, responseBody });
    return status;
  }
}

import { expect } from '@playwright/test';
import type { House } from './shop-process';

type Receipt = { orderNumber: string; summary: { total: number }; currency: string; paymentMethod: string };
type Charge = { id: string; amount: number; currency: string; status: string; refunded: boolean; captured: boolean };

type WireEntry = {
  id: number;
  atMs: number;
  direction: string;
  method: string;
  url: string;
  status: number | null;
  durationMs: number | null;
};

const LONGEST_LIST = 80;

/** The levers of the simulated world, and what it remembers. */
export class World {
  private chargesBefore = new Set<string>();

  constructor(private readonly house: House) {}

  get messengerOrigin(): string {
    return this.house.simulator.origins.messenger;
  }
  get stripeOrigin(): string {
    return this.house.simulator.origins.stripe;
  }
  get shopOrigin(): string {
    return this.house.shopOrigin;
  }
  get shop(): House {
    return this.house;
  }

  /** Every test finds an ordinary phone; charges of earlier tests do not count for this one. */
  async begin(): Promise<void> {
    await this.control('/control/host', {
      kind: 'ios',
      sdk: 'on',
      cookies: true,
      slowMs: 0,
      paymentForm: 'request',
    });
    await this.control('/control/payments', {
      nextCard: null,
      nextAnswer: null,
      credential: 'linked',
      paypal: 'linked',
    });
    await this.control('/control/payments', { nextCard: null, wallets: [] }, this.stripeOrigin);
    this.chargesBefore = new Set((await this.allCharges()).map((charge) => charge.id));
  }

  async control<T>(path: string, body?: unknown, origin = this.messengerOrigin): Promise<T> {
    const answer = await fetch(origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async newPerson(person: { name?: string; locale?: string }): Promise<string> {
    const { psid } = await this.control<{ psid: string }>('/control/shoppers', person);
    return psid;
  }

  /** Resolves as soon as somebody asks the world for an address that ends like this, answered or not. */
  async untilAsked(ending: string, since: number): Promise<void> {
    const asked = async () => (await this.wireSince(since)).some((entry) => entry.url.endsWith(ending));
    await expect.poll(asked, { intervals: [50] }).toBe(true);
  }

  async newestWireId(): Promise<number> {
    return (await this.wireSince(0)).at(-1)?.id ?? 0;
  }

  /** What crossed last, a line each, for a report: without what was said in it. */
  async heard(): Promise<string> {
    const lines = (await this.wireSince(0))
      .slice(-LONGEST_LIST)
      .map(
        ({ atMs, direction, method, url, status, durationMs }) =>
          `${new Date(atMs).toISOString()} ${direction} ${method} ${url.replace(/\?.*/, '')} ${status ?? 'no answer'} (${durationMs ?? '…'} ms)`,
      );
    return lines.join('\n');
  }

  private async wireSince(since: number): Promise<WireEntry[]> {
    return (await this.control<{ entries: WireEntry[] }>(`/control/wire?since=${since}`)).entries;
  }

  /** What this test's shoppers were charged at the provider. */
  async charges(): Promise<Charge[]> {
    return (await this.allCharges()).filter(
      (charge) => !this.chargesBefore.has(charge.id) && charge.status === 'succeeded',
    );
  }

  /** The receipts in a thread, once there are `count`; then it is looked at again, that no further one came. */
  async receipts(psid: string, count: number): Promise<Receipt[]> {
    await expect.poll(async () => (await this.receiptsNow(psid)).length, { timeout: 20_000 }).toBe(count);
    return this.receiptsNow(psid);
  }

  private async receiptsNow(psid: string): Promise<Receipt[]> {
    const found: Receipt[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value && value.kind === 'receipt' && 'receipt' in value) found.push(value.receipt as Receipt);
      else Object.values(value).forEach(walk);
    };
    walk(await this.control(`/control/threads/${psid}`));
    return found;
  }

  private async allCharges(): Promise<Charge[]> {
    const { charges } = await this.control<{ charges: Charge[] }>(
      '/control/stripe/charges',
      undefined,
      this.stripeOrigin,
    );
    return charges;
  }
}

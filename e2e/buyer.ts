import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Answer, HttpClient } from './http-client';
import type { Goods } from './shop-database';
import { demoAccounts } from './simulator/accounts';

const quotedSchema = z.object({
  quote: z.object({ total: z.object({ amountMinor: z.int(), currency: z.enum(['EUR', 'USD']) }) }),
});
const tokenSchema = z.object({ id: z.string() });

export type Total = { amountMinor: number; currency: 'EUR' | 'USD' };
export type Confirm = {
  way: 'card';
  market: string;
  requestId: string;
  agreedTotal: Total;
  details: { email: string; phone: string; address: Record<string, string> };
  shippingOptionId: string;
  confirmationToken: string;
};

export const ADA = {
  email: 'ada@example.com',
  phone: '',
  address: {
    name: 'Ada Muster',
    street1: 'Hauptstr. 1',
    street2: '',
    postalCode: '10115',
    city: 'Berlin',
    region: '',
    country: 'DE',
  },
};

/** Somebody who shops over HTTP, as the pages' scripts do: a guest, until she signs in. */
export class Buyer extends HttpClient {
  constructor(
    shopOrigin: string,
    private readonly stripeOrigin: string,
  ) {
    super(shopOrigin);
  }

  async put(goods: Goods, quantity = 1): Promise<void> {
    const answer = await this.add(goods, quantity);
    if (answer.status !== 200) throw new Error(`the cart said ${answer.status} ${answer.text}`);
  }

  add(goods: Goods, quantity: number | string = 1): Promise<Answer> {
    return this.postForm('/api/cart', { action: 'add', slug: goods.slug, quantity: String(quantity) });
  }

  async quote(): Promise<Total> {
    const answer = await this.post('/api/checkout/quote', { market: 'de', country: 'DE' });
    return quotedSchema.parse(answer.json).quote.total;
  }

  /** What the card fields hand over; `card` is one of the provider's test cards. */
  async token(card = 'pm_card_visa'): Promise<string> {
    const answer = await fetch(`${this.stripeOrigin}/v1/test_helpers/confirmation_tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${demoAccounts.stripe.secretKey}` },
      body: new URLSearchParams({ payment_method: card }),
    });
    return tokenSchema.parse(await answer.json()).id;
  }

  /** What her checkout page would send for the cart as it is. */
  async order({ card = 'pm_card_visa', total }: { card?: string; total?: Total } = {}): Promise<Confirm> {
    return {
      way: 'card',
      market: 'de',
      requestId: newRequestId(),
      agreedTotal: total ?? (await this.quote()),
      details: ADA,
      shippingOptionId: 'standard',
      confirmationToken: await this.token(card),
    };
  }

  confirm(order: object): Promise<Answer> {
    return this.post('/api/checkout/confirm', order);
  }

  async buy(goods: Goods, quantity = 1): Promise<{ orderId: string; order: Confirm }> {
    await this.put(goods, quantity);
    const order = await this.order();
    const answer = await this.confirm(order);
    return { orderId: z.object({ is: z.literal('paid'), orderId: z.string() }).parse(answer.json).orderId, order };
  }
}

export function newRequestId(): string {
  return randomBytes(16).toString('base64url');
}

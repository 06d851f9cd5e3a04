import { z } from 'zod';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import type { PaypalWorld } from './paypal-world';

const answerShape = z.looseObject({
  id: z.string().default(''),
  purchase_units: z
    .array(
      z.looseObject({
        payments: z
          .looseObject({
            captures: z.array(z.object({ id: z.string() })).default([]),
            authorizations: z.array(z.object({ id: z.string() })).default([]),
          })
          .optional(),
      }),
    )
    .default([]),
});
type Answer = z.output<typeof answerShape>;

const euro = (value: string) => ({ currency_code: 'EUR', value });

/** Somebody who speaks plain HTTP to the double, right or wrong. */
export class PaypalCaller {
  private invoices = 0;

  private constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async of({ double }: PaypalWorld): Promise<PaypalCaller> {
    const basic = Buffer.from(`${paypalAccount.clientId}:${paypalAccount.clientSecret}`).toString('base64');
    const answer = await fetch(`${double.origin}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token } = z.looseObject({ access_token: z.string() }).parse(await answer.json());
    return new PaypalCaller(double.origin, access_token);
  }

  readonly call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(this.origin + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return answerShape.parse(text === '' ? {} : JSON.parse(text));
  };

  order({ intent = 'CAPTURE', total = '13.80' } = {}) {
    this.invoices += 1;
    const id = `attempt-${this.invoices}`;
    return {
      intent,
      purchase_units: [
        {
          custom_id: id,
          invoice_id: id,
          amount: { ...euro(total), breakdown: { item_total: euro('8.90'), shipping: euro('4.90') } },
          items: [{ name: 'Seven houses', quantity: '1', unit_amount: euro('8.90') }],
        },
      ],
      payment_source: {
        paypal: { experience_context: { return_url: 'http://localhost/back', cancel_url: 'http://localhost/no' } },
      },
    };
  }

  /** An order that she approved and the merchant captured, as far as it went. */
  async buy(): Promise<{ order: string; capture: string }> {
    const { id: order } = await this.call('POST', '/v2/checkout/orders', this.order());
    await this.approve(order);
    const captured = await this.call('POST', `/v2/checkout/orders/${order}/capture`, {});
    return { order, capture: captured.purchase_units[0]?.payments?.captures[0]?.id ?? '' };
  }

  /** An authorisation of an order that she approved. */
  async hold(): Promise<string> {
    const { id } = await this.call('POST', '/v2/checkout/orders', this.order({ intent: 'AUTHORIZE' }));
    await this.approve(id);
    const held = await this.call('POST', `/v2/checkout/orders/${id}/authorize`, {});
    return held.purchase_units[0]?.payments?.authorizations[0]?.id ?? '';
  }

  private async approve(order: string): Promise<void> {
    await fetch(`${this.origin}/checkoutnow?token=${order}`, {
      method: 'POST',
      body: new URLSearchParams({ result: 'pay' }),
      redirect: 'manual',
    });
  }
}

import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { createSealer } from '@/lib/db/sealed';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type MessageId, type ShopperId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import { fail, succeed } from '@/lib/domain/result';
import { confirmCheckout } from '@/lib/flows/confirm-checkout';
import type { Deps } from '@/lib/flows/deps';
import { quoteCheckout } from '@/lib/flows/quote-checkout';
import { FakeGateway } from '@/lib/flows/testing-gateway';
import { paperPress } from '@/lib/papers/paper-press';

export const CHECKOUT = { marketId: 'de', country: 'DE', shippingOptionId: 'standard' } as const;

export function makeDeps(db: Deps['db']): Deps {
  const gateway = new FakeGateway();
  return {
    db,
    payments: { stripe: gateway, paypal: null },
    cards: gateway.cards,
    disputes: {},
    papers: paperPress,
    pictures: {
      maker: { make: async () => fail('picture_broken') },
      store: { put: async () => undefined, get: async () => null, remove: async () => undefined },
    },
    messenger: {
      send: async () => succeed(asId<MessageId>('m_bench')),
      makePersona: async () => fail('persona_refused'),
      messengerCode: async () => fail('code_refused'),
      showTyping: async () => undefined,
      replyToComment: async () => fail('temporary'),
      profile: async () => null,
      psidOfAppPerson: async () => fail('temporary'),
    },
    threads: {
      pass: async () => fail('control_refused'),
      take: async () => fail('control_refused'),
      request: async () => fail('control_refused'),
    },
    mail: null,
    ads: null,
    sealer: createSealer([randomBytes(32).toString('base64')]),
    newId: () => randomBytes(16).toString('base64url'),
    now: () => new Date(),
    log: () => undefined,
    wake: () => undefined,
    shopUrl: 'https://shop.example.com',
    page: { id: '2', appId: '1', linksUrl: 'https://m.me', drawsShare: false },
    livemode: false,
    attemptLeaseSeconds: 45,
  };
}

/** People with one thing in their cart each, written at once, and stock for all of them. */
export async function fillCarts({ db }: Deps, prefix: string, count: number): Promise<ShopperId[]> {
  await db.execute(sql`update variants set started = 1000000, adjusted = 0, available = 1000000, held = 0, sold = 0`);
  await db.execute(sql`
    insert into shoppers (id, page_id, psid, locale, last_message_at, created_at)
    select ${prefix} || g, '2', ${prefix} || g, 'de_DE', now(), now() from generate_series(1, ${count}::int) g`);
  await db.execute(sql`
    insert into carts (id, shopper_id, status, version, created_at, updated_at)
    select ${prefix} || g, ${prefix} || g, 'open', 1, now(), now() from generate_series(1, ${count}::int) g`);
  await db.execute(sql`
    insert into cart_lines (cart_id, variant_id, quantity, added_at)
    select ${prefix} || g, (
      select v.id from variants v join products p on p.id = v.product_id
      where p.status = 'active' and v.archived_at is null
        and exists (select from variant_prices where variant_id = v.id and currency = 'EUR')
      order by p.position, v.position limit 1), 1, now()
    from generate_series(1, ${count}::int) g`);
  return Array.from({ length: count }, (_, at) => asId<ShopperId>(`${prefix}${at + 1}`));
}

/** What each of them pays: their carts are alike. */
export async function totalOf(deps: Deps, [first]: ShopperId[]): Promise<Money> {
  const quote = first && (await quoteCheckout(deps, { shopperId: first, ...CHECKOUT }));
  if (!quote?.ok) throw new Error(`the cart has no quote: ${quote?.problem}`);
  return quote.value.total;
}

/** One of them pays, through the flow. Throws when refused. */
export async function buy(deps: Deps, shopperId: ShopperId, agreedTotal: Money): Promise<void> {
  const answer = await confirmCheckout(deps, {
    shopperId,
    marketId: CHECKOUT.marketId,
    shippingOptionId: CHECKOUT.shippingOptionId,
    dialogRequestId: deps.newId(),
    details: EXAMPLE_DETAILS,
    agreedTotal,
    proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/' },
  });
  if (!answer.ok) throw new Error(`an order was refused: ${answer.problem}`);
}

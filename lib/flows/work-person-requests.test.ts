import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getErasureState } from '@/lib/db/person-requests';
import { webhookEvents } from '@/lib/db/schema/messages';
import { orders } from '@/lib/db/schema/orders';
import { shoppers } from '@/lib/db/schema/shoppers';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { answerMessengerEvent } from './answer-messenger-event';
import { addLineItem } from './change-cart';
import { fulfilOrder } from './fulfil-order';
import { keptDetailsPlace } from './keep-card';
import { receiveMessengerEvents } from './receive-messenger-events';
import { receivePersonRequest } from './receive-person-request';
import { addProduct, addShopper, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workEvents } from './work-events';
import { workPersonRequests } from './work-person-requests';

const PSID = '4016091200077777';
const ASID = '10159000000012345';
let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  house.sender.appPeople.set(ASID, asId<Psid>(PSID));
});
afterEach(() => house.drop());

const work = () => workPersonRequests(house.deps);
const ask = (asid = ASID, issuedAt = house.deps.now()) =>
  receivePersonRequest(house.deps, { kind: 'erase', asid, issuedAt });
const state = (code: string) => getErasureState(house.deps.db, code);

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows } = await house.deps.db.execute<{ dump: string }>(
    sql`select query_to_xml('select * from ' || quote_ident(tablename), true, true, '')::text as dump
      from pg_tables where schemaname = 'public'`,
  );
  return rows.map(({ dump }) => dump).join('\n');
}

async function say(text: string, mid: string): Promise<void> {
  const event: IncomingEvent = {
    eventId: `mid:${mid}`,
    pageId: TEST_PAGE.id,
    psid: PSID,
    atMs: Date.now(),
    content: { kind: 'text', text, payload: null, referral: null },
  };
  await receiveMessengerEvents(house.deps, [event]);
}

/** A thread, a cart, a kept card and a session of a guest that turned out to be her. */
async function live(): Promise<ShopperId> {
  const { db } = house.deps;
  await addProduct(house, { slug: 'moon', stock: 9 });
  await say('Mein Geheimnis ist Lakritz', 'm_1');
  await workEvents(house.deps, { messenger: answerMessengerEvent });
  const [her] = await db.select().from(shoppers).where(eq(shoppers.psid, PSID));
  const shopperId = asId<ShopperId>(her?.id ?? '');
  await addLineItem(house.deps, { shopperId, slug: 'moon', options: {}, quantity: 2 });
  const sealed = house.deps.sealer.seal(keptDetailsPlace(shopperId), JSON.stringify(EXAMPLE_DETAILS));
  await db.execute(sql`insert into kept_details (shopper_id, sealed, kept_at) values (${shopperId}, ${sealed}, now())`);
  await db.execute(sql`insert into kept_cards
    (id, shopper_id, provider_method_id, brand, last4, expiry_month, expiry_year, created_at)
    values ('card', ${shopperId}, 'pm_hers', 'visa', '4242', 12, 2039, now())`);
  await say('noch nicht beantwortet: Lakritz', 'm_2');
  return shopperId;
}

describe('the erasure', () => {
  it('takes out what says who she is, and tells when', async () => {
    await live();
    expect(await everything()).toContain('Lakritz');
    const code = await ask();
    expect(await state(code)).toMatchObject({ doneAt: null });
    await work();
    expect(await state(code)).toMatchObject({ doneAt: expect.any(Date), keptOrders: false });
    const left = await everything();
    for (const trace of [PSID, ASID, 'Lakritz', 'Ada', '4242', 'de_DE']) expect(left).not.toContain(trace);
    // What waited is not worked for somebody who is nobody any more.
    await workEvents(house.deps, { messenger: answerMessengerEvent });
    expect((await house.deps.db.select().from(webhookEvents)).map(({ status }) => status)).toEqual([
      'done',
      'without_effect',
    ]);
    expect(await house.deps.db.execute(sql`select 1 from kept_cards where removed_at is null`)).toMatchObject({
      rows: [],
    });
  });

  it('leaves orders, with where they go, and says that it does', async () => {
    const { order } = await placeOrder(house, { stock: 3, quantity: 2 });
    await house.deps.db.update(shoppers).set({ psid: PSID, firstName: 'Ada' }).where(eq(shoppers.id, order.shopperId));
    const code = await ask();
    await work();
    expect(await state(code)).toMatchObject({ keptOrders: true });
    const [kept] = await house.deps.db.select().from(orders);
    expect(kept).toEqual(order);
    const [her] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, order.shopperId));
    expect(her).toMatchObject({ psid: null, firstName: null, pageId: null, erasedAt: expect.any(Date) });
    // The goods that she paid for still go out.
    expect(
      await fulfilOrder(house.deps, {
        orderId: order.id,
        requestId: 'send-request-0001',
        seenVersion: order.version,
        carrier: '',
        tracking: '',
        who: 'test',
      }),
    ).toMatchObject({ ok: true });
  });

  it('waits while money of hers may be moving, and while Meta does not say who she is', async () => {
    const shopperId = await live();
    house.sender.appPeople.set(ASID, 'away');
    const code = await ask();
    await work();
    expect(await state(code)).toMatchObject({ doneAt: null });
    house.sender.appPeople.set(ASID, asId<Psid>(PSID));
    await house.deps.db.execute(sql`insert into payment_attempts
      (id, cart_id, cart_version, shopper_id, way, dialog_request_id, request_hash, status, amount_minor, currency, quote,
       market_id, driven_until, next_check_at, expires_at, created_at)
      select 'attempt', id, 0, ${shopperId}, 'card', 'r', 'h', 'open', 1, 'EUR', '{}', 'de', now(), now(), now(), now() from carts`);
    house.advance(60);
    await work();
    expect(await state(code)).toMatchObject({ doneAt: null });
    await house.deps.db.execute(sql`update payment_attempts set status = 'ended', end_reason = 'cancelled'`);
    house.advance(600);
    await work();
    expect(await state(code)).toMatchObject({ doneAt: expect.any(Date) });
  });

  it('is done twice without harm, and again for what came after', async () => {
    await live();
    const first = house.deps.now();
    const code = await ask(ASID, first);
    await work();
    await say('wieder da: Lakritz', 'm_3');
    // The old request, played again, starts nothing.
    expect(await ask(ASID, first)).toBe(code);
    await work();
    expect(await everything()).toContain('Lakritz');
    house.advance(60);
    expect(await ask()).toBe(code);
    await work();
    expect(await everything()).not.toContain('Lakritz');
  });

  it('knows her too where Meta names her as the Page does, and does nothing for a stranger', async () => {
    await live();
    const other = await addShopper(house);
    expect(await state(await ask('999'))).toBeTruthy();
    await work();
    expect(await everything()).toContain('Lakritz');
    await ask(PSID);
    await work();
    expect(await everything()).not.toContain('Lakritz');
    const [untouched] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, other));
    expect(untouched).toMatchObject({ psid: expect.any(String), erasedAt: null });
  });
});

it('knows every table that names a person: a new one must be thought of here too', async () => {
  const { rows } = await house.deps.db.execute<{ name: string }>(sql`select distinct table_name as name
    from information_schema.columns where table_schema = 'public' and column_name in ('shopper_id', 'psid', 'sharer_id')`);
  const erased = ['carts', 'consents', 'conversations', 'hand_offs', 'kept_cards', 'kept_details', 'merchant_threads'];
  const gone = ['outgoing_messages', 'product_asks', 'reviews', 'seen_products', 'shopper_sessions', 'shoppers'];
  const also = ['thread_entries', 'wishes'];
  // Of nobody any more: what was bought and by which way, and how long somebody waited.
  const kept = ['discount_redemptions', 'orders', 'payment_attempts', 'person_waits', 'refs', 'visits'];
  expect(rows.map(({ name }) => name).sort()).toEqual([...erased, ...gone, ...also, ...kept].sort());
});

import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { products, variants } from '@/lib/db/schema/catalogue';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { cartLines, carts, shopperSessions, shoppers } from '@/lib/db/schema/shoppers';
import { getSession, insertSession } from '@/lib/db/shoppers';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { openGuestSession } from './keep-session';
import { signInShopper } from './sign-in-shopper';
import { createTestDatabase, type TestDatabase } from './testing-database';

const MARIA = '4016091200000001';
const BEN = '4016091200000002';
const HOUR = 3_600_000;

let house: TestDatabase;
let now: Date;
const token = () => randomBytes(16).toString('hex');
const deps = () => ({ db: house.open.db, newId: token, now: () => now });

beforeEach(async () => {
  now = new Date('2026-11-20T12:00:00Z');
  house = await createTestDatabase();
});
afterEach(() => house.drop());

function thread(psid: string, signature = token()) {
  return {
    psid: asId<never>(psid),
    pageId: asId<never>('104201609120001'),
    threadType: 'USER_TO_PAGE' as const,
    threadId: psid,
    issuedAt: now,
    signature,
  };
}

/** A phone: keeps its two cookies as a browser would. */
function phone() {
  let session: string | null = null;
  let guest: string | null = null;
  return {
    get cookie() {
      return session ?? guest;
    },
    async who() {
      const known = session && (await getSession(house.open.db, session, now));
      return known || (guest ? getSession(house.open.db, guest, now) : null);
    },
    async shopAsGuest() {
      guest = token();
      return openGuestSession(deps(), guest);
    },
    async open(psid: string, signature?: string, brought = { session, guest }) {
      const newTokenHash = token();
      const signedIn = await signInShopper(deps(), {
        thread: thread(psid, signature),
        currentTokenHash: brought.session,
        guestTokenHashes: brought.guest ? [brought.guest] : [],
        newTokenHash,
      });
      if (!signedIn.ok) return signedIn.problem;
      if (signedIn.value.session === 'new') session = newTokenHash;
      if (signedIn.value.recognised && brought.guest) guest = null;
      return signedIn.value;
    },
  };
}

async function stock(id: string, available: number) {
  const text = { de: id, en: id };
  const product = { id: `p-${id}`, slug: id, status: 'active' as const, title: text, subtitle: text };
  await house.open.db.insert(products).values({ ...product, descriptionHtml: text, options: [], images: [] });
  await house.open.db
    .insert(variants)
    .values({ id, productId: `p-${id}`, sku: id, position: 0, started: available, available });
}

async function put(shopperId: ShopperId, lines: Record<string, number>) {
  const id = token();
  await house.open.db.insert(carts).values({ id, shopperId, status: 'open', createdAt: now, updatedAt: now });
  for (const [variantId, quantity] of Object.entries(lines))
    await house.open.db.insert(cartLines).values({ cartId: id, variantId, quantity, addedAt: now });
  return id;
}

async function cartOf(shopperId: string | undefined) {
  const rows = await house.open.db
    .select({ variantId: cartLines.variantId, quantity: cartLines.quantity })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(eq(carts.shopperId, shopperId ?? ''));
  return Object.fromEntries(rows.map((row) => [row.variantId, row.quantity]));
}

async function openAttemptOn(cartId: string, shopperId: ShopperId) {
  const id = token();
  const quote = { currency: 'EUR' as const, lines: [] } as never;
  await house.open.db.insert(paymentAttempts).values({
    id,
    cartId,
    cartVersion: 0,
    shopperId,
    way: 'card',
    dialogRequestId: id,
    requestHash: '-',
    status: 'open',
    amountMinor: 100,
    currency: 'EUR',
    quote,
    marketId: 'de',
    drivenUntil: now,
    nextCheckAt: now,
    expiresAt: now,
    createdAt: now,
  });
  return async () => {
    const ended = { status: 'ended', end: 'cancelled', endedAt: now } as const;
    await house.open.db.update(paymentAttempts).set(ended).where(eq(paymentAttempts.id, id));
  };
}

describe('signInShopper', () => {
  it('recognises the same person on every phone', async () => {
    const [one, other] = [phone(), phone()];
    expect(await one.open(MARIA)).toEqual({ recognised: true, changed: true, session: 'new' });
    await other.open(MARIA);
    expect(await other.who()).toMatchObject({ psid: MARIA, shopperId: (await one.who())?.shopperId });
    expect(other.cookie).not.toBe(one.cookie);
  });

  it('joins what she tapped before Messenger had said who she is', async () => {
    await stock('lamp', 5);
    const mine = phone();
    // The first tap and the sign-in cross: the sign-in was sent before the guest's cookie was there.
    const guestId = await mine.shopAsGuest();
    await put(guestId, { lamp: 1 });
    await mine.open(MARIA, undefined, { session: null, guest: null });
    expect(await mine.who()).toMatchObject({ psid: MARIA });
    expect(await mine.open(MARIA)).toMatchObject({ recognised: true, changed: true });
    expect(await cartOf((await mine.who())?.shopperId)).toEqual({ lamp: 1 });
  });

  it('takes a signed request once, and fifty at a time only once', async () => {
    const first = phone();
    await first.open(MARIA, 'used');
    // Each page of her webview brings it again: nothing new comes of it, and nobody else gets anything for it.
    expect(await first.open(MARIA, 'used')).toEqual({ recognised: true, changed: false, session: 'kept' });
    const bens = phone();
    await bens.open(BEN);
    expect(await bens.open(MARIA, 'used')).toBe('used_before');
    expect(await bens.who()).toMatchObject({ psid: BEN });
    expect(await phone().open(MARIA, 'used')).toBe('used_before');

    const answers = await Promise.all(Array.from({ length: 50 }, () => phone().open(BEN, 'again')));
    expect(answers.filter((answer) => answer !== 'used_before')).toHaveLength(1);
    expect(await house.open.db.select().from(shoppers)).toHaveLength(2);
    expect(await house.open.db.select().from(shopperSessions)).toHaveLength(3);
  });

  it('keeps the session of the same person, and changes its token after a day', async () => {
    const mine = phone();
    await mine.open(MARIA);
    const cookie = mine.cookie;
    expect(await mine.open(MARIA)).toEqual({ recognised: true, changed: false, session: 'kept' });
    now = new Date(now.getTime() + 25 * HOUR);
    expect(await mine.open(MARIA)).toEqual({ recognised: true, changed: false, session: 'new' });
    expect(mine.cookie).not.toBe(cookie);

    // A request that left with the old cookie still arrives; a stolen old cookie does not live on.
    expect(await getSession(house.open.db, cookie ?? '', now)).toMatchObject({ psid: MARIA });
    now = new Date(now.getTime() + HOUR);
    expect(await getSession(house.open.db, cookie ?? '', now)).toBeNull();
    expect(await mine.who()).toMatchObject({ psid: MARIA });
  });

  it('ends the session of another person at once, and shows nothing of hers', async () => {
    await stock('print', 10);
    const shared = phone();
    await shared.open(MARIA);
    const maria = await shared.who();
    await put(asId(maria?.shopperId ?? ''), { print: 2 });
    const mariasCookie = shared.cookie;

    expect(await shared.open(BEN)).toEqual({ recognised: true, changed: true, session: 'new' });
    expect(await shared.who()).toMatchObject({ psid: BEN });
    expect(await getSession(house.open.db, mariasCookie ?? '', now)).toBeNull();
    expect(await cartOf((await shared.who())?.shopperId)).toEqual({});
    expect(await cartOf(maria?.shopperId)).toEqual({ print: 2 });
  });

  it('forgets a session after thirty days', async () => {
    const mine = phone();
    await mine.open(MARIA);
    now = new Date(now.getTime() + 30 * 24 * HOUR);
    expect(await mine.who()).toBeNull();
  });
});

describe("a guest's cart", () => {
  it('becomes hers, quantities added up to the stock', async () => {
    await stock('print', 5);
    await stock('card', 500);
    await stock('gone', 0);
    const other = phone();
    await other.open(MARIA);
    await put(asId((await other.who())?.shopperId ?? ''), { print: 3, card: 60 });

    const here = phone();
    const guest = await here.shopAsGuest();
    const guestCookie = here.cookie;
    await put(guest, { print: 4, card: 60, gone: 1 });
    expect(await here.open(MARIA)).toEqual({ recognised: true, changed: true, session: 'new' });
    expect(await cartOf((await here.who())?.shopperId)).toEqual({ print: 5, card: 99 });
    expect(await getSession(house.open.db, guestCookie ?? '', now)).toBeNull();

    // Once: the next visit adds nothing more.
    expect(await here.open(MARIA)).toMatchObject({ changed: false });
    expect(await cartOf((await here.who())?.shopperId)).toEqual({ print: 5, card: 99 });
  });

  it('becomes the cart of somebody who had none', async () => {
    await stock('print', 5);
    const here = phone();
    await put(await here.shopAsGuest(), { print: 2 });
    await here.open(MARIA);
    expect(await cartOf((await here.who())?.shopperId)).toEqual({ print: 2 });
  });

  it('is not taken by whoever brings the session of a link that opened it elsewhere', async () => {
    await stock('print', 5);
    const guest = await phone().shopAsGuest();
    const onlyCartId = asId<CartId>(await put(guest, { print: 1 }));
    const expiresAt = new Date(now.getTime() + 60_000);
    const handedOff = { tokenHash: 'handed-off', shopperId: guest, onlyCartId, at: now, expiresAt };
    await insertSession(house.open.db, handedOff);
    const thief = phone();
    await thief.open(MARIA, undefined, { session: null, guest: 'handed-off' });
    expect(await cartOf((await thief.who())?.shopperId)).toEqual({});
    expect(await cartOf(guest)).toEqual({ print: 1 });
  });

  it('waits while she is paying elsewhere', async () => {
    await stock('print', 50);
    const other = phone();
    await other.open(MARIA);
    const maria = asId<ShopperId>((await other.who())?.shopperId ?? '');
    const end = await openAttemptOn(await put(maria, { print: 1 }), maria);

    const here = phone();
    await put(await here.shopAsGuest(), { print: 2 });
    expect(await here.open(MARIA)).toMatchObject({ recognised: true, session: 'new' });
    expect(await cartOf(maria)).toEqual({ print: 1 });
    await end();
    expect(await other.open(MARIA)).toMatchObject({ changed: true });
    expect(await cartOf(maria)).toEqual({ print: 3 });
  });

  it('stays with the guest while the guest is paying, who keeps sight of the payment', async () => {
    await stock('print', 50);
    const here = phone();
    const guest = await here.shopAsGuest();
    const end = await openAttemptOn(await put(guest, { print: 2 }), guest);
    expect(await here.open(MARIA)).toEqual({ recognised: false, changed: false, session: 'kept' });
    expect(await here.who()).toMatchObject({ shopperId: guest, psid: null });

    await end();
    await here.open(MARIA);
    const maria = (await here.who())?.shopperId;
    expect(await cartOf(maria)).toEqual({ print: 2 });
    const [attempt] = await house.open.db.select().from(paymentAttempts);
    expect(attempt?.shopperId).toBe(maria);
  });

  it('is claimed once by two webviews at the same moment', async () => {
    await stock('print', 50);
    const here = phone();
    await put(await here.shopAsGuest(), { print: 2 });
    const answers = await Promise.all([here.open(MARIA), here.open(MARIA), here.open(MARIA)]);
    expect(answers.every((answer) => typeof answer === 'object' && answer.recognised)).toBe(true);
    expect(await cartOf((await here.who())?.shopperId)).toEqual({ print: 2 });
  });
});

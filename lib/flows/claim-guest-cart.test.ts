import { eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTracesOfShopper } from '@/lib/db/erase-person';
import { listOrdersOfShopper } from '@/lib/db/orders';
import { consents, productAsks } from '@/lib/db/schema/outreach';
import { shoppers } from '@/lib/db/schema/shoppers';
import { getSession, markClaimed } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { marketOf } from '@/lib/domain/market';
import { money } from '@/lib/domain/money';
import { askInShop } from './ask-in-shop';
import { addLineItem } from './change-cart';
import { claimGuestCart } from './claim-guest-cart';
import { confirmCheckout } from './confirm-checkout';
import { openGuestSession } from './keep-session';
import { openAttempt } from './open-attempt';
import { signInShopper } from './sign-in-shopper';
import { addProduct, addShopper, createTestHouse, TEST_PAGE, type TestHouse } from './testing';

const ADA = '4016091200000001';

let house: TestHouse;
let ada: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  ada = await addShopper(house, { psid: ADA });
  await addProduct(house, { slug: 'moon-print', stock: 5 });
  await addProduct(house, { slug: 'sold-out-print', stock: 0 });
});
afterEach(() => house.drop());

const guest = () => addShopper(house, { psid: null });

/** As a sign-in does it. */
async function turnOutToBe(her: ShopperId, ...guests: ShopperId[]) {
  await inTransaction(house.deps.db, async (tx) => {
    for (const one of guests) await markClaimed(tx, one, her);
    await claimGuestCart(house.deps, tx, her);
  });
}

const asked = (shopperId: ShopperId) => ({
  shopperId,
  marketId: 'de' as const,
  dialogRequestId: 'request-0000000001',
  details: EXAMPLE_DETAILS,
  shippingOptionId: 'standard',
  agreedTotal: money(2490 + 490, 'EUR'),
});
const attemptOf = (shopperId: ShopperId) => ({ ...asked(shopperId), way: 'card' as const, country: 'DE' as const });
const confirm = (shopperId: ShopperId) =>
  confirmCheckout(house.deps, {
    ...asked(shopperId),
    proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' },
  });

describe('a guest who turned out to be another guest, and then somebody', () => {
  let first: ShopperId;
  let second: ShopperId;
  beforeEach(async () => {
    [first, second] = [await guest(), await guest()];
    await turnOutToBe(second, first);
    await turnOutToBe(ada, second);
  });

  test('is that somebody too: what the first one buys meanwhile and what is to be forgotten are hers', async () => {
    const rows = await house.deps.db.select().from(shoppers).where(eq(shoppers.claimedBy, ada));
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort());
    const traces = await inTransaction(house.deps.db, (tx) => findTracesOfShopper(tx, TEST_PAGE.id, ada));
    expect(traces.shopperIds).toEqual(expect.arrayContaining([ada, first, second]));
  });

  test('and stays it, whoever claims her later', async () => {
    await turnOutToBe(await addShopper(house, { psid: '4016091200000002' }), second, first);
    const rows = await house.deps.db.select().from(shoppers).where(eq(shoppers.claimedBy, ada));
    expect(rows).toHaveLength(2);
  });
});

describe('what guests agreed to', () => {
  const market = marketOf('de');
  const ask = (shopperId: ShopperId) =>
    askInShop(house.deps, { ask: 'restock', slug: 'sold-out-print', options: {} }, { shopperId, psid: null, market });
  const living = () => house.deps.db.select().from(consents).where(isNull(consents.endedAt));
  const openAsks = () => house.deps.db.select().from(productAsks).where(isNull(productAsks.doneAt));
  const stop = (at: Date) => house.deps.db.update(shoppers).set({ stoppedAt: at }).where(eq(shoppers.id, ada));
  const stopped = async () =>
    (await house.deps.db.select().from(shoppers).where(eq(shoppers.id, ada)))[0]?.stoppedAt ?? null;

  test('two of them to the same: it is hers once, and nothing is left behind', async () => {
    const guests = [await guest(), await guest()];
    for (const one of guests) await ask(one);
    await turnOutToBe(ada, ...guests);
    expect(await living()).toEqual([expect.objectContaining({ shopperId: ada, topic: 'asks' })]);
    expect(await openAsks()).toEqual([expect.objectContaining({ shopperId: ada, kind: 'restock' })]);
  });

  test('what she ended does not come back with her next sign-in', async () => {
    const one = await guest();
    await ask(one);
    await ask(ada);
    await turnOutToBe(ada, one);
    await house.deps.db
      .update(consents)
      .set({ endedAt: house.deps.now(), endedBy: 'stop_word' })
      .where(isNull(consents.endedAt));
    await house.deps.db.update(productAsks).set({ doneAt: house.deps.now() }).where(isNull(productAsks.doneAt));
    await turnOutToBe(ada);
    expect([await living(), await openAsks()]).toEqual([[], []]);
  });

  test('before her stop word is over with it', async () => {
    const one = await guest();
    await ask(one);
    const at = new Date(house.deps.now().getTime() + 1000);
    await stop(at);
    await turnOutToBe(ada, one);
    expect([await living(), await openAsks(), await stopped()]).toEqual([[], [], at]);
  });

  test('after her stop word is a new word of hers', async () => {
    await stop(new Date(house.deps.now().getTime() - 60_000));
    const one = await guest();
    await ask(one);
    await turnOutToBe(ada, one);
    expect(await stopped()).toBeNull();
    expect(await living()).toHaveLength(1);
    expect(await openAsks()).toHaveLength(1);
  });
});

describe('a payment and a sign-in that cross', () => {
  const signIn = (guestTokenHash: string) =>
    signInShopper(house.deps, {
      thread: {
        psid: asId(ADA),
        pageId: asId(TEST_PAGE.id),
        threadType: 'USER_TO_PAGE',
        threadId: ADA,
        issuedAt: house.deps.now(),
        signature: house.deps.newId(),
      },
      currentTokenHash: null,
      guestTokenHashes: [guestTokenHash],
      newTokenHash: house.deps.newId(),
    });

  test('the guest’s payment, begun first, keeps her session until it is decided', async () => {
    const tokenHash = house.deps.newId();
    const guestId = await openGuestSession(house.deps, tokenHash);
    await addLineItem(house.deps, { shopperId: guestId, slug: 'moon-print', options: {}, quantity: 1 });
    // Just at the provider, for as long as the sign-in takes.
    house.gateway.beforeConfirm = async () => {
      expect(await signIn(tokenHash)).toMatchObject({ value: { recognised: false } });
    };
    expect(await confirm(guestId)).toMatchObject({ ok: true });
    expect(await getSession(house.deps.db, tokenHash, house.deps.now())).not.toBeNull();
    expect(await signIn(tokenHash)).toMatchObject({ value: { recognised: true } });
    expect(await listOrdersOfShopper(house.deps.db, ada)).toHaveLength(1);
  });

  test('one that is just about to begin is waited for', async () => {
    const tokenHash = house.deps.newId();
    const guestId = await openGuestSession(house.deps, tokenHash);
    await addLineItem(house.deps, { shopperId: guestId, slug: 'moon-print', options: {}, quantity: 1 });
    const begun = await inTransaction(house.deps.db, async (tx) => {
      const opened = await openAttempt({ ...house.deps, db: tx }, attemptOf(guestId));
      expect(opened).toMatchObject({ ok: true });
      const answer = signIn(tokenHash);
      await somebodyWaits();
      return { answer };
    });
    expect(await begun.answer).toMatchObject({ value: { recognised: false } });
    expect(await getSession(house.deps.db, tokenHash, house.deps.now())).not.toBeNull();
  });

  /** Until Postgres says that somebody waits for a lock. */
  async function somebodyWaits() {
    const waiting = async () => {
      const { rows } = await house.deps.db.execute<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]?.waiting ?? 0;
    };
    await expect.poll(waiting, { timeout: 5000 }).toBeGreaterThan(0);
  }

  test('a confirm that comes too late takes no money in the guest’s name', async () => {
    const tokenHash = house.deps.newId();
    const guestId = await openGuestSession(house.deps, tokenHash);
    await addLineItem(house.deps, { shopperId: guestId, slug: 'moon-print', options: {}, quantity: 1 });
    await signIn(tokenHash);
    await addLineItem(house.deps, { shopperId: guestId, slug: 'moon-print', options: {}, quantity: 1 });
    expect(await confirm(guestId)).toMatchObject({ ok: false, problem: 'cart_changed' });
    expect(house.gateway.charges).toHaveLength(0);
  });
});

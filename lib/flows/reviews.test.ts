import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { getOrder, type Order } from '@/lib/db/orders';
import { getProductBySlug } from '@/lib/db/products';
import { listReviewsForDesk, listShownReviews } from '@/lib/db/reviews';
import { products, variants } from '@/lib/db/schema/catalogue';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { shoppers } from '@/lib/db/schema/shoppers';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { agreeToReviewAsk, askForReviews, takeBackReviewAsk } from './ask-for-reviews';
import { deliverMails } from './deliver-mails';
import { deliverParcel } from './deliver-parcel';
import { fulfilOrder } from './fulfil-order';
import { opensOrder } from './order-link';
import { receiveOwnErasure } from './receive-person-request';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workPersonRequests } from './work-person-requests';
import { judgeReview, writeReview } from './write-review';

const DAY = 24 * 60 * 60;
let house: TestHouse;
let order: Order;
let variantId: string;
let her: ShopperId;

beforeEach(async () => {
  house = await createTestHouse();
  ({ order, variantId } = await placeOrder(house, { stock: 5, quantity: 1 }));
  her = asId<ShopperId>(order.shopperId);
  const { db } = house.deps;
  await insertMerchant(db, {
    id: 'greta',
    name: 'Greta',
    email: 'g@shop.example',
    role: 'owner',
    passwordHash: 'x',
    at: new Date(),
  });
});
afterEach(() => house.drop());

async function send(): Promise<void> {
  await fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: house.deps.newId(),
    seenVersion: order.version,
    carrier: '',
    tracking: '',
    who: 'test',
  });
  order = (await getOrder(house.deps.db, order.id)) ?? order;
}
const write = (stars: number, text = '', of = variantId) =>
  writeReview(house.deps, { order, variantId: of, stars, text, language: 'de' });
const waiting = async () => (await listReviewsForDesk(house.deps.db)).map(({ review }) => review);
async function judge(status: 'shown' | 'refused') {
  const [review] = await waiting();
  return judgeReview(house.deps, { reviewId: review?.id ?? '', status, merchantId: 'greta' });
}
async function product() {
  const { db } = house.deps;
  const [row] = await db
    .select({ slug: products.slug })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .where(eq(variants.id, variantId));
  const found = await getProductBySlug(db, row?.slug ?? '');
  if (!found) throw new Error('the product is gone');
  return found;
}
async function mails() {
  await deliverMails({ ...house.deps, mail: house.mail });
  return house.mail.tried.splice(0).map(({ mail }) => mail);
}

describe('a review', () => {
  it('is a buyer’s alone: of what is in her order, once it was sent', async () => {
    expect(await write(5)).toMatchObject({ ok: false, problem: 'not_yet_sent' });
    await send();
    const other = await placeOrder(house, { stock: 5, quantity: 1 });
    expect(await write(5, '', other.variantId)).toMatchObject({ ok: false, problem: 'not_found' });
    expect(await write(5, 'Sehr schön')).toMatchObject({ ok: true });
    expect(await waiting()).toMatchObject([{ stars: 5, text: 'Sehr schön', status: 'waiting', shopperId: her }]);
  });

  it('is shown and counted once somebody of the shop has read it, and no more when it is kept back', async () => {
    await send();
    await write(4, 'Gut');
    expect(await product()).toMatchObject({ ratingSum: 0, ratingCount: 0 });
    await judge('shown');
    const shown = await product();
    expect(shown).toMatchObject({ ratingSum: 4, ratingCount: 1 });
    expect(await listShownReviews(house.deps.db, shown.id, 3)).toMatchObject([
      { stars: 4, text: 'Gut', language: 'de' },
    ]);
    expect(JSON.stringify(await listShownReviews(house.deps.db, shown.id, 3))).not.toContain(her);
    await judge('refused');
    expect(await product()).toMatchObject({ ratingSum: 0, ratingCount: 0 });
    expect(await judgeReview(house.deps, { reviewId: 'none', status: 'shown', merchantId: 'greta' })).toMatchObject({
      problem: 'not_found',
    });
  });

  it('stands once for each line: said again it takes the first one’s place and is read anew', async () => {
    await send();
    await write(1, 'Kaputt');
    await judge('shown');
    await write(5, 'Ersatz kam sofort');
    expect(await waiting()).toMatchObject([{ stars: 5, status: 'waiting', decidedAt: null }]);
    expect(await product()).toMatchObject({ ratingCount: 0 });
  });

  it('goes with the person who is forgotten, and the average with it', async () => {
    await send();
    await write(5, 'Lakritz');
    await judge('shown');
    await receiveOwnErasure(house.deps, her);
    await workPersonRequests(house.deps);
    expect(await waiting()).toEqual([]);
    expect(await product()).toMatchObject({ ratingSum: 0, ratingCount: 0 });
  });
});

describe('asking for a review', () => {
  it('asks nobody who did not agree to it', async () => {
    await send();
    house.advance(15 * DAY);
    expect(await askForReviews(house.deps)).toBe(0);
    await agreeToReviewAsk(house.deps, { shopperId: her, language: 'de' });
    await takeBackReviewAsk(house.deps, her);
    expect(await askForReviews(house.deps)).toBe(0);
  });

  it('asks once, three days after it arrived, by mail with a link to the form where the thread is shut', async () => {
    await agreeToReviewAsk(house.deps, { shopperId: her, language: 'de' });
    await send();
    house.advance(13 * DAY);
    expect(await askForReviews(house.deps)).toBe(0);
    const [parcel] = await listShipmentsOfOrder(house.deps.db, order.id);
    await deliverParcel(house.deps, { orderId: order.id, shipmentId: parcel?.id ?? '', who: 'test' });
    await mails();
    house.advance(2 * DAY);
    expect(await askForReviews(house.deps)).toBe(0);
    house.advance(2 * DAY);
    expect(await askForReviews(house.deps)).toBe(1);
    expect(await askForReviews(house.deps)).toBe(0);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const link = new URL(/https:\S+review\?key=\S+/.exec(mail?.text ?? '')?.[0] ?? 'https://none');
    expect(link.pathname).toBe(`/shop/orders/${order.id}/review`);
    expect(opensOrder(house.deps, order.id, link.searchParams.get('key') ?? '')).toBe(true);
  });

  it('asks two weeks after it left where nobody noted an arrival', async () => {
    await agreeToReviewAsk(house.deps, { shopperId: her, language: 'de' });
    await send();
    house.advance(13 * DAY);
    expect(await askForReviews(house.deps)).toBe(0);
    house.advance(2 * DAY);
    expect(await askForReviews(house.deps)).toBe(1);
  });

  it('asks in the thread while that is open, as advertising that leaves by her consent', async () => {
    await agreeToReviewAsk(house.deps, { shopperId: her, language: 'de' });
    await send();
    house.advance(15 * DAY);
    await house.deps.db.update(shoppers).set({ lastMessageAt: house.deps.now() }).where(eq(shoppers.id, her));
    expect(await askForReviews(house.deps)).toBe(1);
    const rows = await house.deps.db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.cause, `review:${order.id}`));
    expect(rows).toMatchObject([{ purpose: 'reminder', consentId: expect.any(String), status: 'waiting' }]);
  });

  it('leaves those alone who said stop, who said it already, and whose order is old', async () => {
    await agreeToReviewAsk(house.deps, { shopperId: her, language: 'de' });
    await send();
    await write(3);
    house.advance(15 * DAY);
    expect(await askForReviews(house.deps)).toBe(0);
    const second = await placeOrder(house, { stock: 5, quantity: 1 });
    await house.deps.db.update(shoppers).set({ stoppedAt: new Date() }).where(eq(shoppers.id, second.order.shopperId));
    expect(await askForReviews(house.deps)).toBe(0);
  });
});

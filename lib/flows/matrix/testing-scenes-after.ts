import { eq } from 'drizzle-orm';
import { getOrder } from '@/lib/db/orders';
import { listRefundsOfOrder } from '@/lib/db/refunds';
import { variants } from '@/lib/db/schema/catalogue';
import { disputes } from '@/lib/db/schema/disputes';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { ledger, merchantTasks } from '@/lib/db/schema/orders';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { cancelOrder } from '../cancel-order';
import { fulfilOrder } from '../fulfil-order';
import { refundOrder } from '../refund-order';
import type { TestHouse } from '../testing';
import { placeOrder } from '../testing-orders';
import { fresh, type Scene } from './testing-scenes';
import { workInbox } from './testing-worker';

/** An order and everything that follows from what is done with it. */
export async function ordered(house: TestHouse) {
  const { order, variantId } = await placeOrder(house, { stock: 5, quantity: 2 });
  const { db } = house.deps;
  const found = async () => {
    const now = await getOrder(db, order.id);
    const refunds = await listRefundsOfOrder(db, order.id);
    const said = await db.select().from(outgoingMessages).where(eq(outgoingMessages.shopperId, order.shopperId));
    const [stock] = await db.select().from(variants).where(eq(variants.id, variantId));
    const charge = house.gateway.charges.find(({ id }) => id === order.chargeId);
    return {
      status: now?.status,
      refundedMinor: now?.refundedMinor,
      refundingMinor: now?.refundingMinor,
      backAtTheProvider: charge?.refundedMinor,
      refunds: refunds.filter(({ status }) => status !== 'refused').length,
      news: said.filter(({ purpose }) => purpose === 'order_update').length,
      available: stock?.available,
    };
  };
  return { order, variantId, found };
}

const FULFIL: Scene = {
  step: 13,
  name: 'sending an order',
  alone: 'waits for the person',
  stage: async (house) => {
    const { order, found } = await ordered(house);
    const sending = {
      orderId: order.id,
      requestId: fresh('send-form'),
      seenVersion: order.version,
      carrier: 'DHL',
      tracking: '1',
      who: 'm',
    };
    return { act: (deps) => fulfilOrder(deps, sending), found };
  },
};

const REFUND: Scene = {
  step: 14,
  name: 'refunding a piece',
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const { order, variantId, found } = await ordered(house);
    const wish = { everything: false as const, lines: [{ variantId, quantity: 1 }], shippingMinor: 0, extraMinor: 0 };
    const form = { orderId: order.id, requestId: fresh('refund-form'), seenVersion: order.version, wish };
    const how = { reason: 'returned' as const, restock: true, who: 'm' };
    return {
      act: async (deps) => {
        const answer = await refundOrder(deps, { ...form, ...how });
        // "requested" becomes "succeeded" meanwhile: both say that it is under way.
        return answer.ok ? 'under way' : answer;
      },
      found,
    };
  },
};

const CANCEL: Scene = {
  step: 14,
  name: 'calling an order off',
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const { order, found } = await ordered(house);
    return { act: (deps) => cancelOrder(deps, { orderId: order.id, shopperId: order.shopperId, who: 'her' }), found };
  },
};

const DISPUTE: Scene = {
  step: 15,
  name: 'hearing of a dispute',
  // What was never stored was not answered with 200: the provider delivers it again.
  alone: 'finishes or leaves nothing',
  stage: async (house) => {
    const { order, found } = await ordered(house);
    const charge = house.gateway.charges.find(({ id }) => id === order.chargeId);
    if (!charge) throw new Error('the order has no charge');
    const dispute = house.desk.open(charge);
    const eventId = fresh('evt');
    const about = { paymentId: charge.paymentId, chargeId: charge.id, disputeId: dispute.id };
    const payload = { eventId, type: 'charge.dispute.created', livemode: false, ...about };
    return {
      act: async (deps) => {
        const row = { source: 'stripe' as const, eventId, payload, hasEffect: true, at: deps.now() };
        await insertWebhookEvents(deps.db, [row]);
        await workInbox(deps);
      },
      found: async () => {
        const { db } = house.deps;
        const written = await db.select().from(disputes).where(eq(disputes.orderId, order.id));
        const tasks = (await db.select().from(merchantTasks)).filter(({ key }) => key.includes(dispute.id));
        const booked = (await db.select().from(ledger)).filter(({ key }) => key.includes(dispute.id));
        const disputed = { disputes: written.length, tasks: tasks.length, booked: booked.length };
        return { ...(await found()), ...disputed };
      },
    };
  },
};

/** What is done with the money after the order. */
export const SCENES_AFTER: Scene[] = [FULFIL, REFUND, CANCEL, DISPUTE];

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { variantPrices } from '@/lib/db/schema/catalogue';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { asId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import { addLineItem } from '../change-cart';
import { checkAttempts } from '../check-attempts';
import { confirmCheckout } from '../confirm-checkout';
import type { Deps } from '../deps';
import { adjustStock } from '../edit-stock';
import { lookUpAttempt } from '../look-up-attempt';
import { openAttempt } from '../open-attempt';
import { openDialog } from '../open-dialog';
import { quoteCheckout } from '../quote-checkout';
import { reconcile } from '../reconcile';
import { settleDialog } from '../settle-dialog';
import { addShopper, createTestHouse, type TestHouse } from '../testing';
import { findBrokenInvariants } from '../testing-invariants';
import { authenticated, fresh, SCENES, somebody, TOTAL } from './testing-scenes';
import { Wire } from './testing-wire';
import { letTimePass, workInbox } from './testing-worker';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

const BOUGHT = { orders: ['2980 EUR'], keptMinor: 2980, charges: 1, receipts: 1 };
const day = 24 * 60 * 60;
const since = (deps: Deps) => new Date(deps.now().getTime() - 5 * day * 1000);

async function tell(deps: Deps, paymentId: string): Promise<void> {
  const eventId = fresh('evt');
  const payload = { eventId, type: 'any', paymentId, chargeId: null, livemode: false };
  await insertWebhookEvents(deps.db, [{ source: 'stripe', eventId, payload, hasEffect: true, at: deps.now() }]);
  await workInbox(deps);
}
/** Messages before which no transaction is open: an event that is worked inside one would wait for its locks. */
function outsideTransactions(messages: string[]): number[] {
  let open = false;
  return messages.flatMap((label, index) => {
    const wasOpen = open;
    if (/^database begin/i.test(label)) open = true;
    if (/^database (commit|rollback)/i.test(label)) open = false;
    return wasOpen ? [] : [index + 1];
  });
}
const tellAll = async () => {
  for (const id of house.gateway.payments.keys()) await tell(house.deps, id);
};

describe('the event is faster than the answer', () => {
  // Between any two messages of the step, the provider tells of everything that stands there.
  it.each([
    [6, '5×wf 6×wf'],
    [7, '7×wf 10×wf'],
    [8, '8×wf'],
    [9, '9×wf'],
    [12, '12×wf'],
    [16, '16×wf'],
  ])(
    'at any message of step %i: one effect, the same end [%s]',
    async (step) => {
      const scene = SCENES.find((one) => one.step === step);
      if (!scene) throw new Error('no such step');
      const counting = new Wire();
      const calm = await scene.stage(house);
      await calm.act(counting.around(house));
      await letTimePass(house);
      const end = await calm.found();
      for (const at of outsideTransactions(counting.messages)) {
        const staged = await scene.stage(house);
        const wire = new Wire();
        wire.between = async (message) => {
          const newest = [...house.gateway.payments.keys()].at(-1);
          if (message === at && newest) await tell(house.deps, newest);
        };
        await staged.act(wire.around(house));
        await letTimePass(house);
        expect(await staged.found(), `told at ${at}: ${counting.messages[at - 1]}`).toEqual(end);
      }
    },
    120_000,
  );
});

it('killed between creating and recording, she asks again: one payment object, by one key', async () => {
  const her = await somebody(house);
  const counting = new Wire();
  await confirmCheckout(counting.around(house), her.request('ok'));
  const at = counting.messages.indexOf('provider create') + 1;
  const other = await somebody(house);
  const dying = new Wire({ at, kind: 'killed-after' });
  await expect(confirmCheckout(dying.around(house), other.request('ok'))).rejects.toThrow();
  house.advance(50);
  await confirmCheckout(house.deps, other.request('ok'));
  const [attempt] = await other.attempts();
  const made = [...house.gateway.payments.values()].filter(({ request }) => request.attemptId === attempt?.id);
  expect(made).toHaveLength(1);
  expect(await other.found()).toMatchObject(BOUGHT);
});

describe('out of order', () => {
  it('a quote and an attempt before there is a cart are refused by name [3×oo 4×oo]', async () => {
    const shopperId = await addShopper(house);
    const her = await somebody(house);
    const asked = { shopperId, marketId: 'de' as const, country: 'DE' as const };
    expect(await quoteCheckout(house.deps, asked)).toMatchObject({ problem: 'cart_empty' });
    const input = { ...her.request('ok', { shopperId }), way: 'card' as const, country: 'DE' as const };
    expect(await openAttempt(house.deps, input)).toMatchObject({ problem: 'cart_empty' });
  });

  it('events of the end before those of the beginning, and after the sweeper did the work [6×oo 7×oo 8×oo 9×oo]', async () => {
    const her = await authenticated(house);
    await tell(house.deps, her.paymentId);
    await tell(house.deps, her.paymentId);
    expect(await her.found()).toMatchObject(BOUGHT);
    await letTimePass(house);
    await tell(house.deps, her.paymentId);
    expect(await her.found()).toMatchObject(BOUGHT);
  });

  it('a page that asks before the bank has answered hears so, and the end comes without it [10×oo]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    house.advance(50);
    const key = { shopperId: her.shopperId, dialogRequestId: her.request('3ds').dialogRequestId };
    expect(await lookUpAttempt(house.deps, key)).toMatchObject({ is: 'authentication_required' });
    const [attempt] = await her.attempts();
    house.gateway.authenticate(attempt?.providerPaymentId ?? '', true);
    await letTimePass(house);
    expect(await her.found()).toMatchObject(BOUGHT);
  });

  it('the bank says yes while the sweeper is cancelling: paid is paid [12×oo]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    const [attempt] = await her.attempts();
    house.advance(31 * 60);
    const wire = new Wire();
    wire.between = async () => {
      const isCancelling = wire.messages.at(-1) === 'provider cancel';
      if (isCancelling) house.gateway.authenticate(attempt?.providerPaymentId ?? '', true);
    };
    await checkAttempts(wire.around(house));
    expect(await her.found()).toMatchObject(BOUGHT);
  });

  it('reconciliation before the event and before the page: both find the order there [16×oo 16×dt]', async () => {
    const her = await somebody(house);
    const dialogRequestId = fresh('dialog-request');
    const opened = await openDialog(house.deps, { shopperId: her.shopperId, marketId: 'en-US', dialogRequestId });
    if (!opened.ok) throw new Error(opened.problem);
    const charge = house.gateway.addCharge({ amount: opened.value.quote.total, reference: opened.value.attemptId });
    await Promise.all(Array.from({ length: 5 }, () => reconcile(house.deps, since(house.deps))));
    const details = { email: 'ada@example.com', phone: '', address: null };
    const page = { shopperId: her.shopperId, dialogRequestId, chargeId: charge.id, details };
    expect(await settleDialog(house.deps, page)).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(await her.found()).toMatchObject({ charges: 1, keptMinor: 3280, orders: ['3280 USD'] });
  });
});

describe('a price that changes', () => {
  const cost = (variantId: string, amountMinor: number) =>
    house.deps.db.update(variantPrices).set({ amountMinor }).where(eq(variantPrices.variantId, variantId));

  it('while it lies in the cart: the cart stays, the quote is new [2×pc]', async () => {
    const her = await somebody(house);
    await cost(her.print.variantId, 3000);
    await addLineItem(house.deps, { shopperId: her.shopperId, slug: her.print.slug, options: {}, quantity: 1 });
    const quote = await quoteCheckout(house.deps, { shopperId: her.shopperId, marketId: 'de', country: 'DE' });
    expect(quote).toMatchObject({ ok: true, value: { total: { currency: 'EUR' }, goodsMinor: 6000 } });
  });

  it('after the page was drawn: asked again with the new quote, nothing is held [3×pc 4×pc]', async () => {
    const her = await somebody(house);
    await cost(her.print.variantId, 3000);
    const answer = await confirmCheckout(house.deps, her.request('ok'));
    expect(answer).toMatchObject({ problem: 'price_changed', detail: { quote: { total: money(3490, 'EUR') } } });
    expect(await her.found()).toMatchObject({ charges: 0, stock: { held: 0 } });
  });

  it('at any message of an open attempt: its amount stands [5×pc 6×pc 7×pc 8×pc]', async () => {
    for (const token of ['ok', '3ds']) {
      const her = await somebody(house);
      const wire = new Wire();
      wire.between = async () => {
        const isHeld = wire.messages.at(-1)?.startsWith('provider');
        if (isHeld) await cost(her.print.variantId, 100 + Math.floor(wire.messages.length) * 7);
      };
      const deps = wire.around(house);
      await confirmCheckout(deps, her.request(token));
      const [attempt] = await her.attempts();
      if (token === '3ds') house.gateway.authenticate(attempt?.providerPaymentId ?? '', true);
      house.advance(50);
      const key = { shopperId: her.shopperId, dialogRequestId: attempt?.dialogRequestId ?? '' };
      await lookUpAttempt(deps, key);
      expect(await her.found()).toMatchObject({ ...BOUGHT, keptMinor: TOTAL.amountMinor });
    }
  });
});

describe('a race for the stock', () => {
  const take = (variantId: string, pieces: number) =>
    adjustStock(house.deps, {
      variantId,
      difference: -pieces,
      editId: fresh('edit'),
      reason: 'count',
      merchantId: 'm',
    });

  it('lost in the cart, at the quote, at the attempt: each says which line, nothing is held [2×sr 3×sr 4×sr]', async () => {
    const her = await somebody(house);
    await take(her.print.variantId, 10);
    const more = { shopperId: her.shopperId, slug: her.print.slug, options: {}, quantity: 1 };
    expect(await addLineItem(house.deps, more)).toMatchObject({ problem: 'out_of_stock' });
    const asked = { shopperId: her.shopperId, marketId: 'de' as const, country: 'DE' as const };
    expect(await quoteCheckout(house.deps, asked)).toMatchObject({ problem: 'out_of_stock' });
    expect(await confirmCheckout(house.deps, her.request('ok'))).toMatchObject({ problem: 'out_of_stock' });
    expect(await her.found()).toMatchObject({ charges: 0, stock: { available: 0, held: 0 } });
  });

  it('once held it is hers, however many others want it, up to the order [5×sr 6×sr 7×sr 8×sr]', async () => {
    for (const token of ['ok', '3ds']) {
      const her = await somebody(house);
      const wire = new Wire();
      wire.between = async () => {
        if (wire.messages.at(-1)?.startsWith('provider')) await take(her.print.variantId, 9);
      };
      await confirmCheckout(wire.around(house), her.request(token));
      const [attempt] = await her.attempts();
      if (token === '3ds') house.gateway.authenticate(attempt?.providerPaymentId ?? '', true);
      await letTimePass(house);
      expect(await her.found()).toMatchObject({ ...BOUGHT, stock: { available: 0, held: 0, sold: 1 } });
    }
  });

  it('the sweeper frees a piece while another wants it: one of them gets it, nobody pays for nothing [12×sr]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    await take(her.print.variantId, 9);
    house.advance(31 * 60);
    const other = await addShopper(house);
    const more = { shopperId: other, slug: her.print.slug, options: {}, quantity: 1 };
    const [, early] = await Promise.all([checkAttempts(house.deps), addLineItem(house.deps, more)]);
    if (!early.ok) await addLineItem(house.deps, more);
    const hers = confirmCheckout(house.deps, her.request('ok', { dialogRequestId: fresh('second-request') }));
    const theirs = confirmCheckout(
      house.deps,
      her.request('ok', { shopperId: other, dialogRequestId: fresh('other') }),
    );
    const paid = (await Promise.all([hers, theirs])).filter((answer) => answer.ok);
    expect(paid).toHaveLength(1);
    expect(await her.stock()).toEqual({ available: 0, held: 0, sold: 1 });
  });

  it('a charge found later whose pieces have gone goes back once [16×sr]', async () => {
    const her = await somebody(house);
    const dialog = { shopperId: her.shopperId, marketId: 'en-US' as const, dialogRequestId: fresh('dialog-request') };
    const opened = await openDialog(house.deps, dialog);
    if (!opened.ok) throw new Error(opened.problem);
    await letTimePass(house);
    await take(her.print.variantId, 10);
    house.gateway.addCharge({ amount: opened.value.quote.total, reference: opened.value.attemptId });
    for (let times = 0; times < 3; times += 1) await reconcile(house.deps, since(house.deps));
    expect(await her.found()).toMatchObject({ orders: [], charges: 1, keptMinor: 0 });
    expect(house.gateway.refunds).toHaveLength(1);
  });
});

describe('a clock that is wrong', () => {
  it.each([
    ['two days ahead from then on', 2 * day],
    ['over New Year', 40 * day],
    ['back and forth over the hour of daylight saving', -3600],
  ])(
    '%s, at any message: one charge, one order [3×ck 4×ck 5×ck 6×ck 7×ck 8×ck 9×ck 10×ck 17×ck]',
    async (_name, seconds) => {
      const counting = new Wire();
      await confirmCheckout(counting.around(house), (await somebody(house)).request('ok'));
      for (let at = 1; at <= counting.messages.length; at += 4) {
        const her = await somebody(house);
        const wire = new Wire();
        wire.between = async (message) => {
          if (message === at) house.advance(seconds);
        };
        const answer = await confirmCheckout(wire.around(house), her.request('ok'));
        if (seconds > 0) expect(answer).toMatchObject({ ok: true, value: { is: 'paid' } });
        house.advance(-seconds);
        await letTimePass(house);
        await tellAll();
        expect(await her.found()).toMatchObject(BOUGHT);
      }
    },
    60_000,
  );

  it('two days ahead, no hold ends without the provider’s word [12×ck 16×ck]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    house.advance(2 * day);
    house.gateway.isDown = true;
    for (let rounds = 0; rounds < 5; rounds += 1) {
      await checkAttempts(house.deps);
      await reconcile(house.deps, since(house.deps));
      house.advance(20 * 60);
    }
    expect(await her.found()).toMatchObject({ stock: { held: 1 } });
    house.gateway.isDown = false;
    const [attempt] = await her.attempts();
    house.gateway.authenticate(attempt?.providerPaymentId ?? '', true);
    await letTimePass(house);
    expect(await her.found()).toMatchObject(BOUGHT);
  });
});

describe('3-D Secure that nobody finishes', () => {
  it('is cancelled after its time, told by an event, asked by a page or reconciled: nothing is charged [6×3d 9×3d 12×3d 16×3d]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    await tellAll();
    await reconcile(house.deps, since(house.deps));
    expect(await her.found()).toMatchObject({ stock: { held: 1 } });
    await letTimePass(house);
    const [attempt] = await her.attempts();
    expect(attempt).toMatchObject({ end: 'expired' });
    expect((await house.gateway.retrieve(asId(attempt?.providerPaymentId ?? ''))).is).toBe('cancelled');
    expect(await her.found()).toMatchObject({ orders: [], charges: 0, stock: { available: 10, held: 0 } });
  });

  it('or that the bank refuses is a decline by name, and so says the page she returns to [7×3d 10×3d]', async () => {
    const her = await somebody(house);
    await confirmCheckout(house.deps, her.request('3ds'));
    const [attempt] = await her.attempts();
    house.gateway.authenticate(attempt?.providerPaymentId ?? '', false);
    house.advance(50);
    const key = { shopperId: her.shopperId, dialogRequestId: attempt?.dialogRequestId ?? '' };
    const answer = await lookUpAttempt(house.deps, key);
    expect(answer).toEqual({ is: 'declined', reason: 'authentication_failed' });
    expect(await lookUpAttempt(house.deps, key)).toEqual(answer);
    expect(await her.found()).toMatchObject({ orders: [], charges: 0, stock: { held: 0 } });
  });
});

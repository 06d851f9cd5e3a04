import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertOutgoingMessages, markSent } from '@/lib/db/outgoing-messages';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { orders } from '@/lib/db/schema/orders';
import { shoppers } from '@/lib/db/schema/shoppers';
import { createSealer } from '@/lib/db/sealed';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type MessageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { money } from '@/lib/domain/money';
import type { SendProblem } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { deliverMessages } from './deliver-messages';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

const ADA = '4016091200000001';
const BEN = '4016091200000002';

let house: TestHouse;
let people: Record<string, ShopperId>;
beforeEach(async () => {
  house = await createTestHouse();
  people = { [ADA]: await addShopper(house, { psid: ADA }), [BEN]: await addShopper(house, { psid: BEN }) };
});
afterEach(() => house.drop());

async function say(psid: string, ...texts: string[]) {
  const messages = texts.map((text) => ({
    id: `${psid}-${text}`,
    shopperId: people[psid] ?? asId<ShopperId>(''),
    psid: asId<Psid>(psid),
    purpose: 'answer' as const,
    message: { kind: 'text' as const, text, quickReplies: [] },
    cause: `test:${psid}:${text}`,
  }));
  await house.deps.db.transaction((tx) => insertOutgoingMessages(tx, messages, house.deps.now()));
}

const rows = () => house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
const states = async () => (await rows()).map((row) => row.status);
const heard = (psid: string) => house.sender.sent.filter((one) => one.psid === psid).map((one) => one.metadata);

/** Refuses as told, one word a call, and takes everything after that. */
function refuse(...problems: SendProblem[]) {
  house.sender.answer = () => {
    const problem = problems.shift();
    return problem ? fail(problem, { code: 1 }) : succeed(asId<MessageId>(`m_${house.sender.sent.length}`));
  };
}

test('messages leave in order within each thread, with their id as metadata', async () => {
  await say(ADA, 'one', 'two');
  await say(BEN, 'hello');
  await say(ADA, 'three');
  expect(await deliverMessages(house.deps)).toBe(4);
  expect(heard(ADA)).toEqual([`${ADA}-one`, `${ADA}-two`, `${ADA}-three`]);
  expect(heard(BEN)).toEqual([`${BEN}-hello`]);
  expect(await rows()).toMatchObject([{ status: 'sent', messageId: 'm_1', tries: 1 }, {}, {}, {}]);
  expect(await deliverMessages(house.deps)).toBe(0);
});

test('many workers at once send each message once and keep the order', async () => {
  const texts = Array.from({ length: 12 }, (_, index) => String(index));
  for (const text of texts) {
    await say(ADA, text);
    await say(BEN, text);
  }
  const worker = async () => {
    let idle = 0;
    while (idle < 20) {
      idle = (await deliverMessages(house.deps)) > 0 ? 0 : idle + 1;
      if ((await states()).every((state) => state === 'sent')) return;
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  expect(heard(ADA)).toEqual(texts.map((text) => `${ADA}-${text}`));
  expect(heard(BEN)).toEqual(texts.map((text) => `${BEN}-${text}`));
});

test('the same cause is said once', async () => {
  await say(ADA, 'one');
  await say(ADA, 'one').catch(() => undefined);
  expect(await rows()).toHaveLength(1);
});

describe('an unanswered send', () => {
  test('waits for its echo, which settles it, though it comes first [11×oo]', async () => {
    refuse('unknown');
    await say(ADA, 'one', 'two');
    await deliverMessages(house.deps);
    expect(await states()).toEqual(['sending', 'waiting']);
    house.advance(59);
    await deliverMessages(house.deps);
    expect(heard(ADA)).toHaveLength(1);
    await markSent(house.deps.db, { id: `${ADA}-one`, psid: ADA, messageId: 'm_echo', at: house.deps.now() });
    await deliverMessages(house.deps);
    expect(heard(ADA)).toEqual([`${ADA}-one`, `${ADA}-two`]);
    expect(await rows()).toMatchObject([{ status: 'sent', messageId: 'm_echo' }, { status: 'sent' }]);
  });

  test('is sent again after a minute without one, before what follows', async () => {
    refuse('unknown');
    await say(ADA, 'one', 'two');
    await deliverMessages(house.deps);
    house.advance(61);
    await deliverMessages(house.deps);
    expect(heard(ADA)).toEqual([`${ADA}-one`, `${ADA}-one`, `${ADA}-two`]);
  });

  test('a sender that died in the middle counts as one', async () => {
    await say(ADA, 'one');
    const { messenger } = house.deps;
    house.deps.messenger = { ...messenger, send: () => Promise.reject(new Error('killed')) };
    await expect(deliverMessages(house.deps)).rejects.toThrow('killed');
    house.deps.messenger = messenger;
    expect(await deliverMessages(house.deps)).toBe(0);
    house.advance(61);
    expect(await deliverMessages(house.deps)).toBe(1);
    expect(await states()).toEqual(['sent']);
  });

  test('a test may shorten the wait', async () => {
    refuse('unknown');
    await say(ADA, 'one');
    await deliverMessages(house.deps, { echoWaitSeconds: 3 });
    house.advance(4);
    await deliverMessages(house.deps, { echoWaitSeconds: 3 });
    expect(await states()).toEqual(['sent']);
  });
});

describe('a refusal', () => {
  test.each(['outside_window', 'unreachable'] as const)(
    '"%s" ends what waits for her, and marks her [11×ck 11×ms]',
    async (problem) => {
      refuse(problem);
      await say(ADA, 'one', 'two');
      await say(BEN, 'hello');
      await deliverMessages(house.deps);
      expect(await rows()).toMatchObject([
        { status: 'failed', failure: `${problem}:1` },
        { status: 'failed', failure: `${problem}:1` },
        { status: 'sent' },
      ]);
      const [ada] = await house.deps.db.select().from(shoppers).where(eq(shoppers.psid, ADA));
      expect(ada?.unreachable).toBe(`${problem}:1`);
    },
  );

  test.each([
    ['token_dead', 300],
    ['restricted', 900],
    ['rate_limited', 30],
  ] as const)('"%s" stops everything for a while, and nothing is lost [11×429 11×kr]', async (problem, seconds) => {
    refuse(problem, problem);
    await say(ADA, 'one', 'two');
    await say(BEN, 'hello');
    await deliverMessages(house.deps);
    await deliverMessages(house.deps);
    expect(house.sender.sent).toHaveLength(1);
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    expect(house.events.includes(`alarm.${problem}`)).toBe(problem !== 'rate_limited');
    refuse();
    house.advance(seconds + 1);
    await deliverMessages(house.deps);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(heard(ADA).slice(-2)).toEqual([`${ADA}-one`, `${ADA}-two`]);
  });

  test('"temporary" is tried again, later each time, and what follows waits [11×5x 11×ms]', async () => {
    refuse('temporary', 'temporary');
    await say(ADA, 'one', 'two');
    await deliverMessages(house.deps);
    expect(await states()).toEqual(['waiting', 'waiting']);
    house.advance(3);
    await deliverMessages(house.deps);
    house.advance(3);
    expect(await deliverMessages(house.deps)).toBe(0);
    house.advance(2);
    await deliverMessages(house.deps);
    expect(heard(ADA)).toEqual([`${ADA}-one`, `${ADA}-one`, `${ADA}-one`, `${ADA}-two`]);
  });

  test('"temporary" for a day is given up with an alarm, and what follows goes on', async () => {
    await say(ADA, 'one');
    house.advance(24 * 3600 + 1);
    await house.deps.db.update(shoppers).set({ lastMessageAt: house.deps.now() });
    await say(ADA, 'two');
    refuse('temporary');
    await deliverMessages(house.deps);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: 'given_up:temporary:1' }, { status: 'sent' }]);
    expect(house.events).toContain('alarm.message_given_up');
  });

  test('"rejected" ends the one message with an alarm', async () => {
    refuse('rejected');
    await say(ADA, 'one', 'two');
    await deliverMessages(house.deps);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: 'rejected:1' }, { status: 'sent' }]);
    expect(house.events).toContain('alarm.message_rejected');
  });

  test('a late refusal never undoes what an echo confirmed', async () => {
    await say(ADA, 'one');
    house.deps.messenger = {
      ...house.deps.messenger,
      send: async () => {
        await markSent(house.deps.db, { id: `${ADA}-one`, psid: ADA, messageId: 'm_echo', at: house.deps.now() });
        return fail('rejected');
      },
    };
    await deliverMessages(house.deps);
    expect(await rows()).toMatchObject([{ status: 'sent', messageId: 'm_echo', failure: null }]);
  });
});

describe('a receipt', () => {
  beforeEach(async () => {
    const shopperId = people[ADA] ?? asId<ShopperId>('');
    await addProduct(house, { slug: 'moon-print', stock: 10 });
    await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 2 });
    const paid = await confirmCheckout(house.deps, {
      shopperId,
      marketId: 'de',
      dialogRequestId: 'request-0000000001',
      details: EXAMPLE_DETAILS,
      shippingOptionId: 'standard',
      agreedTotal: money(2 * 2490 + 490, 'EUR'),
      proof: { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' },
    });
    if (!paid.ok) throw new Error(paid.problem);
  });

  test('is made when it leaves, with every line, address and sum', async () => {
    expect(JSON.stringify(await rows())).not.toContain('Hauptstr');
    await deliverMessages(house.deps);
    const [order] = await house.deps.db.select().from(orders);
    expect(house.sender.sent.map((one) => one.message)).toEqual([
      {
        kind: 'receipt',
        recipientName: 'Ada Muster',
        merchantName: 'Kiosk',
        orderNumber: 'K-1001',
        currency: 'EUR',
        paymentMethod: 'Visa 4242',
        orderPath: `/shop/orders/${order?.id}`,
        placedAtSeconds: Math.floor((order?.placedAt.getTime() ?? 0) / 1000),
        lines: [{ title: 'moon-print', subtitle: '', quantity: 2, totalMinor: 4980, imagePath: null }],
        address: {
          street1: 'Hauptstr. 1',
          street2: '',
          postalCode: '10115',
          city: 'Berlin',
          region: '',
          country: 'DE',
        },
        goodsMinor: 4980,
        shippingMinor: 490,
        taxMinor: 0,
        totalMinor: 5470,
        discounts: [],
      },
    ]);
  });

  test('that cannot be unsealed waits, says so without a word of it, and does not stop the others', async () => {
    house.deps.sealer = createSealer([randomBytes(32).toString('base64')]);
    await say(BEN, 'hello');
    await deliverMessages(house.deps);
    expect(await rows()).toMatchObject([{ status: 'waiting', failure: 'not_renderable' }, { status: 'sent' }]);
  });
});

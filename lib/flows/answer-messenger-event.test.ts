import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectionProducts, collections, products } from '@/lib/db/schema/catalogue';
import { outgoingMessages, webhookEvents } from '@/lib/db/schema/messages';
import { shoppers } from '@/lib/db/schema/shoppers';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import type { EventContent, IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { answerMessengerEvent } from './answer-messenger-event';
import { receiveMessengerEvents } from './receive-messenger-events';
import { addProduct, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { workEvents } from './work-events';

const ADA = '4016091200000001';
const nowhere = { ref: null, source: null, adId: null, productId: null };

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

let told = 0;
function event(content: EventContent, changes: Partial<IncomingEvent> = {}): IncomingEvent {
  told += 1;
  return { eventId: `mid:m_${told}`, pageId: TEST_PAGE.id, psid: ADA, atMs: Date.now() - 1000, content, ...changes };
}
const says = (text: string, payload: string | null = null) => event({ kind: 'text', text, payload, referral: null });
const taps = (payload: string) => event({ kind: 'postback', payload, referral: null });

async function work() {
  return workEvents(house.deps, {
    messenger: answerMessengerEvent,
    stripe: async () => 'without_effect',
  });
}

async function hears(...events: IncomingEvent[]) {
  await receiveMessengerEvents(house.deps, events);
  await work();
}

async function outbox() {
  return house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
}

async function inbox() {
  return house.deps.db.select().from(webhookEvents).orderBy(webhookEvents.id);
}

async function said() {
  return (await outbox()).map((row) => row.message);
}

async function ada() {
  const [row] = await house.deps.db.select().from(shoppers).where(eq(shoppers.psid, ADA));
  return row;
}

test('Get Started greets by name, says that it is automatic, and shows the shelves', async () => {
  await addProduct(house, { slug: 'sea', stock: 3 });
  await hears(taps('GET_STARTED'));
  const [greeting, shelf] = await said();
  expect(greeting).toMatchObject({ kind: 'text', text: expect.stringMatching(/Hallo Ada.*automatische/s) });
  expect(shelf).toMatchObject({ kind: 'cards', cards: [{ title: 'sea', openPath: '/shop/products/sea' }] });
  expect(await ada()).toMatchObject({ firstName: 'Ada', locale: 'de_DE', pageId: TEST_PAGE.id });
});

test('one happening is answered once, however often and in whatever company it is delivered', async () => {
  const greeting = taps('GET_STARTED');
  await Promise.all(Array.from({ length: 20 }, () => receiveMessengerEvents(house.deps, [greeting, greeting])));
  expect(await inbox()).toHaveLength(1);
  await Promise.all([work(), work(), work()]);
  await hears(greeting);
  expect(await outbox()).toHaveLength(2);
});

test('Meta is asked who she is once', async () => {
  let asked = 0;
  house.deps.messenger.profile = async () => {
    asked += 1;
    return { firstName: 'Ada', locale: 'de_DE' };
  };
  await hears(taps('GET_STARTED'));
  await hears(says('hallo'), says('hilfe'));
  expect(asked).toBe(1);
});

test('who writes first hears once that nobody but a machine answers', async () => {
  await addProduct(house, { slug: 'sea', stock: 3 });
  await hears(says('sea'));
  await hears(says('sea'));
  expect((await said()).map((message) => message.kind)).toEqual(['text', 'cards', 'cards']);
});

test('[17×oo] a word opens the window, an older one does not shut it, and "unreachable" ends', async () => {
  await hears(event({ kind: 'text', text: 'hallo', payload: null, referral: null }, { atMs: Date.now() - 10_000 }));
  await house.deps.db.update(shoppers).set({ unreachable: 'unreachable:551' });
  const first = (await ada())?.lastMessageAt?.getTime() ?? 0;
  await hears(event({ kind: 'text', text: 'hallo', payload: null, referral: null }, { atMs: Date.now() - 5_000_000 }));
  expect(await ada()).toMatchObject({ unreachable: null });
  expect((await ada())?.lastMessageAt?.getTime()).toBe(first);
  await hears(event({ kind: 'text', text: 'hallo', payload: null, referral: null }, { atMs: Date.now() + 9_000_000 }));
  expect((await ada())?.lastMessageAt?.getTime()).toBeLessThanOrEqual(Date.now());
});

describe('finding products', () => {
  beforeEach(async () => {
    const sea = await addProduct(house, { slug: 'sea', stock: 3 });
    await addProduct(house, { slug: 'mountain', stock: 0 });
    const old = await addProduct(house, { slug: 'forest', stock: 3 });
    await house.deps.db.update(products).set({ status: 'archived' }).where(eq(products.id, old.productId));
    await house.deps.db.insert(collections).values({
      slug: 'water',
      title: { de: 'Wasser', en: 'Water' },
      description: { de: '', en: '' },
      position: 1,
    });
    await house.deps.db
      .insert(collectionProducts)
      .values({ collectionSlug: 'water', productId: sea.productId, position: 1 });
    // She is known: no introduction.
    await hears(says('danke'));
    await house.deps.db.delete(outgoingMessages);
  });

  const titles = (message: unknown) => JSON.stringify(message).match(/"title":"(sea|mountain|forest)"/g) ?? [];

  test('by its name, with price, picture and Buy', async () => {
    await hears(says('haben Sie sea?'));
    expect(await said()).toMatchObject([
      {
        kind: 'cards',
        cards: [
          {
            title: 'sea',
            subtitle: expect.stringContaining('24,90'),
            buttons: [{ kind: 'open', title: 'Kaufen', path: '/shop/products/sea' }, { kind: 'share' }],
          },
        ],
      },
    ]);
  });

  test('nothing found says so and offers the collections', async () => {
    await hears(says('staubsauger'));
    expect(await said()).toMatchObject([
      {
        kind: 'text',
        text: expect.stringContaining('staubsauger'),
        quickReplies: [{ payload: 'COLLECTION:water' }, {}, {}, { payload: 'PERSON' }],
      },
    ]);
  });

  test('an old bubble of a sold-out product says so and shows others', async () => {
    await hears(taps('PRODUCT:mountain'));
    const [sorry, others] = await said();
    expect(sorry).toMatchObject({ text: expect.stringContaining('ausverkauft') });
    expect(titles(others)).toEqual(['"title":"sea"']);
  });

  test('an old bubble of an archived product says so and shows others', async () => {
    await hears(taps('PRODUCT:forest'));
    const [sorry, others] = await said();
    expect(sorry).toMatchObject({ text: expect.stringContaining('gibt es nicht mehr') });
    expect(titles(others)).toEqual(['"title":"sea"']);
  });

  test('an old bubble of a product that nobody knows leads somewhere too', async () => {
    await hears(taps('PRODUCT:never-was'));
    expect((await said()).map((message) => message.kind)).toEqual(['text', 'cards']);
  });

  test('a link with a ref shows that product and greets nobody anew; a collection, its shelf; nonsense, the greeting', async () => {
    const comes = (ref: string) => event({ kind: 'referral', referral: { ...nowhere, ref } });
    await hears(comes('sea'));
    expect(await said()).toMatchObject([{ kind: 'cards', cards: [{ title: 'sea' }] }]);
    await house.deps.db.delete(outgoingMessages);
    await hears(comes('water'));
    expect(await said()).toMatchObject([{ kind: 'cards', cards: [{ title: 'sea' }] }]);
    await house.deps.db.delete(outgoingMessages);
    await hears(comes('=__proto__'));
    expect((await said())[0]).toMatchObject({ text: expect.stringContaining('automatische') });
  });

  test('a product passed on from a catalogue is found by its SKU', async () => {
    await hears(event({ kind: 'attachment', sku: 'SEA', referral: null }));
    expect(titles(await said())).toEqual(['"title":"sea"']);
  });
});

test('messages of echoes, guests, foreign Pages and unknown kinds are never answered', async () => {
  await hears(
    event({ kind: 'echo', messageId: 'm_1', metadata: null }),
    event({ kind: 'echo', messageId: 'm_2', metadata: 'of-another-app' }),
    event({ kind: 'postback', payload: 'GET_STARTED', referral: null }, { psid: null }),
    event({ kind: 'text', text: 'hi', payload: null, referral: null }, { pageId: '104201609120002' }),
    event({ kind: 'other', name: 'reaction' }),
  );
  expect(await outbox()).toEqual([]);
  expect((await inbox()).map((row) => row.status)).toEqual(Array.from({ length: 5 }, () => 'without_effect'));
});

test('an event that fails each time is set aside with an alarm and blocks no other', async () => {
  await receiveMessengerEvents(house.deps, [taps('GET_STARTED'), says('hallo')]);
  const handlers = {
    messenger: async (deps: TestHouse['deps'], row: Parameters<typeof answerMessengerEvent>[1]) => {
      if (JSON.stringify(row.payload).includes('GET_STARTED')) throw new TypeError('broken');
      return answerMessengerEvent(deps, row);
    },
    stripe: async () => 'without_effect' as const,
  };
  for (let round = 0; round < 12; round += 1) {
    await workEvents(house.deps, handlers);
    house.advance(700);
  }
  expect((await inbox()).map((row) => [row.status, row.tries, row.lastProblem])).toEqual([
    ['set_aside', 8, 'TypeError'],
    ['done', 1, null],
  ]);
  expect(house.events).toContain('alarm.event_set_aside');
});

test('a worker that died over an event leaves it to the next one', async () => {
  await receiveMessengerEvents(house.deps, [says('hallo')]);
  void workEvents(house.deps, {
    messenger: () => new Promise(() => undefined),
    stripe: async () => 'without_effect',
  });
  await expect.poll(async () => (await inbox())[0]?.tries).toBe(1);
  expect(await work()).toBe(0);
  house.advance(61);
  expect(await work()).toBe(1);
  expect((await inbox())[0]?.status).toBe('done');
});

test('two workers over the same event, one late: its answer is taken back', async () => {
  await receiveMessengerEvents(house.deps, [says('hallo')]);
  const [row] = await inbox();
  if (!row) throw new Error('no event');
  await answerMessengerEvent(house.deps, row);
  const before = await outbox();
  await expect(answerMessengerEvent(house.deps, row)).rejects.toThrow('worked by somebody else');
  expect(await outbox()).toEqual(before);
});

test('her language is the one Meta tells, else the one she writes', async () => {
  house.deps.messenger.profile = async () => ({ firstName: null, locale: 'en_US' });
  await hears(says('hallo'));
  expect((await said())[0]).toMatchObject({ text: expect.stringMatching(/^Hi,/) });
  house.deps.messenger.profile = async () => null;
  await hears({ ...says('wo ist meine Bestellung'), psid: '4016091200000002' });
  expect((await said()).at(-1)).toMatchObject({ text: expect.stringContaining('noch nichts bestellt') });
});

test('a slow thread holds up no event of the payment provider', async () => {
  await receiveMessengerEvents(house.deps, [says('hallo')]);
  const stripeEvent = {
    source: 'stripe' as const,
    eventId: 'evt_1',
    payload: {},
    hasEffect: true,
    at: house.deps.now(),
  };
  await insertWebhookEvents(house.deps.db, [stripeEvent]);
  void workEvents(house.deps, { messenger: () => new Promise(() => undefined), stripe: async () => 'done' });
  await expect.poll(async () => (await inbox()).map((row) => row.status)).toEqual(['waiting', 'done']);
});

test('what Meta says about the policy raises an alarm, once', async () => {
  const blocked = event({ kind: 'other', name: 'policy-enforcement' }, { psid: null });
  await hears(blocked);
  await hears(blocked);
  expect(house.events.filter((name) => name === 'alarm.policy_enforcement')).toHaveLength(1);
});

test('a thousand events in one delivery are all kept', async () => {
  const batch = Array.from({ length: 2_500 }, (_, index) => ({ ...says('x'), eventId: `mid:batch_${index}` }));
  expect(await receiveMessengerEvents(house.deps, batch)).toBe(2_500);
  expect(await receiveMessengerEvents(house.deps, batch)).toBe(0);
});

test('an echo with our metadata confirms the message, of the same person only', async () => {
  await hears(says('hallo'));
  const [row] = await outbox();
  if (!row) throw new Error('no answer');
  const echo = (psid: string) => event({ kind: 'echo', messageId: 'm_sent', metadata: row.id }, { psid });
  await hears(echo('4016091200000002'));
  expect((await outbox())[0]?.status).toBe('waiting');
  await hears(echo(ADA));
  expect((await outbox())[0]).toMatchObject({ status: 'sent', messageId: 'm_sent' });
});

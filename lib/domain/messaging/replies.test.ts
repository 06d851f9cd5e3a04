import { describe, expect, test } from 'vitest';
import type { ProductCard } from '../catalogue/product';
import { type MarketId, marketOf } from '../market';
import type { Found, LastOrder } from './found';
import { outgoingMessageSchema } from './outgoing-message';
import type { Shelf } from './product-cards';
import { repliesTo } from './replies';

function product(slug: string, changes: Partial<ProductCard> = {}): ProductCard {
  return {
    slug,
    title: { de: `${slug} (de)`, en: `${slug} (en)` },
    subtitle: { de: 'Kunstdruck', en: 'Art print' },
    fromMinor: 2490,
    severalPrices: true,
    soldOut: false,
    image: { file: `demo/${slug}`, alt: { de: '', en: '' }, width: 1, height: 1, dominantColour: '#fff' },
    ...changes,
  };
}

function shelf(count: number, total = count): Shelf {
  return { cards: Array.from({ length: count }, (_, index) => product(`p${index}`)), total, path: '/shop' };
}

function collections(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    slug: `c${index}`,
    title: { de: `Eine Kollektion mit langem Namen ${index}`, en: `Collection ${index}` },
    text: { de: '', en: '' },
    position: index,
  }));
}

const order: LastOrder = {
  id: 'order-1',
  number: 1001,
  status: 'fulfilled',
  pieces: 2,
  total: { amountMinor: 5470, currency: 'EUR' },
  placedAt: new Date('2026-05-03T22:30:00Z'),
};

function replies(found: Found, changes: { market?: MarketId; firstContact?: boolean; firstName?: string | null } = {}) {
  return repliesTo({
    market: marketOf(changes.market ?? 'de'),
    shopName: 'Papierlaterne',
    firstName: changes.firstName === undefined ? 'Ada' : changes.firstName,
    firstContact: changes.firstContact ?? false,
    found,
    now: new Date('2026-11-20T12:00:00Z'),
  });
}

const sold: Found = { is: 'product', state: 'sold_out', product: product('x'), greet: false, others: shelf(3) };
const toBeTold = {
  is: 'asked' as const,
  title: { de: 't'.repeat(900), en: '' },
  wanted: [{ variantId: 'v', seenMinor: 1 }],
  currency: 'EUR' as const,
};
const EVERY: [string, Found][] = [
  ['welcome', { is: 'welcome', shelf: shelf(12, 24) }],
  ['welcome to an empty shop', { is: 'welcome', shelf: shelf(0) }],
  ['shelf', { is: 'shelf', shelf: shelf(3) }],
  ['nothing', { is: 'nothing', words: 'w'.repeat(2000), collections: collections(12) }],
  ['nothing in an empty shop', { is: 'nothing', words: 'x', collections: [] }],
  ['collections', { is: 'collections', collections: collections(12) }],
  ['order', { is: 'order', order }],
  ['no order', { is: 'order', order: null }],
  ['product', { is: 'product', state: 'for_sale', product: product('x'), greet: true, others: shelf(0) }],
  ['sold-out product', sold],
  ['archived product', { ...sold, state: 'archived' }],
  ['sold-out product, and nothing else', { ...sold, others: shelf(0) }],
  ['unknown product', { is: 'unknown_product', others: shelf(3) }],
  ['help', { is: 'help' }],
  ['thanks', { is: 'thanks' }],
  ['unclear', { is: 'unclear' }],
  ['a shelf that goes on', { is: 'shelf', shelf: { ...shelf(12, 24), next: { collection: 'c1', from: 9 } } }],
  ['no such order', { is: 'no_such_order', number: 123456789 }],
  ['may I cancel', { is: 'cancel', order, state: 'ask' }],
  ['cancelled', { is: 'cancel', order, state: 'done' }],
  ['too late to cancel', { is: 'cancel', order, state: 'late' }],
  ['cancelled perhaps', { is: 'cancel', order, state: 'later' }],
  ['may I withdraw', { is: 'return', order }],
  ['withdrawn', { is: 'returned', order }],
  ['a person, asked for', { is: 'person', asked: true }],
  ['a person, called', { is: 'person', asked: false }],
  ['a call, noted', { is: 'call_me', phone: '+491701234567' }],
  ['stopped', { is: 'advertising', now: 'stopped' }],
  ['resumed', { is: 'advertising', now: 'resumed' }],
  ['German', { is: 'language', language: 'de' }],
  ['English', { is: 'language', language: 'en' }],
  [
    'a written answer',
    { is: 'faq', entry: { id: 'f', question: { de: '', en: '' }, answer: { de: 'a'.repeat(900), en: '' } } },
  ],
  ['in stock', { is: 'stock', title: 't'.repeat(700), choice: 'A4', available: true, shelf: shelf(1) }],
  ['a mail, asked where to', { is: 'mail_where', order }],
  ['a mail, sent', { is: 'mail_to', order, address: 'ada@example.com' }],
  ['a thread for tests', { is: 'tester', merchantId: 'm' }],
  ['news, asked', { is: 'news', state: 'ask', optIn: false }],
  ['news, asked by Messenger', { is: 'news', state: 'ask', optIn: true }],
  ['news, agreed', { is: 'news', state: 'agreed', optIn: false }],
  ['told when it is back', { ...toBeTold, ask: 'restock', optIn: false }],
  ['told when it is cheaper, asked by Messenger', { ...toBeTold, ask: 'price', optIn: true }],
  ['not in stock', { is: 'stock', title: 'x', choice: 'A4', available: false, shelf: shelf(1) }],
];

describe.each(['de', 'en', 'en-US'] as const)('in %s every answer', (market) => {
  test.each(EVERY)('%s: can be stored, fits the oldest client and leads on', (_name, found) => {
    for (const firstContact of [true, false]) {
      const said = replies(found, { market, firstContact });
      expect(said.length).toBeGreaterThan(0);
      for (const message of said) {
        expect(outgoingMessageSchema.parse(message)).toEqual(message);
        if (message.kind === 'text' || message.kind === 'buttons') expect(message.text.length).toBeLessThanOrEqual(640);
        if ('quickReplies' in message) expect(message.quickReplies.length).toBeLessThanOrEqual(11);
      }
      const last = said.at(-1);
      const ways = last && 'buttons' in last ? last.buttons : last && 'quickReplies' in last ? last.quickReplies : [];
      expect(ways.length).toBeGreaterThan(0);
    }
  });

  test.each(EVERY)('%s: the first contact says once that it is automatic', (_name, found) => {
    const automatic = /automatische Assistent|automatic assistant/;
    const said = replies(found, { market, firstContact: true }).map((message) => JSON.stringify(message));
    expect(said.filter((text) => automatic.test(text))).toHaveLength(1);
    expect(said[0]).toMatch(automatic);
  });
});

test('the greeting names her when Meta told her name', () => {
  expect(replies({ is: 'welcome', shelf: shelf(1) })[0]).toMatchObject({ text: expect.stringMatching(/^Hallo Ada, /) });
  expect(replies({ is: 'welcome', shelf: shelf(1) }, { firstName: null, market: 'en' })[0]).toMatchObject({
    text: expect.stringMatching(/^Hi, good/),
  });
});

describe('cards', () => {
  const cardOf = (changes: Partial<ProductCard>, market: MarketId = 'de') => {
    const [message] = replies(
      { is: 'shelf', shelf: { cards: [product('x', changes)], total: 1, path: '/shop' } },
      { market },
    );
    return message?.kind === 'cards' ? message.cards[0] : undefined;
  };

  test('show picture, price, Buy and Share', () => {
    expect(cardOf({})).toEqual({
      title: 'x (de)',
      subtitle: 'ab 24,90\u00a0€ · Kunstdruck',
      imagePath: '/demo/x-card.jpg',
      openPath: '/shop/products/x',
      buttons: [
        { kind: 'open', title: 'Kaufen', path: '/shop/products/x', height: 'tall', shareable: true },
        { kind: 'share', title: 'Teilen', path: '/shop/products/x', open: 'Ansehen' },
      ],
    });
  });

  test.each([
    [{}, 'en-US', 'from $24.90 · Art print', 'Buy'],
    [{ severalPrices: false }, 'de', '24,90 € · Kunstdruck', 'Kaufen'],
    [{ soldOut: true }, 'de', 'Ausverkauft · Kunstdruck', 'Ansehen'],
    [{ soldOut: true }, 'en', 'Sold out · Art print', 'View'],
    [{ fromMinor: null }, 'en', 'Art print', 'Buy'],
  ] as const)('%j in %s', (changes, market, subtitle, button) => {
    const card = cardOf(changes, market);
    expect(card?.subtitle.replace(/\u00a0/g, ' ')).toBe(subtitle);
    expect(card?.buttons[0]).toMatchObject({ title: button });
  });

  test('no picture, no address of one', () => {
    expect(cardOf({ image: null })?.imagePath).toBeNull();
  });

  test.each([
    [10, 10, 10, 'p9 (de)'],
    [12, 24, 10, 'Noch mehr im Shop'],
    [10, 11, 10, 'Noch mehr im Shop'],
  ])('%i of %i products make %i cards, the last "%s"', (count, total, cards, last) => {
    const [message] = replies({ is: 'shelf', shelf: { ...shelf(count, total), path: '/shop/collections/sea' } });
    if (message?.kind !== 'cards') throw new Error('no cards');
    expect(message.cards).toHaveLength(cards);
    expect(message.cards.at(-1)?.title).toBe(last);
    if (last.startsWith('Noch')) expect(message.cards.at(-1)?.openPath).toBe('/shop/collections/sea');
  });
});

test('the last order: its number, day, state and sum, and a private way to it', () => {
  expect(replies({ is: 'order', order })).toEqual([
    {
      kind: 'buttons',
      text: 'Deine Bestellung K-1001 vom 4. Mai 2026: verschickt. 2 Artikel, 54,70\u00a0€.',
      buttons: [
        { kind: 'open', title: 'Zur Bestellung', path: '/shop/orders/order-1', height: 'full', shareable: false },
        { kind: 'open', title: 'Alle Bestellungen', path: '/shop/orders', height: 'full', shareable: false },
      ],
    },
  ]);
});

test('what is sold out or gone is said before the others are shown', () => {
  expect(replies(sold)).toMatchObject([
    { text: '„x (de)“ ist gerade ausverkauft. Vielleicht gefällt dir davon etwas:' },
    { kind: 'cards' },
  ]);
  expect(replies({ ...sold, state: 'archived' }, { market: 'en' })).toMatchObject([
    { text: '"x (en)" is no longer available. You may like one of these:' },
    { kind: 'cards' },
  ]);
});

import { describe, expect, test } from 'vitest';
import type { EventContent, Referral } from './incoming-event';
import { soundsGerman, wishOf } from './wish';

const says = (text: string, payload: string | null = null): EventContent => ({
  kind: 'text',
  text,
  payload,
  referral: null,
});
const taps = (payload: string, referral: Referral | null = null): EventContent => ({
  kind: 'postback',
  payload,
  referral,
});

describe('typed words', () => {
  test.each([
    ['hallo', 'greeting'],
    ['Hi there!', 'greeting'],
    ['Guten Tag', 'greeting'],
    ['Bestellungen', 'orders'],
    ['Hallo, wo ist meine Bestellung?', 'orders'],
    ['where is my order', 'orders'],
    ['orders', 'orders'],
    ['HILFE', 'help'],
    ['help me please', 'help'],
    ['?', 'help'],
    ['Kollektionen', 'collections'],
    ['show me the categories', 'collections'],
    ['Vielen Dank!', 'thanks'],
    ['thank you', 'thanks'],
    ['zeig mir alles', 'products'],
    ['Poster Meer', 'words'],
    ['Do you have the canvas tote in green?', 'words'],
    ['danke, habt ihr noch Poster?', 'words'],
    ['👍', 'acknowledged'],
    ['❤️', 'acknowledged'],
    ['👍🏽 👍🏽', 'acknowledged'],
    ['🤔', 'unclear'],
    ['😡', 'unclear'],
    ['ok', 'acknowledged'],
    ['alles gut', 'acknowledged'],
    ['ok danke', 'acknowledged'],
    ['ja', 'acknowledged'],
    ['good morning', 'greeting'],
    ['wann kommt mein Paket', 'orders'],
    ['has it shipped yet?', 'orders'],
    ['', 'unclear'],
  ])('%j wants %s', (text, kind) => {
    expect(wishOf(says(text)).kind).toBe(kind);
  });
});

describe('buttons and quick replies of today and of years ago', () => {
  test.each([
    ['GET_STARTED', { kind: 'greeting' }],
    ['PRODUCTS', { kind: 'products', collection: null }],
    ['COLLECTIONS', { kind: 'collections' }],
    ['COLLECTION:sea', { kind: 'products', collection: 'sea' }],
    ['PRODUCT:big-wave', { kind: 'product', slug: 'big-wave', greet: false }],
    ['ORDERS', { kind: 'orders' }],
    ['HELP', { kind: 'help' }],
    ['ADD:tote:green', { kind: 'unclear' }],
    ['PRODUCT:', { kind: 'unclear' }],
    ['__proto__', { kind: 'unclear' }],
  ])('%s', (payload, wish) => {
    expect(wishOf(taps(payload))).toEqual(wish);
    expect(wishOf(says('what the button said', payload))).toEqual(wish);
  });
});

describe('links and ads', () => {
  const referral = { ref: 'big-wave', source: 'SHORTLINK', adId: null, productId: null };

  test('a ref is tried first, and what was said stands behind it', () => {
    expect(wishOf(taps('GET_STARTED', referral))).toEqual({
      kind: 'ref',
      refs: ['big-wave'],
      metaAdId: null,
      otherwise: { kind: 'greeting' },
    });
    expect(wishOf({ kind: 'text', text: 'tote', payload: null, referral })).toMatchObject({
      kind: 'ref',
      otherwise: { kind: 'words', text: 'tote' },
    });
    expect(wishOf({ kind: 'referral', referral: { ...referral, productId: 'p1' } })).toMatchObject({
      refs: ['big-wave', 'p1'],
    });
  });

  test('an ad without a ref is greeted', () => {
    expect(wishOf({ kind: 'referral', referral: { ...referral, ref: null } })).toEqual({ kind: 'greeting' });
  });
});

test('a product passed on is looked up, a sticker is heard, a picture is not understood', () => {
  expect(wishOf({ kind: 'attachment', sku: null, sticker: true, referral: null })).toEqual({ kind: 'acknowledged' });
  expect(wishOf({ kind: 'attachment', sku: 'SKU-1', referral: null })).toEqual({ kind: 'sku', sku: 'SKU-1' });
  expect(wishOf({ kind: 'attachment', sku: null, referral: null })).toEqual({ kind: 'unclear' });
});

test.each([
  ['habt ihr Poster?', true],
  ['schöne Karten', true],
  ['do you have posters', false],
  ['lemon', false],
])('%j sounds German: %s', (text, german) => {
  expect(soundsGerman(text)).toBe(german);
});

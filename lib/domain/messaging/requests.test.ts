import { describe, expect, test } from 'vitest';
import { requestOfPayload, requestOfText } from './requests';

describe('what she types', () => {
  test.each([
    ['Stopp', { kind: 'stop' }],
    ['STOP!', { kind: 'stop' }],
    ['bitte keine Werbung mehr', { kind: 'stop' }],
    ['no more ads please', { kind: 'stop' }],
    ['unsubscribe', { kind: 'stop' }],
    ['Bitte schreib mir nicht mehr', { kind: 'stop' }],
    ['schickt mir bitte nichts mehr!', { kind: 'stop' }],
    ['hör auf', { kind: 'stop' }],
    ['Lasst mich in Ruhe', { kind: 'stop' }],
    ['stop sending me this stuff', { kind: 'stop' }],
    ['please don’t message me', { kind: 'stop' }],
    ['leave me alone', { kind: 'stop' }],
    ['Hörbuch-Poster', null],
    ['Have you got a poster of a bus stop sign?', null],
    ['K-1001', { kind: 'order', number: 1001 }],
    ['wo ist k1001?', { kind: 'order', number: 1001 }],
    ['Wo ist meine Bestellung 1002', { kind: 'order', number: 1002 }],
    ['order number 1003', { kind: 'order', number: 1003 }],
    ['order #1004', { kind: 'order', number: 1004 }],
    ['Poster 30x40', null],
    ['1005', { kind: 'order', number: 1005 }],
    ['#1006!', { kind: 'order', number: 1006 }],
    ['300', null],
    ['Kalender 2027', null],
    ['wo ist meine Bestellung', null],
    ['Bestellung stornieren', { kind: 'cancel', number: null }],
    ['please cancel K-1001', { kind: 'cancel', number: 1001 }],
    ['Ich möchte widerrufen', { kind: 'return', number: null }],
    ['K-1001 zurückschicken', { kind: 'return', number: 1001 }],
    ['I want to return my order 1001', { kind: 'return', number: 1001 }],
    ['Mensch bitte', { kind: 'person' }],
    ['can I talk to a human', { kind: 'person' }],
    ['deutsch', { kind: 'language', language: 'de' }],
    ['auf Englisch bitte', { kind: 'language', language: 'en' }],
    ['speak english', { kind: 'language', language: 'en' }],
    ['English garden poster', null],
    ['Bestätigung per E-Mail bitte', { kind: 'mail_where', number: null }],
    ['confirmation of K-1001 by email', { kind: 'mail_where', number: 1001 }],
    ['Neuigkeiten', { kind: 'news' }],
    ['Newsletter abonnieren', { kind: 'news' }],
    ['subscribe', { kind: 'news' }],
    ['news poster', null],
    ['Poster Meer', null],
    ['', null],
  ])('%j', (text, request) => {
    expect(requestOfText(text)).toEqual(request);
  });
});

describe('what our buttons send', () => {
  test.each([
    ['LANGUAGE:de', { kind: 'language', language: 'de' }],
    ['LANGUAGE:fr', null],
    ['PERSON', { kind: 'person' }],
    ['STOP', { kind: 'stop' }],
    ['RESUME', { kind: 'resume' }],
    ['ada@example.com', { kind: 'mail_to', address: 'ada@example.com' }],
    ['ada@', null],
    ['+14155550100', { kind: 'call_me', phone: '+14155550100' }],
    ['+49 (0)30 123-45', { kind: 'call_me', phone: '+4903012345' }],
    ['030/12', null],
    ['+4111111111111111', null],
    ['NEWS', { kind: 'news' }],
    ['NEWS_YES', { kind: 'news_confirmed' }],
    ['TELL_ME:restock:big-wave', { kind: 'tell_me', ask: 'restock', slug: 'big-wave' }],
    ['TELL_ME:price:big-wave', { kind: 'tell_me', ask: 'price', slug: 'big-wave' }],
    ['TELL_ME:sale:big-wave', null],
    ['TELL_ME:restock:', null],
    ['CANCEL:1001', { kind: 'cancel', number: 1001 }],
    ['CANCEL_YES:abc', { kind: 'cancel_confirmed', orderId: 'abc' }],
    ['CANCEL_YES:', null],
    ['RETURN:1001', { kind: 'return', number: 1001 }],
    ['RETURN:x', { kind: 'return', number: null }],
    ['RETURN_YES:abc', { kind: 'return_confirmed', orderId: 'abc' }],
    ['PRODUCTS', null],
  ])('%s', (payload, request) => {
    expect(requestOfPayload(payload)).toEqual(request);
  });
});

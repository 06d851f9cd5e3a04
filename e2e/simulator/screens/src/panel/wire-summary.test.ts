import { expect, it } from 'vitest';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { jsonPieces, readableBody } from './readable-body';
import { filtered, pathOf } from './wire-filter';
import { summaryOf } from './wire-summary';

function entry(body: unknown, change: Partial<WireEntry> = {}): WireEntry {
  return {
    id: 1,
    atMs: 0,
    direction: 'messenger → shop',
    method: 'POST',
    url: 'http://localhost:3000/api/messenger/webhook',
    requestHeaders: {},
    requestBody: typeof body === 'string' ? body : JSON.stringify(body),
    status: 200,
    responseHeaders: {},
    responseBody: '',
    durationMs: 4,
    ...change,
  };
}

const frame = { sender: { id: '1' }, recipient: { id: '2' }, timestamp: 3 };

it('names every event of a webhook batch', () => {
  const messaging = [
    { ...frame, message: { mid: 'm', text: 'birds?' } },
    { ...frame, message: { mid: 'm', is_echo: true, attachments: [] } },
    { ...frame, read: { watermark: 4 } },
  ];
  expect(summaryOf(entry({ object: 'page', entry: [{ id: '2', messaging }] }))).toBe('message “birds?” + echo + read');
});

it('names what the Send API sends and what Stripe reports', () => {
  const attachment = { type: 'template', payload: { template_type: 'generic', elements: [] } };
  expect(summaryOf(entry({ recipient: { id: '1' }, message: { attachment } }))).toBe('generic template');
  expect(summaryOf(entry({ recipient: { id: '1' }, sender_action: 'typing_on' }))).toBe('typing_on');
  expect(summaryOf(entry({ id: 'evt_1', object: 'event', type: 'charge.refunded' }))).toBe('charge.refunded');
});

it('has nothing to say about forms, and says so of broken JSON', () => {
  expect(summaryOf(entry('amount=1'))).toBe('');
  expect(summaryOf(entry('{"object":'))).toBe('broken JSON');
});

it('finds every word anywhere in an entry, and problems alone', () => {
  const cut = entry({ a: 'Heron' }, { id: 2, status: 0 });
  const all = [entry({ a: 'otter' }), cut];
  expect(filtered(all, { words: 'heron WEBHOOK', direction: null, problemsOnly: false })).toEqual([cut]);
  expect(filtered(all, { words: '', direction: null, problemsOnly: true })).toEqual([cut]);
  expect(filtered(all, { words: '', direction: 'shop → stripe', problemsOnly: false })).toEqual([]);
});

it('leaves the page token out of the line', () => {
  expect(pathOf('/v26.0/me/messages?access_token=T&appsecret_proof=P')).toBe('/v26.0/me/messages');
  expect(pathOf('http://localhost:3000/a?b=1')).toBe('/a?b=1');
  expect(pathOf('SDK getContext')).toBe('SDK getContext');
});

it('indents JSON and loses no character of it', () => {
  const { text, json } = readableBody('{"a":[1,"x:\\"y"],"b":null}', 'application/json');
  expect(json).toBe(true);
  const pieces = jsonPieces(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.kind === 'name').map((piece) => piece.text)).toEqual(['"a":', '"b":']);
  expect(readableBody('a=1&b%5Bc%5D=2', 'application/x-www-form-urlencoded').text).toBe('a = 1\nb[c] = 2');
});

import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSignedRequest, type SignedRequestOptions } from './signed-request';
import { readVector } from './testing-vectors';

const vectors = readVector(
  'signed-requests.json',
  z.object({
    app_secret: z.string(),
    expected_page_id: z.string(),
    cases: z.array(
      z.object({
        id: z.string(),
        signed_request: z.string(),
        now: z.number(),
        expect: z.enum(['accept', 'reject']),
        reason: z.string(),
        payload: z.object({ psid: z.string(), thread_type: z.string(), tid: z.string() }).optional(),
      }),
    ),
  }),
);

const OUR_NAMES: Record<string, string> = { expired: 'stale_request', future: 'future_request' };

function at(nowSeconds: number): SignedRequestOptions {
  return {
    appSecrets: [vectors.app_secret],
    pageId: vectors.expected_page_id,
    now: new Date(nowSeconds * 1000),
  };
}

function sign(payload: unknown, secret = vectors.app_secret): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const encoded = Buffer.from(text).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

describe('the recorded signed requests', () => {
  test.each(vectors.cases)('$id: $expect ($reason)', (vector) => {
    const read = readSignedRequest(vector.signed_request, at(vector.now));
    if (vector.expect === 'reject') {
      expect(read).toEqual({ ok: false, problem: OUR_NAMES[vector.reason] ?? vector.reason });
      return;
    }
    expect(read).toMatchObject({
      ok: true,
      value: {
        psid: vector.payload?.psid,
        pageId: vectors.expected_page_id,
        threadType: vector.payload?.thread_type,
        threadId: vector.payload?.tid,
        signature: vector.signed_request.split('.')[0],
      },
    });
  });
});

const genuine = {
  algorithm: 'HMAC-SHA256',
  issued_at: 1_785_500_000,
  page_id: 104201609120001,
  psid: '4016091200000001',
  thread_type: 'USER_TO_PAGE',
  tid: '4016091200000001',
};

test('while the app secret is being changed, both are accepted [1×kr]', () => {
  const options = { ...at(genuine.issued_at), appSecrets: ['newer', 'older'] };
  expect(readSignedRequest(sign(genuine, 'older'), options).ok).toBe(true);
  expect(readSignedRequest(sign(genuine, 'newer'), options).ok).toBe(true);
  expect(readSignedRequest(sign(genuine, 'third'), options)).toMatchObject({ problem: 'bad_signature' });
});

test('a Page id above 2^53 is compared by its digits', () => {
  const text = JSON.stringify(genuine).replace('104201609120001', '90071992547409931');
  const options = at(genuine.issued_at);
  expect(readSignedRequest(sign(text), { ...options, pageId: '90071992547409931' }).ok).toBe(true);
  expect(readSignedRequest(sign(text), { ...options, pageId: '90071992547409930' })).toMatchObject({
    problem: 'wrong_page',
  });
});

test('the same signature under another spelling is refused, so that it cannot be used twice', () => {
  const request = sign(genuine);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = request.indexOf('.') - 1;
  const twin = alphabet[alphabet.indexOf(request[last] ?? '') ^ 1];
  const respelt = `${request.slice(0, last)}${twin}${request.slice(last + 1)}`;
  expect(Buffer.from(respelt.split('.')[0] ?? '', 'base64url')).toEqual(
    Buffer.from(request.split('.')[0] ?? '', 'base64url'),
  );
  expect(readSignedRequest(respelt, at(genuine.issued_at))).toEqual({ ok: false, problem: 'bad_signature' });
});

test('a psid that is no row of digits is refused', () => {
  expect(readSignedRequest(sign({ ...genuine, psid: "1' or 1=1" }), at(genuine.issued_at))).toMatchObject({
    problem: 'malformed',
  });
});

test('an endless value is refused before anything is computed', () => {
  expect(readSignedRequest(`${'A'.repeat(43)}.${'A'.repeat(100_000)}`, at(0))).toMatchObject({ problem: 'malformed' });
});

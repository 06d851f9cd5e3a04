import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttemptAnswer } from '@/lib/domain/payments/attempt';
import { type AttemptTools, followAttempt, type Progress } from './attempt';

const ID = 'request_0123456789';
const paid: AttemptAnswer = { is: 'paid', orderId: 'o1', orderNumber: 1001 };
const needsBank: AttemptAnswer = { is: 'authentication_required', clientSecret: 'pi_1_secret_2' };

/** What the server says, one answer a call; null is no network. */
let script: ({ status: number; body: unknown } | null)[] = [];
let calls: string[] = [];
let told: Progress[] = [];
let challenges = 0;

const tools: AttemptTools = {
  challenge: async () => {
    challenges += 1;
  },
  tell: (progress) => told.push(progress),
  wait: async () => undefined,
};
const ok = (value: AttemptAnswer) => ({ ok: true, value }) as const;
const says = (value: AttemptAnswer) => ({ status: 200, body: value });

beforeEach(() => {
  [script, calls, told, challenges] = [[], [], [], 0];
  vi.stubGlobal('fetch', async (address: string) => {
    calls.push(address.split('?')[0] ?? '');
    const next = script.shift();
    if (!next) throw new TypeError('no network');
    return Response.json(next.body, { status: next.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('followAttempt', () => {
  it('passes on a last word without asking again', async () => {
    expect(await followAttempt(ID, ok(paid), tools)).toEqual(paid);
    expect(calls).toEqual([]);
  });

  it('goes through the bank once, then asks our server how it went', async () => {
    script = [says(paid)];
    expect(await followAttempt(ID, ok(needsBank), tools)).toEqual(paid);
    expect(challenges).toBe(1);
    expect(told).toEqual(['bank', 'checking']);
    expect(calls).toEqual(['/api/checkout/attempt']);
  });

  it('ends the payment when the bank was left without an answer', async () => {
    script = [says(needsBank), says({ is: 'over', end: 'cancelled' })];
    const end = await followAttempt(ID, ok(needsBank), tools);
    expect(end).toEqual({ is: 'declined', reason: 'authentication_failed' });
    expect(calls).toEqual(['/api/checkout/attempt', '/api/checkout/cancel']);
  });

  it('is paid when cancelling came too late', async () => {
    script = [says(needsBank), says(paid)];
    expect(await followAttempt(ID, ok(needsBank), tools)).toEqual(paid);
  });

  it('looks a lost answer up until somebody knows', async () => {
    script = [null, says({ is: 'checking' }), says(paid)];
    const lost = { ok: false, problem: 'offline', message: '', detail: {} } as const;
    expect(await followAttempt(ID, lost, tools)).toEqual(paid);
    expect(told).toEqual(['checking', 'checking', 'checking']);
  });

  it('knows that nothing was charged when the server never heard of it', async () => {
    script = [{ status: 404, body: { problem: 'not_found', message: '' } }];
    const lost = { ok: false, problem: 'offline', message: '', detail: {} } as const;
    expect(await followAttempt(ID, lost, tools)).toEqual({ is: 'none' });
  });

  it('hands a refusal on as it is', async () => {
    const refused = {
      ok: false,
      problem: 'price_changed',
      message: 'The price changed.',
      detail: { quote: {} },
    } as const;
    expect(await followAttempt(ID, refused, tools)).toMatchObject({ is: 'problem', problem: 'price_changed' });
    expect(calls).toEqual([]);
  });
});

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { answerJson, type Handler, Refusal, type Route, readJson } from '../world/exchange';
import { findPerson, type Messenger } from './messenger';
import type { Person } from './people';

/** Where the app's settings at Meta name the two callbacks. */
const paths = { 'data-deletion': '/api/meta/data-deletion', deauthorize: '/api/meta/deauthorize' } as const;
const limitMs = 10_000;

/** Who she is to the app: another id than the Page knows her by. */
export function asidOf({ psid }: Person): string {
  return `1016${psid}`;
}

export function findByAsid(messenger: Messenger, asid: string): Person | null {
  return [...messenger.state.people.values()].find((person) => asidOf(person) === asid) ?? null;
}

function sign(payload: object, secret: string): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

/** She asks Meta that the shop forget her, or removes the app from her settings: Meta calls the shop and shows its answer. */
export function callbackLevers(messenger: Messenger): Route[] {
  const request: Handler = async (call) => {
    const person = findPerson(messenger, call.params.psid ?? '');
    if (!person) throw new Refusal(404, `There is nobody with the psid ${call.params.psid}.`);
    const shape = z.strictObject({
      ask: z.enum(['data-deletion', 'deauthorize']),
      signing: z.enum(['right', 'wrong']).default('right'),
    });
    const { ask, signing } = readJson(call, shape);
    const { world } = messenger;
    const payload = { user_id: asidOf(person), algorithm: 'HMAC-SHA256', issued_at: world.clock.nowSeconds() };
    const secret = signing === 'right' ? world.accounts.app.secret : 'another-app-secret';
    const body = new URLSearchParams({ signed_request: sign(payload, secret) }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'facebookplatform/1.0' };
    const url = `${world.shopOrigin}${paths[ask]}`;
    const start = { direction: 'messenger → shop', method: 'POST', url, requestHeaders: headers, requestBody: body };
    const entry = world.wire.begin(start);
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    const heard = { status: answer.status, body: await answer.text() };
    world.wire.end(entry, {
      status: heard.status,
      responseHeaders: Object.fromEntries(answer.headers),
      responseBody: heard.body,
    });
    return answerJson(heard);
  };
  /** What the merchant sets in the app's dashboard at Meta; `callbackUrl` null: the shop's own webhook. */
  const app: Handler = (call) => {
    const shape = z.strictObject({ requiresProof: z.boolean().optional(), callbackUrl: z.url().nullable().optional() });
    messenger.state = { ...messenger.state, ...readJson(call, shape) };
    return answerJson({ ok: true });
  };
  return [
    { method: 'POST', pattern: '/control/threads/:psid/request', handler: request },
    { method: 'POST', pattern: '/control/app', handler: app },
  ];
}

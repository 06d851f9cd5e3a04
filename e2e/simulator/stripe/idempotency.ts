import type { Double } from './double';
import { badParameter, StripeProblem } from './errors';
import type { SavedAnswer } from './state';

const keptMs = 24 * 60 * 60 * 1000;

export type Claim =
  | { kind: 'fresh'; saved: SavedAnswer; key: string }
  | { kind: 'replay'; answer: { status: number; body: string }; requestId: string };

/**
 * Claims an idempotency key for one call. A finished call under the same key is replayed; other parameters or another
 * path are refused with 400, a call that still runs with 409. Keys are forgotten after 24 hours of the world's clock.
 */
export function claimKey(double: Double, key: string, path: string, params: string, requestId: string): Claim {
  if (key.length > 255) throw badParameter('Idempotency-Key must be at most 255 characters long.');
  const nowMs = double.world.clock.nowMs();
  const known = double.state.saved.get(key);
  if (known && nowMs - known.atMs <= keptMs) {
    if (known.path !== path) throw mismatch(`for the same endpoint they were first used for ('${known.path}')`, key);
    if (known.params !== params) throw mismatch('with the same parameters they were first used with', key);
    if (!known.answer) throw stillRunning(key);
    return { kind: 'replay', answer: known.answer, requestId: known.requestId };
  }
  const saved: SavedAnswer = { path, params, atMs: nowMs, requestId, answer: null };
  double.state.saved.set(key, saved);
  return { kind: 'fresh', saved, key };
}

/** The call never began (or must not be remembered): the key is free again. */
export function releaseKey(double: Double, claim: Claim | null): void {
  if (claim?.kind === 'fresh') double.state.saved.delete(claim.key);
}

function mismatch(how: string, key: string): StripeProblem {
  const message = `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeProblem(400, { type: 'idempotency_error', message }, false);
}

export function stillRunning(key: string): StripeProblem {
  const message = `There is currently another in-progress request using this idempotent key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new StripeProblem(409, { type: 'api_error', code: 'idempotency_key_in_use', message }, false);
}

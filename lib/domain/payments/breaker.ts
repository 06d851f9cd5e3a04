/** After this many calls in a row without an answer the provider counts as away. */
const FAILURES = 5;
const PAUSE_MS = 10_000;

/**
 * Spares people the wait for a provider that does not answer: after five failures in a row it is not asked for ten
 * seconds; then one call tries again, and the others go on waiting for its outcome.
 */
export function createBreaker(now: () => number) {
  let failures = 0;
  let openUntil = 0;
  return {
    /** Whether a call may be made now. While the pause is over but nothing is known yet, only the first one may. */
    mayCall(): boolean {
      if (failures < FAILURES) return true;
      if (now() < openUntil) return false;
      openUntil = now() + PAUSE_MS;
      return true;
    },
    answered(): void {
      failures = 0;
    },
    failed(): void {
      failures += 1;
      if (failures >= FAILURES) openUntil = now() + PAUSE_MS;
    },
  };
}

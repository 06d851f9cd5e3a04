/** What may well happen is a value, not an exception: `problem` is a name that doors translate into a status and a sentence. */
export type Result<T, P extends string = string> = { ok: true; value: T } | Failure<P>;

/** `detail` holds what the sentence needs to say (which line is sold out, the new total); never a secret. */
export type Failure<P extends string = string> = { ok: false; problem: P; detail?: Record<string, unknown> };

export function succeed<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<const P extends string>(problem: P, detail?: Record<string, unknown>): Failure<P> {
  return detail === undefined ? { ok: false, problem } : { ok: false, problem, detail };
}

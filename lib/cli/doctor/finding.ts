/** What the doctor found: a line, and what to do about it. "broken" makes the command fail. */
export type Finding = { is: 'fine' | 'broken' | 'note'; what: string; remedy?: string };

export const PATIENCE_MS = 5_000;

export function fine(what: string): Finding {
  return { is: 'fine', what };
}

export function broken(what: string, remedy: string): Finding {
  return { is: 'broken', what, remedy };
}

export function note(what: string, remedy: string): Finding {
  return { is: 'note', what, remedy };
}

/** Live keys: real money may be moving. */
export function isLive({ STRIPE_SECRET_KEY }: { STRIPE_SECRET_KEY: string }): boolean {
  return /^(?:sk|rk)_live_/.test(STRIPE_SECRET_KEY);
}

export async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return answer?.ok === true;
}

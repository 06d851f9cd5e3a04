/** What a shop needs before somebody buys in it, in the order in which one goes about it. */
export const SET_UP_STEPS = [
  'shop',
  'seller',
  'legal',
  'shipping',
  'product',
  'page',
  'allow_list',
  'webhook',
  'domain',
  'payments',
  'paypal',
  'mail',
  'purchase',
] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** "optional": nothing is wrong without it. "unknown": nobody could look. */
export type SetUpState = 'done' | 'open' | 'wrong' | 'optional' | 'unknown';

/** A step with what stands in the way, in words, and what to do about it. */
export type SetUpLine = { step: SetUpStep; state: SetUpState; faults: { what: string; remedy: string }[] };

/** How many steps are behind one, of those that must be. */
export function setUpProgress(lines: readonly SetUpLine[]): { done: number; of: number } {
  const needed = lines.filter(({ state }) => state !== 'optional');
  return { done: needed.filter(({ state }) => state === 'done').length, of: needed.length };
}

import { createRandom, type Random } from './random';

/** What can be done to the house. Numbers name shoppers, variants, request ids and events by their place. */
export type Action =
  | { do: 'put'; shopper: number; variant: number; quantity: number }
  | { do: 'confirm'; shopper: number; request: number; token: string; otherBody: boolean }
  | { do: 'look-up' | 'cancel' | 'open-dialog' | 'settle-dialog' | 'cancel-dialog'; shopper: number; request: number }
  | { do: 'authenticate'; shopper: number; passes: boolean }
  | { do: 'decide-pending'; shopper: number; says: 'paid' | 'declined' | 'paid-wrongly' }
  | { do: 'requote'; shopper: number; option: string; told: boolean }
  | { do: 'pay-in-dialog'; shopper: number; wrong: boolean }
  | { do: 'stock'; variant: number; difference: number }
  | { do: 'price'; variant: number; minor: number }
  | { do: 'provider'; isDown: boolean }
  | { do: 'advance'; seconds: number }
  | { do: 'sweep' | 'reconcile' }
  | { do: 'event'; which: number }
  | { do: 'unknown-charge' };

/**
 * `crash-*` ends the flow at its n-th call of the provider, before or after the provider acted. `unreached` and
 * `unanswered`: the flow hears nothing, and the provider did nothing or did it all the same.
 */
export type Fault = { at: number; kind: 'crash-before' | 'crash-after' | 'unreached' | 'unanswered' };
/** Steps that happen while another one waits for the provider's answer: the races that matter, drawn by the seed. */
export type Meanwhile = { at: number; when: 'before' | 'after'; steps: Action[] };
export type Step =
  | { action: Action; fault: Fault | null; meanwhile: Meanwhile | null }
  /** Two at once, as the database sees them. */
  | { both: [Action, Action] };

export type History = { seed: number; shoppers: number; stocks: number[]; steps: Step[] };

/** Everything of a history follows from its seed alone, so that a failure can be played again. */
export function drawHistory(seed: number): History {
  const random = createRandom(seed);
  const shoppers = random.weighted([
    [5, 1],
    [4, 2],
    [1, 3],
  ]);
  const stocks = random.chance(0.5) ? [1 + random.below(3)] : [1 + random.below(3), 1 + random.below(2)];
  const size = { shoppers, variants: stocks.length };
  const steps: Step[] = [];
  for (let shopper = 0; shopper < shoppers; shopper += 1)
    steps.push(plain({ do: 'put', shopper, variant: random.below(stocks.length), quantity: 1 }));
  const count = 4 + random.below(10);
  for (let index = 0; index < count; index += 1) steps.push(drawStep(random, size));
  return { seed, shoppers, stocks, steps };
}

type Size = { shoppers: number; variants: number };

function plain(action: Action): Step {
  return { action, fault: null, meanwhile: null };
}

function drawStep(random: Random, size: Size): Step {
  if (random.chance(0.15)) {
    const first = drawAction(random, size);
    // The same request twice at once is the race that shoppers make most.
    return { both: [first, random.chance(0.4) ? first : drawAction(random, size)] };
  }
  const action = drawAction(random, size);
  return {
    action,
    fault: random.chance(0.3)
      ? { at: random.below(4), kind: random.pick(['crash-before', 'crash-after', 'unreached', 'unanswered']) }
      : null,
    meanwhile: random.chance(0.3)
      ? {
          at: random.below(4),
          when: random.pick(['before', 'after']),
          steps: Array.from({ length: 1 + random.below(3) }, () => drawAction(random, size)),
        }
      : null,
  };
}

function drawAction(random: Random, size: Size): Action {
  const shopper = random.below(size.shoppers);
  const variant = random.below(size.variants);
  const request = random.weighted([
    [6, 0],
    [3, 1],
    [1, 2],
  ]);
  const token = random.weighted([
    [5, 'ok'],
    [2, 'decline'],
    [3, '3ds'],
    [2, 'pending'],
  ]);
  return random.weighted<Action>([
    [6, { do: 'put', shopper, variant, quantity: random.below(4) }],
    [16, { do: 'confirm', shopper, request, token, otherBody: random.chance(0.08) }],
    [4, { do: 'look-up', shopper, request }],
    [4, { do: 'cancel', shopper, request }],
    [5, { do: 'authenticate', shopper, passes: random.chance(0.7) }],
    [4, { do: 'decide-pending', shopper, says: random.pick(['paid', 'paid', 'declined', 'paid-wrongly']) }],
    [6, { do: 'open-dialog', shopper, request }],
    [5, { do: 'requote', shopper, option: random.pick(['standard', 'express']), told: random.chance(0.5) }],
    [7, { do: 'pay-in-dialog', shopper, wrong: random.chance(0.1) }],
    [6, { do: 'settle-dialog', shopper, request }],
    [3, { do: 'cancel-dialog', shopper, request }],
    [3, { do: 'stock', variant, difference: random.pick([-2, -1, 1, 2]) }],
    [2, { do: 'price', variant, minor: 1000 + random.below(4) * 500 }],
    [3, { do: 'provider', isDown: random.chance(0.4) }],
    [5, { do: 'advance', seconds: random.pick([2, 50, 50, 400, 2000]) }],
    [7, { do: 'sweep' }],
    [3, { do: 'reconcile' }],
    [6, { do: 'event', which: random.below(100) }],
    [0.5, { do: 'unknown-charge' }],
  ]);
}

/** One line per step, for the report of a failure. */
export function tellStep(step: Step): string {
  if ('both' in step) return `at once: ${step.both.map(tellAction).join('  and  ')}`;
  const { action, fault, meanwhile } = step;
  const parts = [tellAction(action)];
  if (fault) parts.push(`[${fault.kind} at its call ${fault.at} of the provider]`);
  if (meanwhile)
    parts.push(`[${meanwhile.when} call ${meanwhile.at} is answered: ${meanwhile.steps.map(tellAction).join('; ')}]`);
  return parts.join(' ');
}

function tellAction({ do: what, ...facts }: Action): string {
  return [what, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ');
}

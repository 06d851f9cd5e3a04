import { createRandom, type Random } from './random';

/** What can be done to the house. Numbers name shoppers, variants, request ids and events by their place. */
export type Action =
  | { do: 'put'; shopper: number; variant: number; quantity: number }
  | { do: 'confirm'; shopper: number; request: number; token: string; otherBody: boolean }
  | { do: 'look-up' | 'cancel' | 'open-dialog' | 'settle-dialog' | 'cancel-dialog'; shopper: number; request: number }
  | { do: 'authenticate'; shopper: number; passes: boolean }
  | { do: 'decide-pending'; shopper: number; says: 'paid' | 'declined' | 'paid-wrongly' }
  | { do: 'requote'; shopper: number; option: string; told: boolean }
  | { do: 'pay-in-dialog'; shopper: number; wrong: boolean; stuck: boolean }
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
  const count = 2 + random.below(3);
  for (let index = 0; index < count; index += 1)
    for (const action of drawEpisode(random, size)) {
      steps.push(drawStep(random, size, action));
      if (random.chance(0.3)) steps.push(drawStep(random, size, drawAction(random, size)));
    }
  return { seed, shoppers, stocks, steps };
}

type Size = { shoppers: number; variants: number };

// Pure chance seldom gets as far as a payment. An episode is one that may succeed, before anything interferes.
function drawEpisode(random: Random, size: Size): Action[] {
  const shopper = random.below(size.shoppers);
  const request = random.below(3);
  const put: Action = { do: 'put', shopper, variant: random.below(size.variants), quantity: 1 };
  const sweep: Action[] = [{ do: 'advance', seconds: random.pick([2, 50, 400, 2000]) }, { do: 'sweep' }];
  const event: Action = { do: 'event', which: random.below(100) };
  if (random.chance(0.45)) {
    const dialog: Action[] = [put, { do: 'open-dialog', shopper, request }];
    const requote: Action = { do: 'requote', shopper, option: 'express', told: random.chance(0.5) };
    const pay: Action = { do: 'pay-in-dialog', shopper, wrong: random.chance(0.15), stuck: random.chance(0.1) };
    if (random.chance(0.15)) dialog.push({ do: 'cancel-dialog', shopper, request });
    // On its way since before she paid, a question for another total may arrive after it.
    dialog.push(...random.pick<Action[]>([[pay], [requote, pay], [pay, requote], [pay, requote], [requote]]));
    const last: Action[] = random.pick<Action[]>([
      [{ do: 'settle-dialog', shopper, request }],
      [{ do: 'settle-dialog', shopper, request }],
      [{ do: 'cancel-dialog', shopper, request }],
      [event],
      [{ do: 'reconcile' }],
      sweep,
    ]);
    return [...dialog, ...last];
  }
  const token = random.pick(['ok', 'ok', 'decline', '3ds', '3ds', 'pending']);
  const confirm: Action = { do: 'confirm', shopper, request, token, otherBody: false };
  const card: Action[] = [put, confirm];
  if (token === '3ds' && random.chance(0.6)) card.push({ do: 'authenticate', shopper, passes: random.chance(0.8) });
  if (token === 'pending') card.push({ do: 'decide-pending', shopper, says: random.pick(BANK_SAYS) });
  const last: Action[] = random.pick<Action[]>([
    [{ ...confirm, otherBody: random.chance(0.3) }],
    [{ do: 'look-up', shopper, request }],
    [{ do: 'cancel', shopper, request }],
    [event],
    sweep,
  ]);
  return [...card, ...last];
}

const BANK_SAYS = ['paid', 'paid', 'declined', 'paid-wrongly'] as const;
/** These never ask the provider: nothing can go wrong on the way to it. */
const AT_HOME = new Set<Action['do']>(['put', 'stock', 'price', 'provider', 'advance', 'requote', 'pay-in-dialog']);

function drawStep(random: Random, size: Size, action: Action): Step {
  // The same request twice at once is the race that shoppers make most.
  if (random.chance(0.15)) return { both: [action, random.chance(0.4) ? action : drawAction(random, size)] };
  if (AT_HOME.has(action.do)) return { action, fault: null, meanwhile: null };
  const fault: Fault = { at: drawCall(random, action), kind: random.pick(FAULTS) };
  return {
    action,
    fault: random.chance(0.35) ? fault : null,
    meanwhile: random.chance(0.35) ? drawMeanwhile(random, size, action) : null,
  };
}

const FAULTS = ['crash-before', 'crash-after', 'unreached', 'unanswered'] as const;

/** Which of its calls of the provider: paying makes three and more, the others one or two. */
function drawCall(random: Random, action: Action): number {
  return random.below(action.do === 'confirm' ? 3 : 2);
}

function drawMeanwhile(random: Random, size: Size, action: Action): Meanwhile {
  // The total follows a charge that is on its way back: seldom enough to be drawn on purpose.
  if (action.do === 'settle-dialog' && random.chance(0.6)) {
    const requote: Action = { do: 'requote', shopper: action.shopper, option: 'standard', told: false };
    return { at: 1, when: 'before', steps: [requote, action] };
  }
  const steps = Array.from({ length: 1 + random.below(3) }, () => drawInterference(random, size, action));
  return { at: drawCall(random, action), when: random.pick(['before', 'after']), steps };
}

// What interferes best is what concerns the same payment.
function drawInterference(random: Random, size: Size, action: Action): Action {
  if (!('shopper' in action) || random.chance(0.4)) return drawAction(random, size);
  const { shopper } = action;
  const request = 'request' in action ? action.request : random.below(3);
  if (action.do === 'settle-dialog' || action.do === 'cancel-dialog')
    return random.pick<Action>([
      { do: 'requote', shopper, option: random.pick(['standard', 'express']), told: false },
      { do: 'pay-in-dialog', shopper, wrong: false, stuck: false },
      { do: 'settle-dialog', shopper, request },
      { do: 'cancel-dialog', shopper, request },
    ]);
  return random.pick<Action>([
    { do: 'advance', seconds: random.pick([50, 2000]) },
    { do: 'sweep' },
    { do: 'cancel', shopper, request },
    { do: 'confirm', shopper, request, token: 'ok', otherBody: false },
  ]);
}

function drawAction(random: Random, size: Size): Action {
  const shopper = random.below(size.shoppers);
  const variant = random.below(size.variants);
  const request = random.below(3);
  const token = random.pick(['ok', 'ok', 'decline', '3ds', 'pending']);
  return random.weighted<Action>([
    [5, { do: 'put', shopper, variant, quantity: random.below(4) }],
    [14, { do: 'confirm', shopper, request, token, otherBody: random.chance(0.1) }],
    [4, { do: 'look-up', shopper, request }],
    [5, { do: 'cancel', shopper, request }],
    [5, { do: 'authenticate', shopper, passes: random.chance(0.7) }],
    [4, { do: 'decide-pending', shopper, says: random.pick(BANK_SAYS) }],
    [5, { do: 'open-dialog', shopper, request }],
    [7, { do: 'requote', shopper, option: random.pick(['standard', 'express']), told: random.chance(0.5) }],
    [6, { do: 'pay-in-dialog', shopper, wrong: random.chance(0.1), stuck: random.chance(0.1) }],
    [8, { do: 'settle-dialog', shopper, request }],
    [3, { do: 'cancel-dialog', shopper, request }],
    [3, { do: 'stock', variant, difference: random.pick([-2, -1, 1, 2]) }],
    [2, { do: 'price', variant, minor: 1000 + random.below(4) * 500 }],
    [2, { do: 'provider', isDown: random.chance(0.3) }],
    [8, { do: 'advance', seconds: random.pick([2, 50, 50, 400, 2000]) }],
    [10, { do: 'sweep' }],
    [4, { do: 'reconcile' }],
    [8, { do: 'event', which: random.below(100) }],
    [0.3, { do: 'unknown-charge' }],
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

import { drawAction, drawAfterOrder, drawEpisode } from './draw-action';
import { createRandom, type Random } from './random';
import type { Action, Fault, History, Meanwhile, Size, Step } from './steps';

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
  if (random.chance(0.4)) steps.push({ action: { do: 'capture-later', isOn: true }, fault: null, meanwhile: null });
  const count = 2 + random.below(3);
  for (let index = 0; index < count; index += 1)
    for (const action of drawEpisode(random, size)) {
      steps.push(drawStep(random, size, action));
      if (random.chance(0.25)) steps.push(drawStep(random, size, drawAction(random, size)));
    }
  return { seed, shoppers, stocks, steps };
}

/** These never ask the provider: nothing can go wrong on the way to it. */
const AT_HOME = new Set<Action['do']>([
  'put',
  'stock',
  'price',
  'provider',
  'advance',
  'requote',
  'pay-in-dialog',
  'at-paypal',
  'capture-later',
  'lapse',
  'refund-at-provider',
  'refund-fails',
]);

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
  if ('order' in action && random.chance(0.7)) return drawAfterOrder(random, action.order);
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

import type { Random } from './random';
import type { Action, Size } from './steps';

const BANK_SAYS = ['paid', 'paid', 'declined', 'paid-wrongly'] as const;

/**
 * Pure chance seldom gets as far as a payment. An episode is one that may succeed, before anything interferes; often something
 * becomes of its order.
 */
export function drawEpisode(random: Random, size: Size): Action[] {
  const shopper = random.below(size.shoppers);
  const request = random.below(3);
  const put: Action = { do: 'put', shopper, variant: random.below(size.variants), quantity: 1 + random.below(2) };
  const pay = random.weighted([
    [4, payInDialog],
    [4, payByCard],
    [3, payByPaypal],
  ]);
  const paid = [put, ...pay(random, { shopper, request })];
  if (random.chance(0.5)) return paid;
  const order = random.below(4);
  return [...paid, ...Array.from({ length: 1 + random.below(2) }, () => drawAfterOrder(random, order))];
}

type Payer = { shopper: number; request: number };

function payInDialog(random: Random, { shopper, request }: Payer): Action[] {
  const dialog: Action[] = [{ do: 'open-dialog', shopper, request }];
  const requote: Action = { do: 'requote', shopper, option: 'express', told: random.chance(0.5) };
  const pay: Action = { do: 'pay-in-dialog', shopper, wrong: random.chance(0.15), stuck: random.chance(0.1) };
  if (random.chance(0.15)) dialog.push({ do: 'cancel-dialog', shopper, request });
  // On its way since before she paid, a question for another total may arrive after it.
  dialog.push(...random.pick<Action[]>([[pay], [requote, pay], [pay, requote], [pay, requote], [requote]]));
  const settle: Action = { do: 'settle-dialog', shopper, request };
  const cancel: Action = { do: 'cancel-dialog', shopper, request };
  return [...dialog, ...random.pick<Action[]>([[settle], [settle], [cancel], [drawEvent(random)], sweep(random)])];
}

function payByCard(random: Random, { shopper, request }: Payer): Action[] {
  const token = random.pick(['ok', 'ok', 'decline', '3ds', '3ds', 'pending']);
  const confirm: Action = { do: 'confirm', shopper, request, token, otherBody: false };
  const card: Action[] = [confirm];
  if (token === '3ds' && random.chance(0.6)) card.push({ do: 'authenticate', shopper, passes: random.chance(0.8) });
  if (token === 'pending') card.push({ do: 'decide-pending', shopper, says: random.pick(BANK_SAYS) });
  const last: Action[] = random.pick<Action[]>([
    [{ ...confirm, otherBody: random.chance(0.3) }],
    [{ do: 'look-up', shopper, request }],
    [{ do: 'cancel', shopper, request }],
    [drawEvent(random)],
    sweep(random),
  ]);
  return [...card, ...last];
}

function payByPaypal(random: Random, { shopper, request }: Payer): Action[] {
  const funding = random.pick(['ok', 'ok', 'ok', 'declined', 'pending'] as const);
  const there: Action[] = [{ do: 'pay-by-paypal', shopper, request }];
  if (random.chance(0.85)) there.push({ do: 'at-paypal', shopper, with: funding });
  there.push(
    ...random.pick<Action[]>([
      [{ do: 'return', shopper, gaveUp: random.chance(0.2) }],
      [{ do: 'look-up', shopper, request }],
      [drawEvent(random), { do: 'return', shopper, gaveUp: false }],
      [{ do: 'pay-by-paypal', shopper, request }],
      sweep(random),
    ]),
  );
  if (funding === 'declined' && random.chance(0.5))
    there.push({ do: 'at-paypal', shopper, with: 'ok' }, { do: 'look-up', shopper, request });
  if (funding === 'pending') there.push({ do: 'decide-pending', shopper, says: random.pick(BANK_SAYS) });
  return there;
}

function sweep(random: Random): Action[] {
  return [{ do: 'advance', seconds: random.pick([2, 50, 400, 2000]) }, { do: 'sweep' }];
}

function drawEvent(random: Random): Action {
  return { do: 'event', which: random.below(100) };
}

/** What becomes of an order: sent, taken, called off, refunded in whole or part, disputed, in any order. */
export function drawAfterOrder(random: Random, order: number): Action {
  const form = random.below(3);
  return random.weighted<Action>([
    [4, { do: 'refund', order, form, wish: random.pick(['everything', 'a piece', 'an amount'] as const) }],
    [2, { do: 'call-off', order }],
    [3, { do: 'fulfil', order }],
    [3, { do: 'capture', order, part: random.chance(0.4) }],
    [2, { do: 'dispute', order }],
    [1, { do: 'decide-dispute', which: random.below(5), won: random.chance(0.5) }],
    [1, { do: 'refund-at-provider', order, minor: random.pick([1, 500, 2490]) }],
    [2.5, { do: 'refund-fails', which: random.below(5) }],
    [0.5, { do: 'lapse', order }],
  ]);
}

/** Anything, at any time. */
export function drawAction(random: Random, size: Size): Action {
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
    [4, { do: 'pay-by-paypal', shopper, request }],
    [5, { do: 'at-paypal', shopper, with: random.pick(['ok', 'ok', 'declined', 'pending'] as const) }],
    [4, { do: 'return', shopper, gaveUp: random.chance(0.3) }],
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
    [8, drawEvent(random)],
    [8, drawAfterOrder(random, random.below(4))],
    [1, { do: 'capture-later', isOn: random.chance(0.5) }],
    [0.3, { do: 'unknown-charge' }],
  ]);
}

/** A bug that is put into the source as it runs. `find` stands once in `file`; some test of `suites` must notice it. */
export type Mutant = { name: string; file: string; find: string; replace: string; suites: string[] };

const SIMULATION = 'lib/flows/simulation/simulation.test.ts';
const PAY = 'lib/flows/confirm-checkout.test.ts';
const DIALOG = 'lib/flows/settle-dialog.test.ts';
const REFUND = 'lib/flows/refund-order.test.ts';
const CAPTURE = 'lib/flows/capture-order.test.ts';
const MATRIX = 'lib/flows/matrix/matrix.test.ts';
const ORDER = 'lib/flows/matrix/matrix-order.test.ts';
const SETTLE_FILE = 'lib/flows/settle-payment.ts';
const DRIVE_FILE = 'lib/flows/drive-attempt.ts';
const STOCK_FILE = 'lib/db/stock.ts';

const mutant = (name: string, file: string, [find, replace]: [string, string], ...suites: string[]): Mutant => ({
  name,
  file,
  find,
  replace,
  suites,
});

/** Locks that are dropped, steps that are swapped, keys that are ignored, figures that are believed. */
export const MUTANTS: Mutant[] = [
  mutant(
    'settles without locking the attempt',
    'lib/db/attempts.ts',
    [".for('update')", ''],
    DIALOG,
    ORDER,
    SIMULATION,
  ),
  mutant('believes any amount', SETTLE_FILE, ['charge.amount.amountMinor === attempt.amountMinor &&', ''], PAY, DIALOG),
  mutant(
    'believes any currency',
    SETTLE_FILE,
    ['charge.amount.currency === attempt.currency', 'true'],
    DIALOG,
    SIMULATION,
  ),
  mutant('settles a charge that went back', SETTLE_FILE, ['charge.refundedMinor === 0 &&', ''], DIALOG, SIMULATION),
  mutant(
    'settles for an attempt that is over',
    SETTLE_FILE,
    ["attempt.status !== 'open' || attempt.chargeId", 'attempt.chargeId'],
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'forgets which charge goes back',
    SETTLE_FILE,
    ['await markChargeGoesBack(tx, attempt.id, charge.id);', ''],
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'gives back under a new key each time',
    SETTLE_FILE,
    ["attemptKey(`${attempt.id}:${charge.id}`, 'refund')", "attemptKey(`${attempt.id}:${deps.newId()}`, 'refund')"],
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'takes silence at a refund for a yes',
    SETTLE_FILE,
    ["if (outcome.is === 'unknown') return { is: 'checking' };", ''],
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'gives money back in silence',
    SETTLE_FILE,
    ["await raiseTask(deps, 'money_given_back', charge.id, { chargeId: charge.id, attemptId: attempt.id });", ''],
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'leaves the paid cart open',
    SETTLE_FILE,
    ['closeOrderedCart(tx, { attempt, newCartId: deps.newId(), at }),', ''],
    PAY,
  ),
  mutant(
    'queues no receipt',
    SETTLE_FILE,
    ['queueReceipt(tx, { id: deps.newId(), order: { id: orderId, shopperId: attempt.shopperId }, at }),', ''],
    PAY,
  ),
  mutant(
    'sells nothing of what was held',
    SETTLE_FILE,
    ['sellHeld(tx, attempt.id, held, at),', 'Promise.resolve(),'],
    PAY,
  ),
  mutant(
    'confirms without recording the id',
    DRIVE_FILE,
    ['!(await recordProviderPayment(deps.db, attempt.id, created.value))', 'created.value.length === 0'],
    PAY,
    SIMULATION,
  ),
  mutant(
    'creates under a new key each time',
    DRIVE_FILE,
    [
      "gateway.create(request, attemptKey(attempt.id, 'create'))",
      "gateway.create(request, attemptKey(deps.newId(), 'create'))",
    ],
    MATRIX,
    SIMULATION,
  ),
  mutant(
    'releases the stock before the provider has cancelled',
    DRIVE_FILE,
    [
      "if (state.is === 'cancelled') return endAttempt(deps, attempt.id, end);",
      'return endAttempt(deps, attempt.id, end);',
    ],
    PAY,
    ORDER,
    SIMULATION,
  ),
  mutant(
    'takes the unknown for a cancelled payment',
    DRIVE_FILE,
    [
      "    case 'pending':\n    case 'unknown':\n",
      "    case 'unknown':\n      return endAttempt(deps, attempt.id, { end: 'cancelled' });\n    case 'pending':\n",
    ],
    ORDER,
    SIMULATION,
  ),
  mutant(
    'ends attempts without releasing',
    DRIVE_FILE,
    ['const turned = await releaseHolds(tx, attemptId, deps.now());', 'const turned: string[] = [];'],
    PAY,
    DIALOG,
  ),
  mutant(
    'ends an attempt twice',
    DRIVE_FILE,
    ["if (attempt.status === 'ended') return attempt;", ''],
    PAY,
    DIALOG,
    SIMULATION,
  ),
  mutant(
    'confirms again what is past confirming',
    DRIVE_FILE,
    ["state.is !== 'unconfirmed' || !proof", '!proof'],
    PAY,
    MATRIX,
    SIMULATION,
  ),
  mutant(
    'takes any body for the same request',
    'lib/flows/open-attempt.ts',
    ['attempt.requestHash === requestHash(input)', 'attempt.requestHash.length > 0'],
    PAY,
  ),
  mutant(
    'charges without comparing the total',
    'lib/flows/open-attempt.ts',
    ['input.agreedTotal && !sameMoney(quote.value.total, input.agreedTotal)', 'input.agreedTotal && false'],
    PAY,
  ),
  mutant(
    'opens a second attempt beside the first',
    'lib/flows/open-attempt.ts',
    ["if (other) return fail('attempt_open');", ''],
    PAY,
    SIMULATION,
  ),
  mutant(
    'lets everybody test cards',
    'lib/flows/open-attempt.ts',
    ['declines >= DECLINES_ALLOWED', 'declines < 0'],
    PAY,
  ),
  mutant(
    'holds more than there is',
    STOCK_FILE,
    ['gte(variants.available, line.quantity)', 'gte(variants.available, 0)'],
    PAY,
    SIMULATION,
  ),
  mutant(
    'holds without booking',
    STOCK_FILE,
    ["book(tx, attemptId, line, { from: 'available', to: 'held', why: 'hold' }, at),", ''],
    PAY,
  ),
  mutant(
    'releases without booking',
    STOCK_FILE,
    ["await book(tx, attemptId, line, { from: 'held', to: 'available', why: 'release' }, at);", ''],
    PAY,
    DIALOG,
  ),
  mutant(
    'forgets to take the hold off the list',
    STOCK_FILE,
    [
      'await tx.delete(stockHolds).where(eq(stockHolds.attemptId, attemptId)).returning()',
      'await tx.select().from(stockHolds).where(eq(stockHolds.attemptId, attemptId))',
    ],
    PAY,
  ),
  mutant(
    'sweeps what somebody drives',
    'lib/flows/check-attempts.ts',
    ['if (!attempt) continue;', 'if (!attempt) throw new Error(id);'],
    ORDER,
    PAY,
    SIMULATION,
  ),
  mutant(
    'cancels 3-D Secure before its time',
    'lib/flows/check-attempts.ts',
    ['isHerTurn(state) && overdue', 'isHerTurn(state)'],
    PAY,
    ORDER,
  ),
  mutant(
    "takes a stranger's charge for this dialog's",
    DIALOG.replace('.test', ''),
    ["if (charge.value.reference !== attempt.id) return fail('not_this_charge');", ''],
    DIALOG,
  ),
  mutant(
    'keeps silent about a charge that nobody knows',
    DIALOG.replace('.test', ''),
    [
      "await raiseTask(deps, 'charge_without_order', charge.id, { chargeId: charge.id, ...charge.amount });",
      'continue;',
    ],
    DIALOG,
  ),
  mutant(
    'lets events of another mode work',
    'lib/flows/apply-stripe-event.ts',
    ["if (event.livemode !== deps.livemode) return 'without_effect';", ''],
    DIALOG,
  ),
  mutant(
    'takes silence about an event for its end',
    'lib/flows/apply-stripe-event.ts',
    [
      "if (state.is === 'unknown') throw new Error('the payment could not be looked up');",
      "if (state.is === 'unknown') return 'done';",
    ],
    ORDER,
    MATRIX,
    'lib/flows/apply-dispute.test.ts',
  ),
  mutant(
    'refunds the same form twice',
    'lib/flows/refund-order.ts',
    [
      'if (known) return known.orderId === order.id',
      'if (known && order.version < 0) return known.orderId === order.id',
    ],
    REFUND,
  ),
  mutant(
    'refunds over an older state',
    'lib/flows/refund-order.ts',
    ["if (order.version !== input.seenVersion) return fail('changed_meanwhile');", ''],
    REFUND,
  ),
  mutant(
    'refunds what was never taken',
    'lib/flows/refund-order.ts',
    ["if (order.capturedMinor === 0) return fail('not_paid');", ''],
    CAPTURE,
    REFUND,
  ),
  mutant(
    'sets nothing aside for a refund under way',
    'lib/flows/refund-order.ts',
    ['refundingMinor: order.refundingMinor + plan.amountMinor', 'refundingMinor: order.refundingMinor'],
    REFUND,
  ),
  mutant(
    'takes a silent refund for a made one',
    'lib/flows/refund-order.ts',
    [
      "return 'requested';\n}",
      "return bookRefundState(deps, refund.id, { is: 'succeeded', providerRefundId: 'unknown' });\n}",
    ],
    REFUND,
  ),
  mutant(
    'books a refund again that failed',
    'lib/flows/book-refund.ts',
    ["if (refund.status === 'failed' || refund.status === 'refused') return refund.status;", ''],
    REFUND,
  ),
  mutant(
    'sends goods before the money is taken',
    'lib/flows/fulfil-order.ts',
    ["if (order.status === 'authorised') {", "if (order.id === '') {"],
    CAPTURE,
  ),
  mutant(
    'sends an order twice',
    'lib/flows/fulfil-order.ts',
    ['if (order.version !== version)', 'if (order.version < 0)'],
    REFUND,
    CAPTURE,
  ),
  mutant(
    'takes more than is held',
    'lib/flows/capture-order.ts',
    ['amountMinor > order.totalMinor || amountMinor < 1', 'amountMinor < 1'],
    CAPTURE,
  ),
  mutant(
    'takes held money under a new amount each time',
    'lib/flows/capture-order.ts',
    ['if (order.captureMinor === amountMinor) return succeed(order);', ''],
    CAPTURE,
  ),
  mutant(
    "cancels another shopper's order",
    'lib/flows/cancel-order.ts',
    ['(input.shopperId !== null && order.shopperId !== input.shopperId)', 'false'],
    REFUND,
  ),
  mutant(
    'never repeats a deadlocked transaction',
    'lib/db/transaction.ts',
    ['if (tries >= 3 ||', 'if (tries >= 1 ||'],
    'lib/db/transaction.test.ts',
  ),
  mutant(
    'believes an event without its signature',
    'lib/stripe/webhook.ts',
    [
      "if (!input.secrets.some((secret) => signedWith(secret, input.rawBody, signature))) return fail('bad_signature');",
      '',
    ],
    'lib/stripe/webhook.test.ts',
  ),
  mutant(
    'believes an old event',
    'lib/stripe/webhook.ts',
    ["if (!(ageSeconds <= TOLERANCE_SECONDS)) return fail('bad_signature');", ''],
    'lib/stripe/webhook.test.ts',
  ),
  mutant(
    'sends a message again while its echo may come',
    'lib/flows/deliver-messages.ts',
    ["status: unknown ? 'sending' : 'waiting',", "status: 'waiting' as const,"],
    'lib/flows/deliver-messages.test.ts',
  ),
];

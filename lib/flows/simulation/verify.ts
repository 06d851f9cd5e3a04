import { merchantTasks, orders, paymentAttempts, stockHolds } from '@/lib/db/schema/orders';
import { findBrokenInvariants } from '../testing-invariants';
import type { World } from './world';

const KNOWN_TASKS = ['money_given_back', 'charge_without_order', 'refund_refused'];

/** What is wrong once things are quiet: the house against the provider, reference reliability §2. Empty is well. */
export async function findWrongs(world: World): Promise<string[]> {
  const { deps, gateway } = world;
  const wrongs = [...world.problems, ...gateway.complaints, ...(await findBrokenInvariants(deps.db))];
  const attempts = await deps.db.select().from(paymentAttempts);
  const holds = await deps.db.select().from(stockHolds);
  const tasks = await deps.db.select().from(merchantTasks);

  for (const attempt of attempts)
    if (attempt.status === 'open') wrongs.push(`I13 the attempt of ${attempt.dialogRequestId} stays open`);
  if (holds.length > 0) wrongs.push('I5 stock stays held');
  for (const task of tasks) if (!KNOWN_TASKS.includes(task.kind)) wrongs.push(`a task of no known kind: ${task.kind}`);

  const placed = await deps.db.select().from(orders);
  wrongs.push(...compareMoney(world, placed, new Set(tasks.map((task) => task.key))));
  wrongs.push(...findLivePayments(world, attempts));
  return wrongs;
}

function compareMoney(
  { gateway, misfits }: World,
  placed: (typeof orders.$inferSelect)[],
  tasks: Set<string>,
): string[] {
  const wrongs: string[] = [];
  const byCharge = new Map(placed.map((order) => [order.chargeId, order]));
  const chargedFor = new Set<string>();
  for (const charge of gateway.provider.charges) {
    const order = byCharge.get(charge.id);
    byCharge.delete(charge.id);
    if (charge.refundedMinor > 0) {
      if (order) wrongs.push(`I2 ${charge.id} was given back and ordered`);
      if (charge.refundedMinor !== charge.amount.amountMinor) wrongs.push(`I6 ${charge.id} was given back in part`);
      if (!tasks.has(`money_given_back:${charge.id}`)) wrongs.push(`${charge.id} was given back in silence`);
      if (charge.paymentId && !misfits.has(charge.id)) wrongs.push(`${charge.id} was given back without need`);
      continue;
    }
    if (!charge.reference) {
      if (!tasks.has(`charge_without_order:${charge.id}`)) wrongs.push(`${charge.id} is nobody's, and nobody is told`);
      continue;
    }
    if (!order && gateway.stuck.has(charge.id)) {
      if (!tasks.has(`refund_refused:${charge.id}`)) wrongs.push(`${charge.id} cannot go back, and nobody is told`);
      continue;
    }
    if (chargedFor.has(charge.reference)) wrongs.push(`I1 ${charge.reference} was charged twice`);
    chargedFor.add(charge.reference);
    if (!order) wrongs.push(`I2 ${charge.id} has no order`);
    else if (order.totalMinor !== charge.amount.amountMinor || order.currency !== charge.amount.currency)
      wrongs.push(`I2 ${charge.id} and its order differ`);
    else if (order.attemptId !== charge.reference) wrongs.push(`I2 ${charge.id} pays another attempt's order`);
  }
  for (const order of byCharge.values()) wrongs.push(`I3 order ${order.number} has no charge`);
  return wrongs;
}

/** Released stock cannot be bought: nothing at the provider may still turn into money for an attempt that is over. */
function findLivePayments({ gateway }: World, attempts: (typeof paymentAttempts.$inferSelect)[]): string[] {
  const wrongs: string[] = [];
  for (const attempt of attempts) {
    if (attempt.status === 'open' || !attempt.providerPaymentId) continue;
    const { is } = gateway.stateOf(attempt.providerPaymentId);
    if (is !== 'cancelled' && is !== 'succeeded')
      wrongs.push(`an attempt ended (${attempt.end}) while its payment is ${is}`);
  }
  return wrongs;
}

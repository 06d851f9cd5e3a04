import { z } from 'zod';
import type { Double } from './double';
import type { Order } from './objects';
import { checkAmounts, createShape, touch } from './orders';
import { PaypalProblem, unprocessable } from './problems';

export const patchShape = z
  .array(z.strictObject({ op: z.enum(['add', 'replace', 'remove']), path: z.string(), value: z.unknown().optional() }))
  .min(1);

const UNIT_PATH = /^\/purchase_units\/@reference_id=='([^']+)'\/(amount|custom_id|invoice_id|description)$/;
const unitShape = createShape.shape.purchase_units.element;

/** Changes an order that nobody has captured: the amount, our ids and the description of a unit, or the intent. */
export function patchOrder(double: Double, order: Order, changes: z.output<typeof patchShape>): void {
  if (order.status !== 'CREATED' && order.status !== 'APPROVED') throw unprocessable('NOT_PATCHABLE');
  for (const change of changes) {
    if (change.path === '/intent') {
      order.intent = read(createShape.shape.intent, change.value, change.path);
      continue;
    }
    const [, reference, name] = UNIT_PATH.exec(change.path) ?? [];
    const unit = order.purchase_units.find(({ reference_id }) => reference_id === reference);
    if (!unit || !name) throw new PaypalProblem(400, 'INVALID_REQUEST', 'FIELD_NOT_PATCHABLE', { field: change.path });
    const isText = name === 'custom_id' || name === 'invoice_id' || name === 'description';
    if (isText) {
      if (change.op === 'remove') delete unit[name];
      else unit[name] = read(z.string().min(1).max(127), change.value, change.path);
      continue;
    }
    if (change.op === 'remove') throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_PATCH_OPERATION');
    const amount = read(unitShape.shape.amount, change.value, change.path);
    const { items } = unit;
    checkAmounts({ reference_id: unit.reference_id, amount, ...(items ? { items } : {}) });
    unit.amount = amount;
  }
  touch(double, order);
}

function read<T>(shape: z.ZodType<T>, value: unknown, field: string): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PaypalProblem(400, 'INVALID_REQUEST', 'INVALID_PARAMETER_VALUE', { field });
}

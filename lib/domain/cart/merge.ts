import { MAX_QUANTITY } from './cart';

/**
 * The quantity of a line when a guest's cart joins hers: both together, up to what is in stock and a cart may hold,
 * and never less than she had herself.
 */
export function mergedQuantity(line: { present: number; added: number; available: number }): number {
  return Math.max(line.present, Math.min(line.present + line.added, line.available, MAX_QUANTITY));
}

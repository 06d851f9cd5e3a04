import { deleteOrderView, type OrderView, saveOrderView } from '@/lib/db/order-views';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Gives a narrowing of the order list a name that everybody at the desk sees; the same name again takes the new one. */
export async function keepOrderView({ db, now }: Deps, view: OrderView): Promise<Result<null, never>> {
  await saveOrderView(db, { ...view, at: now() });
  return succeed(null);
}

export async function removeOrderView({ db }: Deps, id: string): Promise<Result<null, never>> {
  await deleteOrderView(db, id);
  return succeed(null);
}

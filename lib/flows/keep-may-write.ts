import { setMayWrite } from '@/lib/db/shopper-contact';
import type { ShopperId } from '@/lib/domain/ids';
import type { Deps } from './deps';

/** Keeps her answer, once: the first stands. After a refusal everything comes by mail until she writes herself. */
export function keepMayWrite(
  deps: Pick<Deps, 'db'>,
  { shopperId, granted }: { shopperId: ShopperId; granted: boolean },
): Promise<void> {
  return setMayWrite(deps.db, shopperId, granted ? 'granted' : 'refused');
}

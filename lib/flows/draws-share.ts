import { getNativePayments } from '@/lib/db/settings';
import type { Deps } from './deps';

/**
 * Whether Messenger draws share buttons and codes of its own here: where the Graph version is that old, or where
 * `messenger:setup` found the Buy button, since both came in September 2016 and went by 2019. What is refused all the same
 * goes out again without them.
 */
export async function drawsShare({ db, page }: Pick<Deps, 'db' | 'page'>): Promise<boolean> {
  return page.drawsShare || (await getNativePayments(db)).buyButton;
}

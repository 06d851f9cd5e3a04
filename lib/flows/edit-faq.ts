import { deleteFaq, insertFaq } from '@/lib/db/faq';
import type { FaqEntry } from '@/lib/domain/messaging/faq';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Keeps an answer of the merchant's; the bot gives it from the next message on. The same form posted twice makes one. */
export async function keepFaq(deps: Pick<Deps, 'db' | 'now'>, entry: FaqEntry): Promise<Result<null, never>> {
  await insertFaq(deps.db, { ...entry, at: deps.now() });
  return succeed(null);
}

/** Takes an answer away; one that is gone already is as good. */
export async function removeFaq(deps: Pick<Deps, 'db'>, { id }: { id: string }): Promise<Result<null, never>> {
  await deleteFaq(deps.db, id);
  return succeed(null);
}

import { declarationPlace, getWithdrawal } from '@/lib/db/withdrawals';
import { type Declaration, declarationSchema } from '@/lib/domain/withdrawals/declaration';
import type { Deps } from './deps';

const SHOWN_MS = 60 * 60_000;
const ID = /^[\w-]{16,64}$/;

export type ReceivedWithdrawal = { declaration: Declaration; declaredAt: Date } | 'over';

/** What was declared under an id that nobody guesses, for the hour after; later, or of another id, it is "over". */
export async function readWithdrawal(
  { db, sealer, now }: Pick<Deps, 'db' | 'sealer' | 'now'>,
  id: string,
): Promise<ReceivedWithdrawal> {
  const withdrawal = ID.test(id) ? await getWithdrawal(db, id) : null;
  if (!withdrawal || now().getTime() - withdrawal.declaredAt.getTime() > SHOWN_MS) return 'over';
  const opened = sealer.open(declarationPlace(id), withdrawal.sealedDeclaration);
  return { declaration: declarationSchema.parse(JSON.parse(opened)), declaredAt: withdrawal.declaredAt };
}

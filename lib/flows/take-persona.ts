import { deletePersona, getPersona, savePersona } from '@/lib/db/personas';
import type { PersonaProblem } from '@/lib/domain/ports';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Lets somebody of the shop speak under a name of her own in threads, with the shop's picture; no name lets the Page speak again. The
 * same name twice is told to Meta once. What she said before keeps the name it was said under. Problems: those of `makePersona`.
 */
export async function takePersona(
  deps: Pick<Deps, 'db' | 'messenger' | 'shopUrl' | 'now' | 'log'>,
  { merchantId, name }: { merchantId: string; name: string },
): Promise<Result<null, PersonaProblem>> {
  if (name === '') {
    await deletePersona(deps.db, merchantId);
    return succeed(null);
  }
  if ((await getPersona(deps.db, merchantId))?.name === name) return succeed(null);
  const made = await deps.messenger.makePersona(name, `${deps.shopUrl}/icons/icon-512.png`);
  if (!made.ok) return made;
  await savePersona(deps.db, { merchantId, name, personaId: made.value, at: deps.now() });
  deps.log('persona.taken', { merchant: merchantId });
  return succeed(null);
}

import { saveSynonyms } from '@/lib/db/settings';
import type { Synonyms } from '@/lib/domain/messaging/synonyms';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Keeps which words mean the same; the next search, in the shop or in a thread, knows them. Problem: "changed_meanwhile"
 * where somebody else has changed them since they were seen.
 */
export async function editSynonyms(
  deps: Pick<Deps, 'db'>,
  { groups, seenVersion }: { groups: Synonyms[]; seenVersion: number },
): Promise<Result<null, 'changed_meanwhile'>> {
  return (await saveSynonyms(deps.db, groups, seenVersion)) ? succeed(null) : fail('changed_meanwhile');
}

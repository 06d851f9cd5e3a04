import { writeAudit } from '@/lib/db/audit';
import { getSynonyms, saveSynonyms } from '@/lib/db/settings';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import type { Synonyms } from '@/lib/domain/messaging/synonyms';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Keeps which words mean the same; the next search, in the shop or in a thread, knows them. Problem: "changed_meanwhile"
 * where somebody else has changed them since they were seen.
 */
export async function editSynonyms(
  deps: Pick<Deps, 'db' | 'now'>,
  { groups, seenVersion, merchantId }: { groups: Synonyms[]; seenVersion: number; merchantId: string },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = { groups: await getSynonyms(tx) };
    if (!(await saveSynonyms(tx, groups, seenVersion))) return fail('changed_meanwhile');
    const changed = differences(before, { groups });
    const entry = { merchantId, what: 'synonyms.changed', about: 'settings:search_synonyms' } as const;
    await writeAudit(tx, { ...entry, ...changed, at: deps.now() });
    return succeed(null);
  });
}

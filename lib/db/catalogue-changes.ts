import { sql } from 'drizzle-orm';
import type { Database } from './client';

export const CATALOGUE_CHANNEL = 'catalogue_changed';

/**
 * Raises `catalogue_version` and tells every front door which pages are stale, as part of the caller's transaction:
 * the word goes out with the commit, never before, and not at all after a rollback.
 */
export async function announceCatalogueChange(tx: Database, slugs: string[]): Promise<void> {
  await tx.execute(sql`
    insert into settings (key, value) values ('catalogue_version', '1'::jsonb)
    on conflict (key) do update set value = to_jsonb((settings.value #>> '{}')::bigint + 1)`);
  // A notification holds at most 8,000 bytes; a long list simply means "everything".
  const payload = JSON.stringify({ slugs: slugs.length > 100 ? [] : slugs });
  await tx.execute(sql`select pg_notify(${CATALOGUE_CHANNEL}, ${payload})`);
}

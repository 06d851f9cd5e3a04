import type { Pool } from 'pg';

/** Names those of `fsync`, `synchronous_commit` and `full_page_writes` that are off: an acknowledged row may be lost then. */
export async function findUnsafeSettings(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from pg_settings
     where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off' order by name`,
  );
  return rows.map((row) => row.name);
}

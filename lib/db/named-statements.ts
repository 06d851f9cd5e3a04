import type { PoolClient } from 'pg';

/** Enough for every statement the shop has; one whose text grows with its data (`in (…)`) cannot fill the server. */
const MOST_NAMES = 500;

const names = new Map<string, string>();

/**
 * Gives every statement of this connection a name by its text, so that the server parses and plans it once a connection
 * instead of each time. Needs a pooler that passes named statements on (pgbouncer from 1.21), where there is one.
 */
export function nameStatements(client: PoolClient): void {
  const send = client.query;
  Reflect.set(client, 'query', (statement: unknown, ...more: unknown[]) =>
    Reflect.apply(send, client, [hasValues(more[0]) ? withName(statement) : statement, ...more]),
  );
}

// Without values it may be several statements in one text, which no name can stand for.
function hasValues(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}

function withName(statement: unknown): unknown {
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) return statement;
  if (typeof statement.text !== 'string' || ('name' in statement && statement.name)) return statement;
  const name = nameOf(statement.text);
  return name ? { ...statement, name } : statement;
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known ?? null;
  const name = `kiosk_${names.size}`;
  names.set(text, name);
  return name;
}

import type { Pool } from 'pg';
import { findUnsafeSettings } from '@/lib/db/durability';
import type { ShopSettings } from '@/lib/domain/shop';
import { isMailServerReady } from '@/lib/mail/mail-sender';
import type { Env } from '../env';
import { answers, broken, type Finding, fine, isLive, note, PATIENCE_MS } from './finding';

export function lookAtRuntime(env: Env): Finding[] {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 22) return [fine('machine', (words) => words.node(process.versions.node))];
  return [(isLive(env) ? broken : note)('machine', (words) => words.oldNode(process.versions.node))];
}

export function lookAtAddresses(env: Env): Finding[] {
  const { PUBLIC_URL, WEBVIEW_HOST_ORIGINS } = env;
  const { protocol, hostname } = new URL(PUBLIC_URL);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    protocol === 'https:' || isLocal
      ? fine('domain', (words) => words.address(PUBLIC_URL))
      : broken('domain', (words) => words.notHttps(PUBLIC_URL)),
    isLocal && isLive(env)
      ? broken('domain', (words) => words.liveAndLocal)
      : fine('domain', (words) => words.framed(WEBVIEW_HOST_ORIGINS.join(', '))),
  ];
}

/** `pool` null: it could not be opened. */
export async function lookAtDatabase(env: Env, pool: Pool | null): Promise<Finding[]> {
  const off = pool && (await findUnsafeSettings(pool).catch(() => null));
  if (!off)
    return [
      broken('machine', (words) =>
        words.databaseDown(env.DATABASE_URL ? words.isItRunning : words.isItYours(env.DATA_DIR)),
      ),
    ];
  const found = fine('machine', (words) =>
    words.database(env.DATABASE_URL ? 'DATABASE_URL' : words.embedded(env.DATA_DIR)),
  );
  if (off.length === 0) return [found];
  return [found, (isLive(env) ? broken : note)('machine', (words) => words.unsafe(off.join(', ')))];
}

export async function lookAtMail(env: Env): Promise<Finding> {
  if (!env.mail) return (isLive(env) ? broken : note)('mail', (words) => words.noMail);
  return (await isMailServerReady({ ...env.mail, timeoutMs: PATIENCE_MS }))
    ? fine('mail', (words) => words.mail)
    : broken('mail', (words) => words.mailShut);
}

/** Meta asks for the address of a privacy page, and native payments of 2016 do not open without one (24002). */
export function lookAtPrivacy({ PUBLIC_URL }: Env, { legal }: Pick<ShopSettings, 'legal'>): Finding {
  const place = `${PUBLIC_URL}/shop/legal/privacy`;
  if (Object.values(legal.privacy).some((text) => text.trim() !== ''))
    return fine('legal', (words) => words.privacy(place));
  return broken('legal', (words) => words.noPrivacy(place));
}

export async function lookAtSdk({ EXTENSIONS_SDK_URL }: Env): Promise<Finding> {
  if (await answers(EXTENSIONS_SDK_URL)) return fine('machine', (words) => words.sdk);
  return note('machine', (words) => words.noSdk);
}

export async function lookAtShop({ PUBLIC_URL }: Env): Promise<Finding> {
  if (await answers(`${PUBLIC_URL}/api/health`)) return fine('machine', (words) => words.shop);
  return note('machine', (words) => words.noShop(PUBLIC_URL));
}

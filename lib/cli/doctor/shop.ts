import type { Pool } from 'pg';
import { findUnsafeSettings } from '@/lib/db/durability';
import type { ShopSettings } from '@/lib/domain/shop';
import { isMailServerReady } from '@/lib/mail/mail-sender';
import type { Env } from '@/lib/server/env';
import { answers, broken, type Finding, fine, isLive, note, PATIENCE_MS } from './finding';

export function lookAtRuntime(env: Env): Finding[] {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 22) return [fine(`Node ${process.versions.node}`)];
  const what = `Node ${process.versions.node} gets no security fixes any more`;
  return [{ is: isLive(env) ? 'broken' : 'note', what, remedy: 'Use Node 24 where real money is taken.' }];
}

export function lookAtAddresses(env: Env): Finding[] {
  const { PUBLIC_URL, WEBVIEW_HOST_ORIGINS } = env;
  const { protocol, hostname } = new URL(PUBLIC_URL);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    protocol === 'https:' || isLocal
      ? fine(`people reach the shop at ${PUBLIC_URL}`)
      : broken(`${PUBLIC_URL} is not https`, 'Messenger opens https only: set PUBLIC_URL.'),
    isLocal && isLive(env)
      ? broken('live keys, and an address of this machine alone', 'Set PUBLIC_URL.')
      : fine(`may be framed by ${WEBVIEW_HOST_ORIGINS.join(', ') || 'nobody'}`),
  ];
}

/** `pool` null: it could not be opened. */
export async function lookAtDatabase(env: Env, pool: Pool | null): Promise<Finding[]> {
  const off = pool && (await findUnsafeSettings(pool).catch(() => null));
  if (!off) {
    const remedy = env.DATABASE_URL
      ? 'Is it running, and is DATABASE_URL right?'
      : `Is ${env.DATA_DIR} yours to write?`;
    return [broken('the database does not answer', remedy)];
  }
  const where = env.DATABASE_URL ? 'DATABASE_URL' : `the embedded one in ${env.DATA_DIR}`;
  const found = fine(`the database answers (${where}) and has its newest form`);
  if (off.length === 0) return [found];
  const remedy = 'Switch them on: an acknowledged payment must outlive a power cut.';
  return [found, { is: isLive(env) ? 'broken' : 'note', what: `the database runs without ${off.join(', ')}`, remedy }];
}

export async function lookAtMail(env: Env): Promise<Finding> {
  if (!env.mail) {
    const remedy = 'Set SMTP_URL and MAIL_FROM: the law wants a confirmation of each contract; they wait until then.';
    return { is: isLive(env) ? 'broken' : 'note', what: 'no mail server is named: confirmations are not sent', remedy };
  }
  return (await isMailServerReady({ ...env.mail, timeoutMs: PATIENCE_MS }))
    ? fine('the mail server answers')
    : broken('the mail server does not let us in', 'Check SMTP_URL: host, user, password.');
}

/** Meta asks for the address of a privacy page, and native payments of 2016 do not open without one (24002). */
export function lookAtPrivacy({ PUBLIC_URL }: Env, { legal }: Pick<ShopSettings, 'legal'>): Finding {
  const place = `${PUBLIC_URL}/shop/legal/privacy`;
  if (Object.values(legal.privacy).some((text) => text.trim() !== ''))
    return fine(`the privacy notice stands at ${place}`);
  return broken('there is no privacy notice', `Write one in the settings, and give Meta its address: ${place}`);
}

export async function lookAtSdk({ EXTENSIONS_SDK_URL }: Env): Promise<Finding> {
  if (await answers(EXTENSIONS_SDK_URL)) return fine('the Messenger Extensions SDK can be fetched');
  const remedy = 'Browsers need it, this machine does not: check EXTENSIONS_SDK_URL.';
  return note('the Messenger Extensions SDK cannot be fetched from here', remedy);
}

export async function lookAtShop({ PUBLIC_URL }: Env): Promise<Finding> {
  if (await answers(`${PUBLIC_URL}/api/health`)) return fine('the shop answers at its address');
  return note(`nothing answers at ${PUBLIC_URL}`, 'Start the shop: npm run build, npm start.');
}

import { z } from 'zod';
import { findUnsafeSettings } from '@/lib/db/durability';
import { isMailServerReady } from '@/lib/mail/mail-sender';
import { callGraph } from '@/lib/messenger/graph-api';
import { isPaypalReady } from '@/lib/paypal/client';
import { type Env, readEnv } from '@/lib/server/env';
import { closeHouse, getDeps, getPool } from '@/lib/server/wiring';
import { exitWithoutConfiguration } from './configuration';

// Looks at the configuration and the live connections: a line each, with the remedy. Changes nothing but migrations.
type Finding = { is: 'fine' | 'broken' | 'note'; what: string; remedy?: string };

const PATIENCE_MS = 5_000;
const SIGNS: Record<Finding['is'], string> = { fine: 'ok    ', broken: 'BROKEN', note: 'note  ' };

const env = exitWithoutConfiguration(readEnv);
const isLive = /^(?:sk|rk)_live_/.test(env.STRIPE_SECRET_KEY);
const findings = [
  { is: 'fine', what: 'the configuration is complete' } satisfies Finding,
  ...lookAtRuntime(),
  ...lookAtAddresses(env),
  ...(await lookAtDatabase()),
  await lookAtPage(env),
  await lookAtStripe(),
  await lookAtPaypal(env),
  await lookAtMail(env),
  await lookAtSdk(env),
  await lookAtShop(env),
];
for (const { is, what, remedy } of findings) {
  process.stdout.write(`${SIGNS[is]}  ${what}${remedy ? `\n        → ${remedy}` : ''}\n`);
}
process.exitCode = findings.some(({ is }) => is === 'broken') ? 1 : 0;
await closeHouse().catch(() => undefined); // what did not open needs no closing

function lookAtRuntime(): Finding[] {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 22) return [{ is: 'fine', what: `Node ${process.versions.node}` }];
  const what = `Node ${process.versions.node} gets no security fixes any more`;
  return [{ is: isLive ? 'broken' : 'note', what, remedy: 'Use Node 24 where real money is taken.' }];
}

function lookAtAddresses({ PUBLIC_URL, WEBVIEW_HOST_ORIGINS }: Env): Finding[] {
  const { protocol, hostname } = new URL(PUBLIC_URL);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const isSafe = protocol === 'https:' || isLocal;
  return [
    isSafe
      ? { is: 'fine', what: `people reach the shop at ${PUBLIC_URL}` }
      : { is: 'broken', what: `${PUBLIC_URL} is not https`, remedy: 'Messenger opens https only: set PUBLIC_URL.' },
    isLocal && isLive
      ? { is: 'broken', what: 'live keys, and an address of this machine alone', remedy: 'Set PUBLIC_URL.' }
      : { is: 'fine', what: `may be framed by ${WEBVIEW_HOST_ORIGINS.join(', ') || 'nobody'}` },
  ];
}

async function lookAtDatabase(): Promise<Finding[]> {
  try {
    const off = (await findUnsafeSettings(await getPool())).join(', ');
    const where = env.DATABASE_URL ? 'DATABASE_URL' : `the embedded one in ${env.DATA_DIR}`;
    const found: Finding = { is: 'fine', what: `the database answers (${where}) and has its newest form` };
    if (!off) return [found];
    const remedy = 'Switch them on: an acknowledged payment must outlive a power cut.';
    return [found, { is: isLive ? 'broken' : 'note', what: `the database runs without ${off}`, remedy }];
  } catch {
    const remedy = env.DATABASE_URL
      ? 'Is it running, and is DATABASE_URL right?'
      : `Is ${env.DATA_DIR} yours to write?`;
    return [{ is: 'broken', what: 'the database does not answer', remedy }];
  }
}

async function lookAtPage(settings: Env): Promise<Finding> {
  const answer = await callGraph(
    {
      origin: settings.GRAPH_API_ORIGIN,
      version: settings.GRAPH_API_VERSION,
      pageAccessToken: settings.FACEBOOK_PAGE_ACCESS_TOKEN,
      appSecret: settings.FACEBOOK_APP_SECRET[0],
      timeoutMs: PATIENCE_MS,
    },
    { method: 'GET', path: 'me', query: { fields: 'id,name' } },
  );
  if (answer.is === 'error') {
    const remedy = 'Make a new token for the Page and set FACEBOOK_PAGE_ACCESS_TOKEN; check FACEBOOK_APP_SECRET.';
    return { is: 'broken', what: `Messenger refuses the Page’s token (code ${answer.code})`, remedy };
  }
  if (answer.is !== 'ok') {
    return { is: 'broken', what: 'Messenger does not answer', remedy: `Is ${settings.GRAPH_API_ORIGIN} within reach?` };
  }
  const page = z.object({ id: z.string() }).safeParse(answer.json);
  if (page.success && page.data.id === settings.FACEBOOK_PAGE_ID)
    return { is: 'fine', what: 'Messenger knows the Page' };
  return {
    is: 'broken',
    what: 'the token belongs to another Page',
    remedy: 'Set FACEBOOK_PAGE_ID to the token’s Page.',
  };
}

async function lookAtStripe(): Promise<Finding> {
  const remedy = 'Check STRIPE_SECRET_KEY, and whether STRIPE_API_ORIGIN is within reach.';
  const broken: Finding = { is: 'broken', what: 'Stripe does not answer', remedy };
  try {
    const { payments } = await getDeps();
    const listed = await payments.stripe.listCharges(new Date());
    return listed.ok ? { is: 'fine', what: `Stripe answers (${isLive ? 'live' : 'test'} mode)` } : broken;
  } catch {
    return broken;
  }
}

async function lookAtPaypal({ paypal }: Env): Promise<Finding> {
  if (!paypal)
    return { is: 'note', what: 'PayPal is not offered', remedy: 'Set PAYPAL_CLIENT_ID, _SECRET and _WEBHOOK_ID.' };
  const remedy = 'Check PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, and whether PAYPAL_API_ORIGIN is within reach.';
  if (!(await isPaypalReady(paypal))) return { is: 'broken', what: 'PayPal does not let us in', remedy };
  const isSandbox = paypal.apiOrigin !== 'https://api-m.paypal.com';
  if (isSandbox === isLive)
    return {
      is: 'broken',
      what: 'PayPal and Stripe are in different modes',
      remedy: 'Set both live, or both to tests.',
    };
  return { is: 'fine', what: `PayPal answers (${isSandbox ? 'test' : 'live'} mode)` };
}

async function lookAtMail({ mail }: Env): Promise<Finding> {
  if (!mail) {
    const remedy = 'Set SMTP_URL and MAIL_FROM: the law wants a confirmation of each contract; they wait until then.';
    return { is: isLive ? 'broken' : 'note', what: 'no mail server is named: confirmations are not sent', remedy };
  }
  if (await isMailServerReady({ ...mail, timeoutMs: PATIENCE_MS }))
    return { is: 'fine', what: 'the mail server answers' };
  return { is: 'broken', what: 'the mail server does not let us in', remedy: 'Check SMTP_URL: host, user, password.' };
}

async function lookAtSdk({ EXTENSIONS_SDK_URL }: Env): Promise<Finding> {
  if (await answers(EXTENSIONS_SDK_URL)) return { is: 'fine', what: 'the Messenger Extensions SDK can be fetched' };
  const remedy = 'Browsers need it, this machine does not: check EXTENSIONS_SDK_URL.';
  return { is: 'note', what: 'the Messenger Extensions SDK cannot be fetched from here', remedy };
}

async function lookAtShop({ PUBLIC_URL }: Env): Promise<Finding> {
  if (await answers(`${PUBLIC_URL}/api/health`)) return { is: 'fine', what: 'the shop answers at its address' };
  return { is: 'note', what: `nothing answers at ${PUBLIC_URL}`, remedy: 'Start the shop: npm run build, npm start.' };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return answer?.ok === true;
}

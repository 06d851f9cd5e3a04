import { saveTemplateStates } from '@/lib/db/message-templates';
import { getShopSettings, saveNativePayments } from '@/lib/db/settings';
import { type Result, succeed } from '@/lib/domain/result';
import { setUpNativePayments } from '@/lib/messenger/native-profile';
import { publicKeyOf } from '@/lib/messenger/payment-key';
import { type SetupOptions, type SetupProblem, setUpMessenger } from '@/lib/messenger/profile';
import { setUpTemplates } from '@/lib/messenger/utility-profile';
import { closeHouse, getDeps, getEnv } from '@/lib/server/wiring';

const REMEDIES: Record<string, string> = {
  '190': 'The page access token is not valid (FACEBOOK_PAGE_ACCESS_TOKEN).',
  '200': 'The token lacks a permission: pages_messaging and pages_manage_metadata are needed.',
  '100': 'Meta did not accept a value: PUBLIC_URL must be an https address with a host name.',
  '613': 'Too many calls: Meta allows ten in ten minutes. Please wait and start again.',
};

const NO_TEMPLATES =
  'Messenger: this Page has no utility templates (permission page_utility_messaging); order news beyond 24 hours go by e-mail';

/** The profile of today, then what is left of 2016: whether there is a Buy button, the shop remembers. */
async function setUpBoth(options: SetupOptions): Promise<Result<string[], SetupProblem>> {
  const basic = await setUpMessenger(options);
  if (!basic.ok) return basic;
  const { MESSENGER_PAYMENT_PRIVATE_KEY: privateKey, MESSENGER_PAYMENT_TESTERS: testers } = env;
  const publicKey = privateKey ? await publicKeyOf(privateKey) : null;
  const payments = await setUpNativePayments(options, { publicKey, testers });
  if (!payments.ok) return payments;
  await saveNativePayments(deps.db, payments.value.native);
  // What Meta tells of a fresh template may arrive while the others are still being made: the newer word counts.
  const askedAt = deps.now();
  const templates = await setUpTemplates(options);
  if (!templates.ok) return templates;
  const { states, changed } = templates.value;
  await saveTemplateStates(deps.db, states ?? [], askedAt);
  if (!states) process.stdout.write(`${NO_TEMPLATES}\n`);
  return succeed([...basic.value, ...payments.value.changed, ...changed]);
}

const env = getEnv();
const deps = await getDeps();
try {
  const { name: shopName } = await getShopSettings(deps.db);
  const options = {
    origin: env.GRAPH_API_ORIGIN,
    version: env.GRAPH_API_VERSION,
    pageAccessToken: env.FACEBOOK_PAGE_ACCESS_TOKEN,
    appSecret: env.FACEBOOK_APP_SECRET[0],
    pageId: env.FACEBOOK_PAGE_ID,
    appId: env.FACEBOOK_APP_ID,
    publicUrl: env.PUBLIC_URL,
    shopName,
  };
  const done = await setUpBoth(options);
  if (done.ok) {
    process.stdout.write(
      done.value.length > 0 ? `Messenger: changed ${done.value.join(', ')}\n` : 'Messenger: nothing to change\n',
    );
  } else {
    const code = String(done.detail?.code ?? '');
    const remedy = REMEDIES[code] ?? `Is ${env.GRAPH_API_ORIGIN} within reach?`;
    process.stderr.write(
      `Messenger could not be set up (${[done.problem, code].filter(Boolean).join(' ')}). ${remedy}\n`,
    );
    process.exitCode = 1;
  }
} finally {
  await closeHouse();
}

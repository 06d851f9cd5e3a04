import { saveTemplateStates } from '@/lib/db/message-templates';
import { getShopSettings, saveNativePayments } from '@/lib/db/settings';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from '@/lib/flows/deps';
import { setUpNativePayments } from '@/lib/messenger/native-profile';
import { publicKeyOf } from '@/lib/messenger/payment-key';
import { type SetupOptions, type SetupProblem, setUpMessenger } from '@/lib/messenger/profile';
import { setUpTemplates } from '@/lib/messenger/utility-profile';
import type { Env } from './env';

/** What a call about the Page's set-up needs of the configuration. */
export function setupOptionsOf(env: Env, shopName: string): SetupOptions {
  return {
    origin: env.GRAPH_API_ORIGIN,
    version: env.GRAPH_API_VERSION,
    pageAccessToken: env.FACEBOOK_PAGE_ACCESS_TOKEN,
    appSecret: env.FACEBOOK_APP_SECRET[0],
    pageId: env.FACEBOOK_PAGE_ID,
    appId: env.FACEBOOK_APP_ID,
    publicUrl: env.PUBLIC_URL,
    shopName,
  };
}

/**
 * Brings the Page to what the shop needs: the profile of today, then what is left of 2016 (whether there is a Buy button, the
 * shop remembers), then the templates. Names what it changed, so nothing the second time; `hasTemplates` false where this Page
 * may not have any. Problems: those of `setUpMessenger`.
 */
export async function setUpPage(
  env: Env,
  deps: Pick<Deps, 'db' | 'now'>,
): Promise<Result<{ changed: string[]; hasTemplates: boolean }, SetupProblem>> {
  const options = setupOptionsOf(env, (await getShopSettings(deps.db)).name);
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
  return succeed({
    changed: [...basic.value, ...payments.value.changed, ...changed],
    hasTemplates: states !== null,
  });
}

import { setUpPage } from '@/lib/server/set-up-page';
import { closeHouse, getDeps, getEnv } from '@/lib/server/wiring';

const REMEDIES: Record<string, string> = {
  '190': 'The page access token is not valid (FACEBOOK_PAGE_ACCESS_TOKEN).',
  '200': 'The token lacks a permission: pages_messaging and pages_manage_metadata are needed.',
  '100': 'Meta did not accept a value: PUBLIC_URL must be an https address with a host name.',
  '613': 'Too many calls: Meta allows ten in ten minutes. Please wait and start again.',
};

const NO_TEMPLATES =
  'Messenger: this Page has no utility templates (permission page_utility_messaging); order news beyond 24 hours go by e-mail';

const env = getEnv();
const deps = await getDeps();
try {
  const done = await setUpPage(env, deps);
  if (done.ok) {
    const { changed, hasTemplates } = done.value;
    if (!hasTemplates) process.stdout.write(`${NO_TEMPLATES}\n`);
    process.stdout.write(
      changed.length > 0 ? `Messenger: changed ${changed.join(', ')}\n` : 'Messenger: nothing to change\n',
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

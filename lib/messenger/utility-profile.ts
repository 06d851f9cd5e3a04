import { z } from 'zod';
import { LANGUAGES } from '@/lib/domain/market';
import { metaLanguage, UTILITY_BODIES, UTILITY_NAMES } from '@/lib/domain/messaging/utility';
import { type Result, succeed } from '@/lib/domain/result';
import { ask, type SetupOptions, type SetupProblem, subscribe, tell } from './profile';

/** Tells when Meta approves, rejects or pauses a template. */
export const TEMPLATE_FIELDS = ['message_template_status_update'] as const;

export type TemplateState = { name: string; language: string; status: string };

const stateSchema = z.object({ name: z.string(), language: z.string(), status: z.string() });
const listSchema = z.object({
  data: z.array(stateSchema),
  paging: z.object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() }).optional(),
});
const madeSchema = z.object({ status: z.string().default('PENDING') });

// Unknown there (a Page of 2016), or without the permission `page_utility_messaging`.
const NOT_FOR_THIS_PAGE: readonly unknown[] = [10, 100, 200, 2500];
const MOST_PAGES = 20;

/**
 * Subscribes to what Meta says of utility templates, makes those that the Page does not have yet, and answers the state
 * of each; a second run changes nothing. `states` is null for a Page that has no such templates: then order messages
 * beyond the 24 hours go by e-mail. Problems: those of `setUpMessenger`.
 * Source: Messenger Platform docs, Utility Messages; Graph API, Page Message Templates.
 */
export async function setUpTemplates(
  options: SetupOptions,
): Promise<Result<{ changed: string[]; states: TemplateState[] | null }, SetupProblem>> {
  const listed = await listTemplates(options);
  if (!listed.ok)
    return NOT_FOR_THIS_PAGE.includes(listed.detail?.code) ? succeed({ changed: [], states: null }) : listed;
  // First of all: what Meta decides about a template it tells once.
  const subscribed = await subscribe(options, TEMPLATE_FIELDS);
  if (!subscribed.ok) return subscribed;
  const states = [...listed.value];
  const changed = [...subscribed.value];
  for (const name of UTILITY_NAMES)
    for (const language of LANGUAGES) {
      const code = metaLanguage(language);
      if (states.some((state) => state.name === name && state.language === code)) continue;
      const { text, example } = UTILITY_BODIES[name][language];
      const components = [{ type: 'BODY', text, example: { body_text: [example] } }];
      const asked = { name, language: code, category: 'UTILITY', components };
      const set = await tell(options, `${options.pageId}/message_templates`, asked);
      if (!set.ok) return set;
      const made = madeSchema.safeParse(set.value);
      states.push({ name, language: code, status: made.success ? made.data.status : 'PENDING' });
      changed.push(`${name} (${code})`);
    }
  return succeed({ changed, states });
}

async function listTemplates(options: SetupOptions): Promise<Result<TemplateState[], SetupProblem>> {
  const states: TemplateState[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { fields: 'name,language,status', limit: '100', ...(after ? { after } : {}) };
    const read = await ask(options, `${options.pageId}/message_templates`, listSchema, query);
    if (!read.ok) return read;
    states.push(...read.value.data);
    after = read.value.paging?.next ? read.value.paging.cursors?.after : undefined;
    if (!after) break;
  }
  return succeed(states);
}

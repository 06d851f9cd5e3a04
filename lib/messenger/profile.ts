import { z } from 'zod';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { callGraph, type GraphAnswer, type GraphOptions } from './graph-api';
import { type WantedProfile, wantedProfile } from './wanted-profile';

export type SetupOptions = GraphOptions & { pageId: string; appId: string; publicUrl: string; shopName: string };
export type SetupProblem = 'refused' | 'unanswered';

/** What the bot needs to hear, and no more: each event is kept. `message_echoes` confirms what was sent. */
export const SUBSCRIBED_FIELDS = [
  'messages',
  'message_echoes',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
  'feed',
] as const;

const profileSchema = z.object({
  data: z.array(z.looseObject({ whitelisted_domains: z.array(z.string()).optional() })).default([]),
});
const subscriptionsSchema = z.object({
  data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })),
});

/**
 * Brings the Page's profile and its webhook subscription to what the shop needs; names what it changed, so nothing the
 * second time. Other people's domains and fields stay. Meta allows ten profile calls in ten minutes: this makes three.
 * Problems: "refused" with Meta's code in `detail`; "unanswered". What was done before a problem stays done.
 */
export async function setUpMessenger(options: SetupOptions): Promise<Result<string[], SetupProblem>> {
  const wanted = wantedProfile({ name: options.shopName, publicUrl: options.publicUrl });
  const fields = ['whitelisted_domains', ...Object.keys(wanted)].join(',');
  const read = await ask(options, 'me/messenger_profile', profileSchema, { fields });
  if (!read.ok) return read;
  const [current = {}] = read.value.data;
  const changed: string[] = [];

  // The menu links to the shop's domain, which Meta accepts only when an earlier call has listed it.
  const domains = current.whitelisted_domains ?? [];
  if (!domains.some((domain) => URL.canParse(domain) && new URL(domain).origin === new URL(options.publicUrl).origin)) {
    const set = await tell(options, 'me/messenger_profile', { whitelisted_domains: [...domains, options.publicUrl] });
    if (!set.ok) return set;
    changed.push('whitelisted_domains');
  }
  const differing = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !holds(current[name], value)));
  if (Object.keys(differing).length > 0) {
    const set = await tell(options, 'me/messenger_profile', differing satisfies Partial<WantedProfile>);
    if (!set.ok) return set;
    changed.push(...Object.keys(differing));
  }
  const subscribed = await subscribe(options, SUBSCRIBED_FIELDS);
  if (!subscribed.ok) return subscribed;
  return succeed([...changed, ...subscribed.value]);
}

/**
 * Subscribes the app to these webhook fields; those of others stay. Names "subscribed_fields" if it changed anything.
 * Problems: those of `setUpMessenger`.
 */
export async function subscribe(
  options: SetupOptions,
  fields: readonly string[],
): Promise<Result<string[], SetupProblem>> {
  const path = `${options.pageId}/subscribed_apps`;
  const read = await ask(options, path, subscriptionsSchema);
  if (!read.ok) return read;
  const present = read.value.data.find((app) => app.id === options.appId)?.subscribed_fields ?? [];
  if (fields.every((field) => present.includes(field))) return succeed([]);
  const all = [...new Set([...present, ...fields])].join(',');
  const set = resultOf(await callGraph(options, { method: 'POST', path, query: { subscribed_fields: all } }));
  return set.ok ? succeed(['subscribed_fields']) : set;
}

/** One reading call. Problems: those of `setUpMessenger`. */
export async function ask<T extends z.ZodType>(
  options: SetupOptions,
  path: string,
  schema: T,
  query: Record<string, string> = {},
): Promise<Result<z.infer<T>, SetupProblem>> {
  const answer = resultOf(await callGraph(options, { method: 'GET', path, query }));
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  return parsed.success ? succeed(parsed.data) : fail('unanswered');
}

/** One writing call. Problems: those of `setUpMessenger`. */
export async function tell(options: SetupOptions, path: string, json: unknown): Promise<Result<unknown, SetupProblem>> {
  return resultOf(await callGraph(options, { method: 'POST', path, json }));
}

function resultOf(answer: GraphAnswer): Result<unknown, SetupProblem> {
  if (answer.is === 'ok') return succeed(answer.json);
  if (answer.is === 'error') return fail('refused', { code: answer.code, subcode: answer.subcode });
  return fail('unanswered');
}

/**
 * Whether what Meta holds says what we want: it adds members of its own to what was set; ours must be there, in our order,
 * and not more entries than ours.
 */
export function holds(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(present) &&
      present.length === wanted.length &&
      wanted.every((value, index) => holds(present[index], value))
    );
  if (typeof wanted !== 'object' || wanted === null) return present === wanted;
  if (typeof present !== 'object' || present === null) return false;
  return Object.entries(wanted).every(([name, value]) => holds(Reflect.get(present, name), value));
}

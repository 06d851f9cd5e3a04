import { z } from 'zod';
import { callGraph, type GraphAnswer, type GraphOptions } from './graph-api';
import { NATIVE_FIELDS } from './native-profile';
import { holds, type SetupOptions, SUBSCRIBED_FIELDS } from './profile';
import { TEMPLATE_FIELDS } from './utility-profile';
import { wantedProfile } from './wanted-profile';

export type Looked<T> = { is: 'seen'; value: T } | { is: 'refused'; code: number } | { is: 'unanswered' };

const pageSchema = z.object({ id: z.string() });
const profileSchema = z.object({
  data: z.array(z.looseObject({ whitelisted_domains: z.array(z.string()).optional() })).default([]),
});
const fieldsSchema = z.object({
  data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })),
});
const webhooksSchema = z.object({
  data: z.array(z.object({ object: z.string(), callback_url: z.string(), active: z.boolean().default(true) })),
});

/** Whose Page the token is for. Changes nothing, as all of these. */
export async function lookAtToken(options: GraphOptions): Promise<Looked<string>> {
  const answer = await callGraph(options, { method: 'GET', path: 'me', query: { fields: 'id,name' } });
  return read(answer, pageSchema, ({ id }) => id);
}

/** Whether Meta takes a call that brings no proof: then a stolen token alone is enough. */
export async function isProofRequired(options: GraphOptions): Promise<boolean> {
  const answer = await callGraph(options, { method: 'GET', path: 'me', query: { fields: 'id' }, withoutProof: true });
  return answer.is !== 'ok';
}

/** What of the Page's profile is not as `messenger:setup` leaves it, by Meta's names. */
export async function lookAtProfile(options: SetupOptions): Promise<Looked<string[]>> {
  const wanted = wantedProfile({ name: options.shopName, publicUrl: options.publicUrl });
  const fields = ['whitelisted_domains', ...Object.keys(wanted)].join(',');
  const answer = await callGraph(options, { method: 'GET', path: 'me/messenger_profile', query: { fields } });
  return read(answer, profileSchema, ({ data: [current = {}] }) => {
    const domains = current.whitelisted_domains ?? [];
    const isListed = domains.some(
      (domain) => URL.canParse(domain) && new URL(domain).origin === new URL(options.publicUrl).origin,
    );
    const differing = Object.entries(wanted).filter(([name, value]) => !holds(current[name], value));
    return [...(isListed ? [] : ['whitelisted_domains']), ...differing.map(([name]) => name)];
  });
}

/** What a Page has beside the rest: utility templates of today, Messenger's own checkout of 2016. */
export type PageHas = { templates: boolean; native: boolean };

/** Webhook fields that the Page does not send us, of those that `messenger:setup` subscribes to for such a Page. */
export async function lookAtFields(options: SetupOptions, has: PageHas): Promise<Looked<string[]>> {
  const wanted: string[] = [
    ...SUBSCRIBED_FIELDS,
    ...(has.templates ? TEMPLATE_FIELDS : []),
    ...(has.native ? NATIVE_FIELDS : []),
  ];
  const answer = await callGraph(options, { method: 'GET', path: `${options.pageId}/subscribed_apps` });
  return read(answer, fieldsSchema, ({ data }) => {
    const present = data.find(({ id }) => id === options.appId)?.subscribed_fields ?? [];
    return wanted.filter((field) => !present.includes(field));
  });
}

/** Where the app's webhooks go, asked with the app's own token; null for nowhere. Source: Graph API docs, App Subscriptions. */
export async function lookAtWebhook(options: SetupOptions): Promise<Looked<string | null>> {
  const asApp = { ...options, pageAccessToken: `${options.appId}|${options.appSecret}` };
  const answer = await callGraph(asApp, { method: 'GET', path: `${options.appId}/subscriptions` });
  return read(
    answer,
    webhooksSchema,
    ({ data }) => data.find(({ object, active }) => object === 'page' && active)?.callback_url ?? null,
  );
}

function read<Shape extends z.ZodType, T>(
  answer: GraphAnswer,
  shape: Shape,
  readValue: (seen: z.infer<Shape>) => T,
): Looked<T> {
  if (answer.is === 'error') return { is: 'refused', code: answer.code };
  const seen = answer.is === 'ok' ? shape.safeParse(answer.json) : null;
  return seen?.success ? { is: 'seen', value: readValue(seen.data) } : { is: 'unanswered' };
}

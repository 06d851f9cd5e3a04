import { z } from 'zod';
import { type Answer, answerJson, type Call } from '../../world/exchange';
import { newDigits } from '../ids';
import type { Messenger } from '../messenger';
import type { UtilityTemplate } from '../state';
import { GraphError, invalidParameter } from './errors';
import type { Utility } from './message-shapes';
import { parseParams } from './parse';

const makeShape = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/),
  category: z.literal('UTILITY'),
  components: z
    .array(
      z.strictObject({
        type: z.literal('BODY'),
        text: z.string().min(1).max(1024),
        example: z.strictObject({ body_text: z.array(z.array(z.string().min(1))).length(1) }).optional(),
      }),
    )
    .length(1),
});

// The templates came long after 2016.
function checkEra(messenger: Messenger): void {
  if (messenger.world.era === '2016') throw new GraphError(2500, 'Unknown path components: /message_templates');
}

function placeholders(text: string): number {
  return new Set(text.match(/\{\{\d+\}\}/g)).size;
}

/** `GET /<page>/message_templates`. */
export function listTemplates(messenger: Messenger, call: Call): Answer {
  checkEra(messenger);
  const wanted = new Set((call.url.searchParams.get('fields') ?? 'name,language,status').split(','));
  const data = messenger.state.utilityTemplates.map((template) =>
    Object.fromEntries(Object.entries(template).filter(([name]) => name === 'id' || wanted.has(name))),
  );
  return answerJson({ data, paging: { cursors: { before: 'start', after: 'end' } } });
}

/** `POST /<page>/message_templates`: kept as pending, and decided a moment later, as the lever says. */
export function makeTemplate(messenger: Messenger, value: unknown): Answer {
  checkEra(messenger);
  const { name, language, components } = parseParams(makeShape, value);
  const [body] = components;
  if (messenger.state.utilityTemplates.some((one) => one.name === name && one.language === language))
    throw invalidParameter(`Template ${name} (${language}) exists already`);
  const text = body?.text ?? '';
  if (placeholders(text) !== (body?.example?.body_text[0]?.length ?? 0))
    throw invalidParameter('Param components: every parameter needs an example');
  const template: UtilityTemplate = { id: newDigits(16), name, language, status: 'PENDING', text };
  messenger.state.utilityTemplates.push(template);
  if (messenger.state.templateReview !== 'PENDING') decide(messenger, template, messenger.state.templateReview);
  return answerJson({ id: template.id, status: 'PENDING', category: 'UTILITY' });
}

/** Meta's decision about a template, and the event that tells it. */
export function decide(messenger: Messenger, template: UtilityTemplate, status: UtilityTemplate['status']): void {
  template.status = status;
  if (!messenger.state.subscribedFields.includes('message_template_status_update')) return;
  const field = 'message_template_status_update';
  const value = {
    event: status,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason: status === 'REJECTED' ? 'INVALID_FORMAT' : null,
  };
  messenger.webhooks.send(field, template.id, { field, value });
}

/** Only an approved template, in its language, with as many parameters as it has places. */
export function checkUtility(utility: Utility, known: UtilityTemplate[]): void {
  const template = known.find((one) => one.name === utility.name && one.language === utility.language.code);
  if (template?.status !== 'APPROVED')
    throw invalidParameter(`Template ${utility.name} does not exist in ${utility.language.code} or is not approved`);
  if (parametersOf(utility).length !== placeholders(template.text))
    throw invalidParameter(`Template ${utility.name} takes ${placeholders(template.text)} parameters`);
}

/** The template as she reads it. */
export function fillTemplate(utility: Utility, known: UtilityTemplate[]): string {
  const template = known.find((one) => one.name === utility.name && one.language === utility.language.code);
  const values = parametersOf(utility);
  const text = template?.text ?? [utility.name, ...values].join(' · ');
  return text.replaceAll(/\{\{(\d+)\}\}/g, (_all, place: string) => values[Number(place) - 1] ?? '');
}

function parametersOf(utility: Utility): string[] {
  const body = utility.components?.find(({ type }) => type.toLowerCase() === 'body');
  return (body?.parameters ?? []).map(({ text }) => text ?? '');
}

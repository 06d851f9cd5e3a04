import type { Era } from '../../world/world';
import type { UtilityTemplate } from '../state';
import type { Button, WebTarget } from './button-shapes';
import { isListed, listedOrigin } from './domains';
import { GraphError, invalidParameter, knownErrors } from './errors';
import type { PageMessage, Template } from './message-shapes';
import { checkUtility } from './message-templates';
import { checkReceiptSums } from './receipt-rules';

export type MessageRules = {
  era: Era;
  domains: string[];
  utilityTemplates: UtilityTemplate[];
  /** What the Page has in its catalogue. */
  catalogue: ReadonlyMap<string, unknown>;
};

// Known since Graph v8.0, and only what belongs to the Page. Source: reference B.6.
function checkProducts(ids: string[], { era, catalogue }: MessageRules): void {
  if (era === '2016') throw new GraphError(100, '(#100) Invalid template type', 2018328);
  if (ids.some((id) => !catalogue.has(id))) throw new GraphError(100, '(#100) Invalid product id', 2018320);
}

function checkWebTarget(target: WebTarget, rules: MessageRules): void {
  if (target.fallback_url && !target.messenger_extensions) {
    throw invalidParameter('fallback_url may only be specified if messenger_extensions is true');
  }
  if (!target.messenger_extensions) return;
  if (!isListed(target.url, rules.domains)) throw knownErrors['not-whitelisted']();
}

function checkButton(button: Button, place: number, template: Template, rules: MessageRules): void {
  if (button.type === 'web_url') checkWebTarget(button, rules);
  if (button.type === 'account_link') listedOrigin(button.url);
  if (button.type !== 'payment' && button.type !== 'element_share') return;
  if (rules.era !== '2016') throw invalidParameter('Invalid button type');
  const type = template.template_type;
  if (button.type === 'element_share' && type !== 'generic') throw invalidParameter('Invalid button type');
  if (button.type === 'payment' && type !== 'generic' && type !== 'list') throw invalidParameter('Invalid button type');
  if (button.type === 'payment' && place !== 0) throw invalidParameter('The payment button must be the first button');
}

function checkTemplate(template: Template, rules: MessageRules): void {
  // The airlines' templates are in no list of today that we know.
  const oldTemplate = /^(?:list|open_graph|airline_\w+)$/.test(template.template_type);
  if (oldTemplate && rules.era !== '2016') throw invalidParameter('Invalid template type');
  switch (template.template_type) {
    case 'generic':
    case 'list':
      for (const element of template.elements) {
        if (element.default_action) checkWebTarget(element.default_action, rules);
        element.buttons?.forEach((button, place) => {
          checkButton(button, place, template, rules);
        });
        if (template.template_type === 'list' && (element.buttons?.length ?? 0) > 1) {
          throw invalidParameter('A list element takes one button');
        }
      }
      return;
    case 'button':
      template.buttons.forEach((button, place) => {
        checkButton(button, place, template, rules);
      });
      return;
    case 'receipt':
      checkReceiptSums(template);
      return;
    case 'product':
      checkProducts(
        template.elements.map(({ id }) => id),
        rules,
      );
      return;
    case 'coupon':
    case 'image_grid':
    case 'customer_feedback':
    case 'customer_information':
    case 'notification_messages':
      if (rules.era === '2016') throw invalidParameter('Invalid template type');
      return;
    default:
      return;
  }
}

/** The rules of Meta that a shape cannot say: they depend on the era and on the Page's settings. */
export function checkMessage(message: PageMessage, rules: MessageRules): void {
  const textLimit = rules.era === '2016' ? 640 : 2000;
  if (message.text && message.text.length > textLimit) {
    throw invalidParameter(`Param message[text] must be at most ${textLimit} characters`);
  }
  if (rules.era === '2016') {
    if ((message.quick_replies?.length ?? 0) > 11) throw invalidParameter('Too many quick replies: at most 11');
    if (message.sticker_id !== undefined || message.template) throw invalidParameter('Invalid parameter');
  }
  if (message.template) checkUtility(message.template, rules.utilityTemplates);
  if (message.attachment?.type === 'template') checkTemplate(message.attachment.payload, rules);
}

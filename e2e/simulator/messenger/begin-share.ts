import { z } from 'zod';
import { BridgeError, sdkErrors } from './bridge-error';
import type { BridgeHandler } from './bridge-handler';
import { personShares } from './events';
import { type UrlButton, urlButtonShape, webUrl } from './graph/button-shapes';
import type { PageMessage } from './graph/message-shapes';
import { shareMessage } from './share';

/** Which code belongs to which defect is inferred from the codes' own words. */
const defects = {
  mode: [2071021, 'sharingType provided in beginShareFlow call is not valid'],
  attachment: [2071022, 'Invalid attachment in begin share flow message content'],
  notTemplate: [2071023, 'Attachment type in message content must be set to template'],
  payload: [2071024, 'Invalid attachment payload in message content'],
  title: [2071015, 'Invalid title string provided in message content'],
  subtitle: [2071016, 'Invalid subtitle string provided in message content'],
  image: [2071017, 'Invalid image URL provided in message content'],
  item: [2071018, 'Invalid item URL provided in message content'],
  buttons: [2071019, 'Invalid button data provided in message content'],
} as const;

function defect(name: keyof typeof defects): BridgeError {
  const [code, message] = defects[name];
  return new BridgeError(code, message);
}

const looseElement = z.looseObject({
  title: z.unknown().optional(),
  subtitle: z.unknown().optional(),
  image_url: z.unknown().optional(),
  default_action: z.looseObject({ type: z.literal('web_url'), url: z.unknown().optional() }).optional(),
  buttons: z.array(z.unknown()).optional(),
});
const loosePayload = z.looseObject({ template_type: z.literal('generic'), elements: z.tuple([looseElement]) });

function readMember<Shape>(shape: z.ZodType<Shape>, value: unknown, name: keyof typeof defects): Shape {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw defect(name);
  return parsed.data;
}

/** The message of `beginShareFlow`: one generic element with at most one URL button. */
export function readSharedMessage(value: unknown): PageMessage {
  const message = z
    .looseObject({ attachment: z.looseObject({ type: z.unknown(), payload: z.unknown() }) })
    .safeParse(value);
  if (!message.success) throw defect('attachment');
  const { attachment } = message.data;
  if (attachment.type !== 'template') throw defect('notTemplate');
  const [element] = readMember(loosePayload, attachment.payload, 'payload').elements;
  const title = readMember(z.string().min(1).max(80), element.title, 'title');
  const subtitle = readMember(z.string().max(80).optional(), element.subtitle, 'subtitle');
  const image = readMember(webUrl.optional(), element.image_url, 'image');
  const link = readMember(webUrl.optional(), element.default_action?.url, 'item');
  const buttons: UrlButton[] = readMember(z.array(urlButtonShape).max(1), element.buttons ?? [], 'buttons');
  return {
    attachment: {
      type: 'template',
      payload: {
        template_type: 'generic',
        elements: [
          {
            title,
            ...(subtitle === undefined ? {} : { subtitle }),
            ...(image === undefined ? {} : { image_url: image }),
            ...(link === undefined ? {} : { default_action: { type: 'web_url' as const, url: link } }),
            ...(buttons.length > 0 ? { buttons } : {}),
          },
        ],
      },
    },
  };
}

const shareArgs = z.object({ message: z.unknown().optional(), mode: z.unknown().optional() });

/**
 * `beginShareFlow`, 2017 to August 2019. The preview and the choice of people are not drawn: a broadcast goes to the
 * next person of this world at once, or to the one whom the lever names, unless it says that she closes the dialog.
 */
export const beginShareFlow: BridgeHandler = (messenger, webview, args) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  const { message: given, mode } = readMember(shareArgs, args, 'mode');
  if (mode !== 'broadcast' && mode !== 'current_thread') throw defect('mode');
  const message = readSharedMessage(given);
  const { sharing } = messenger.state;
  if (sharing.next === 'cancelled') {
    sharing.next = null;
    return { is_sent: false };
  }
  if (mode === 'broadcast') shareMessage(messenger, webview.psid, sharing.to ?? undefined, message);
  else personShares(messenger, webview.psid, message);
  return { is_sent: true };
};

import { z } from 'zod';
import { webUrl } from '../graph/button-shapes';

/** A member of a form that is JSON in text. */
export function json<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be valid JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);
}

const name = z.string().min(1).max(400);
const status = z.enum(['PAUSED', 'ACTIVE']);
const id = z.string().regex(/^\d{5,20}$/);
const minor = z.string().regex(/^\d{1,9}$/);

export const campaignShape = z.strictObject({
  name,
  objective: z.enum(['OUTCOME_ENGAGEMENT', 'OUTCOME_TRAFFIC', 'OUTCOME_SALES', 'OUTCOME_LEADS']),
  buying_type: z.literal('AUCTION').optional(),
  special_ad_categories: json(z.array(z.string())),
  is_adset_budget_sharing_enabled: z.enum(['true', 'false']).optional(),
  status,
});

export const adSetShape = z
  .strictObject({
    name,
    campaign_id: id,
    destination_type: z.literal('MESSENGER'),
    optimization_goal: z.enum(['CONVERSATIONS', 'LINK_CLICKS', 'IMPRESSIONS', 'REACH']),
    billing_event: z.literal('IMPRESSIONS'),
    bid_amount: minor.optional(),
    bid_strategy: z.literal('LOWEST_COST_WITHOUT_CAP').optional(),
    daily_budget: minor,
    promoted_object: json(z.strictObject({ page_id: z.string() })),
    targeting: json(
      z.strictObject({
        geo_locations: z.strictObject({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1) }),
        age_min: z.int().min(13).max(65).optional(),
        age_max: z.int().min(13).max(65).optional(),
        targeting_automation: z.strictObject({ advantage_audience: z.union([z.literal(0), z.literal(1)]) }).optional(),
      }),
    ),
    status,
  })
  .refine((set) => set.bid_amount !== undefined || set.bid_strategy !== undefined, {
    path: ['bid_amount'],
    message: 'a bid amount or a bid strategy is required',
  });

const editorShape = z.strictObject({
  type: z.literal('VISUAL_EDITOR'),
  version: z.literal(2),
  landing_screen_type: z.literal('welcome_message'),
  media_type: z.literal('text'),
  text_format: z.strictObject({
    customer_action_type: z.literal('ice_breakers'),
    message: z.strictObject({
      text: z.string().min(1).max(300),
      ice_breakers: z.array(z.strictObject({ title: z.string().min(1).max(80), response: z.string().min(1).max(300) })),
      quick_replies: z.array(z.unknown()).max(0),
    }),
  }),
  user_edit: z.boolean(),
  surface: z.string(),
});
/** As far as the form of 2016 is known: a message of the Send API. */
const messageShape = z.strictObject({
  message: z.strictObject({
    text: z.string().min(1).max(640),
    quick_replies: z
      .array(
        z.strictObject({
          content_type: z.literal('text'),
          title: z.string().min(1).max(20),
          payload: z.string().min(1).max(1000),
        }),
      )
      .max(11)
      .optional(),
  }),
});

/** A plain text, or JSON in JSON. */
const welcomeShape = z.string().transform((text, context) => {
  if (!text.trimStart().startsWith('{')) return { text: text.slice(0, 300), iceBreakers: [] };
  const today = json(editorShape).safeParse(text);
  if (today.success) {
    const { message } = today.data.text_format;
    return { text: message.text, iceBreakers: message.ice_breakers };
  }
  const legacy = json(messageShape).safeParse(text);
  if (legacy.success) {
    const { message } = legacy.data;
    return {
      text: message.text,
      iceBreakers: (message.quick_replies ?? []).map(({ title }) => ({ title, response: '' })),
    };
  }
  context.addIssue({ code: 'custom', message: 'is no welcome message' });
  return z.NEVER;
});

export const creativeShape = z.strictObject({
  name,
  object_story_spec: json(
    z.strictObject({
      page_id: z.string(),
      link_data: z.strictObject({
        message: z.string().min(1),
        link: webUrl,
        name: z.string().min(1),
        image_hash: z.string().optional(),
        picture: webUrl.optional(),
        call_to_action: z.strictObject({
          type: z.enum(['MESSAGE_PAGE', 'LEARN_MORE', 'SHOP_NOW']),
          value: z.strictObject({ app_destination: z.literal('MESSENGER') }),
        }),
        page_welcome_message: welcomeShape.optional(),
      }),
    }),
  ),
});

export const adShape = z.strictObject({
  name,
  adset_id: id,
  creative: json(z.strictObject({ creative_id: id })),
  status,
});

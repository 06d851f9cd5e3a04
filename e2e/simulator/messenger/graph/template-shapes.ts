import { z } from 'zod';
import { buttonShape, postbackButtonShape, urlButtonShape, webUrl } from './button-shapes';

const attachmentId = z.union([z.string().min(1), z.number().int()]).transform(String);
const privacy = z.strictObject({ url: webUrl });

export const mediaShape = z.strictObject({
  template_type: z.literal('media'),
  sharable: z.boolean().optional(),
  elements: z
    .array(
      z.strictObject({
        media_type: z.enum(['image', 'video']),
        attachment_id: attachmentId.optional(),
        url: webUrl.optional(),
        buttons: z.array(buttonShape).min(1).max(3).optional(),
      }),
    )
    .length(1),
});

/** Title, price and picture are drawn from the Page's own catalogue. */
export const productShape = z.strictObject({
  template_type: z.literal('product'),
  elements: z
    .array(z.strictObject({ id: z.string().min(1) }))
    .min(1)
    .max(10),
});

/** Source: Messenger Platform docs, Coupon Template: "Reveal code" is Messenger's own button. */
export const couponShape = z
  .strictObject({
    template_type: z.literal('coupon'),
    title: z.string().min(1),
    subtitle: z.string().optional(),
    coupon_code: z.string().min(1).optional(),
    coupon_url: webUrl.optional(),
    coupon_url_button_title: z.string().min(1).max(20).optional(),
    coupon_pre_message: z.string().min(1).optional(),
    image_url: webUrl.optional(),
    payload: z.string().max(1000).optional(),
  })
  .refine((coupon) => coupon.coupon_code || coupon.coupon_url, 'needs coupon_code or coupon_url');

const gridImage = z.strictObject({
  url: webUrl,
  is_hero_image: z.boolean().optional(),
  action: z.looseObject({ type: z.enum(['web_url', 'postback']) }).optional(),
});
/** Source: Messenger Platform docs, Image Grid Template. */
export const imageGridShape = z.strictObject({
  template_type: z.literal('image_grid'),
  elements: z
    .array(
      z.strictObject({
        images: z
          .array(gridImage)
          .min(2)
          .max(6)
          .refine((images) => images.filter((image) => image.is_hero_image).length <= 1, 'at most one hero image'),
        title: z.string().min(1).max(45).optional(),
        subtitle: z.string().max(80).optional(),
        buttons: z
          .array(z.discriminatedUnion('type', [urlButtonShape, postbackButtonShape]))
          .min(1)
          .max(3)
          .optional(),
      }),
    )
    .length(1),
});

const question = z.looseObject({
  id: z.string().min(1),
  type: z.enum(['csat', 'nps', 'ces', 'free_form']),
  title: z.string().optional(),
  score_option: z.string().optional(),
  follow_up: z.looseObject({ type: z.literal('free_form'), placeholder: z.string().optional() }).optional(),
});
/** Source: Messenger Platform docs, Customer Feedback Template. */
export const feedbackShape = z.strictObject({
  template_type: z.literal('customer_feedback'),
  title: z.string().min(1),
  subtitle: z.string().optional(),
  button_title: z.string().min(1).optional(),
  feedback_screens: z.array(z.strictObject({ questions: z.array(question).min(1) })).length(1),
  business_privacy: privacy,
  expires_in_days: z.number().int().min(1).max(7).optional(),
});

export const informationShape = z.looseObject({
  template_type: z.literal('customer_information'),
  countries: z.array(z.string().length(2)).min(1),
  business_privacy: privacy,
  expires_in_days: z.number().int().min(1).max(7),
});

export const openGraphShape = z.looseObject({
  template_type: z.literal('open_graph'),
  elements: z.array(z.looseObject({ url: webUrl, buttons: z.array(buttonShape).max(3).optional() })).length(1),
});

const airport = z.looseObject({ airport_code: z.string() });
const flight = z.looseObject({
  flight_number: z.string(),
  departure_airport: airport,
  arrival_airport: airport,
});
const airline = {
  intro_message: z.string().min(1),
  pnr_number: z.string().optional(),
  flight_info: z.array(flight).optional(),
  update_flight_info: flight.optional(),
};
export const airlineShapes = [
  z.looseObject({ template_type: z.literal('airline_itinerary'), ...airline }),
  z.looseObject({ template_type: z.literal('airline_checkin'), ...airline }),
  z.looseObject({ template_type: z.literal('airline_boardingpass'), ...airline }),
  z.looseObject({ template_type: z.literal('airline_update'), ...airline }),
] as const;

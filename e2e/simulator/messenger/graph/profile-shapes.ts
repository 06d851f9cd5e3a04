import { z } from 'zod';
import { payload, webUrl } from './button-shapes';

const locale = z.string().regex(/^(default|[a-z]{2}_[A-Z]{2})$/);

function withDefault<Shape extends { locale: string }>(entries: Shape[]): boolean {
  return entries.some((entry) => entry.locale === 'default');
}

const callToAction = z.strictObject({ question: z.string().min(1).max(80), payload });

const iceBreakers = z.union([
  z
    .array(z.strictObject({ call_to_actions: z.array(callToAction).min(1).max(4), locale }))
    .min(1)
    .refine(withDefault, 'needs an entry for the locale default'),
  // The form before locales came: one list for everybody.
  z.array(callToAction).min(1).max(4),
]);

export const menuItemShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title: z.string().min(1).max(30), payload }),
  z.strictObject({
    type: z.literal('web_url'),
    title: z.string().min(1).max(30),
    url: webUrl,
    webview_height_ratio: z.enum(['compact', 'tall', 'full']).optional(),
    messenger_extensions: z.boolean().optional(),
    fallback_url: webUrl.optional(),
    webview_share_button: z.enum(['hide', 'show']).optional(),
  }),
]);

export const menuShape = z
  .array(
    z.strictObject({
      locale,
      composer_input_disabled: z.boolean().optional(),
      call_to_actions: z.array(menuItemShape).min(1).max(20),
    }),
  )
  .min(1)
  .refine(withDefault, 'needs an entry for the locale default');

const greetingShape = z
  .array(z.strictObject({ locale, text: z.string().min(1).max(160) }))
  .min(1)
  .refine(withDefault, 'needs an entry for the locale default');

const commandsShape = z
  .array(
    z.strictObject({
      locale,
      commands: z
        .array(z.strictObject({ name: z.string().min(1).max(32), description: z.string().min(1).max(64) }))
        .min(1)
        .max(100),
    }),
  )
  .min(1);

const paymentSettings = z.strictObject({
  privacy_url: webUrl.optional(),
  public_key: z.string().startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----').optional(),
  testers: z.array(z.string()).optional(),
});

/** The body of `POST /me/messenger_profile`: the fields to set. */
export const profileShape = z.strictObject({
  get_started: z.strictObject({ payload }).optional(),
  greeting: greetingShape.optional(),
  ice_breakers: iceBreakers.optional(),
  persistent_menu: menuShape.optional(),
  whitelisted_domains: z.array(z.string().min(1)).max(50).optional(),
  account_linking_url: z.url({ protocol: /^https$/ }).optional(),
  commands: commandsShape.optional(),
  home_url: z
    .strictObject({
      url: webUrl,
      webview_height_ratio: z.literal('tall'),
      webview_share_button: z.enum(['show', 'hide']).optional(),
      in_test: z.boolean(),
    })
    .optional(),
  payment_settings: paymentSettings.optional(),
  target_audience: z
    .strictObject({
      audience_type: z.enum(['all', 'custom', 'none']),
      countries: z
        .strictObject({ whitelist: z.array(z.string()), blacklist: z.array(z.string()) })
        .partial()
        .optional(),
    })
    .optional(),
});
export type PageProfile = z.infer<typeof profileShape>;

/** Gone by now: refused in the current era. */
export const oldProfileFields = ['home_url', 'payment_settings', 'target_audience'] as const;

export const profileFieldShape = z.enum([
  'get_started',
  'greeting',
  'ice_breakers',
  'persistent_menu',
  'whitelisted_domains',
  'account_linking_url',
  'commands',
  'home_url',
  'payment_settings',
  'target_audience',
]);

export const deleteShape = z.strictObject({ fields: z.array(profileFieldShape).min(1) });

/** The predecessor of the profile, 2016: one setting a call. */
export const threadSettingShape = z.discriminatedUnion('setting_type', [
  z.strictObject({
    setting_type: z.literal('domain_whitelisting'),
    whitelisted_domains: z.array(z.string()).min(1),
    domain_action_type: z.enum(['add', 'remove']),
  }),
  z.strictObject({
    setting_type: z.literal('payment'),
    payment_privacy_url: webUrl.optional(),
    payment_public_key: z.string().startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----').optional(),
    payment_dev_mode_action: z.enum(['ADD', 'REMOVE']).optional(),
    payment_testers: z.array(z.string()).optional(),
  }),
  z.strictObject({
    setting_type: z.literal('greeting'),
    greeting: z.strictObject({ text: z.string().min(1).max(160) }),
  }),
  z.strictObject({
    setting_type: z.literal('call_to_actions'),
    thread_state: z.literal('new_thread'),
    call_to_actions: z.array(z.strictObject({ payload })).length(1),
  }),
  z.strictObject({ setting_type: z.literal('account_linking'), account_linking_url: webUrl }),
]);
export type ThreadSetting = z.infer<typeof threadSettingShape>;

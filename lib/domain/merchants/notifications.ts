import { z } from 'zod';

const idSchema = z.string().regex(/^[\w-]{1,64}$/);

/** Who of the staff is told of each new order by mail, and in which language; stored under the setting `notifications`. */
export const notificationsSchema = z.strictObject({
  newOrder: z.array(idSchema).max(50),
  language: z.enum(['de', 'en']),
});
export type Notifications = z.infer<typeof notificationsSchema>;

export const NO_NOTIFICATIONS: Notifications = { newOrder: [], language: 'de' };

/** Fields such as `staff-<id>`, each a ticked box, and the language of the mails. */
export const notificationsFormSchema = z.record(z.string().max(80), z.string().max(10)).transform((form, context) => {
  const { language = '', ...boxes } = form;
  const newOrder = Object.keys(boxes).map((name) => name.replace(/^staff-/, ''));
  const read = notificationsSchema.safeParse({ newOrder, language });
  if (read.success && Object.entries(boxes).every(([name, value]) => name.startsWith('staff-') && value === 'on'))
    return read.data;
  context.addIssue({ code: 'custom', path: ['language'], message: 'notifications' });
  return z.NEVER;
});

import { z } from 'zod';

/** After how many hours a cart that lies untouched is recalled; 0: never. */
export const reminderSettingsSchema = z.strictObject({ cartAfterHours: z.int().min(0).max(168) });
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

export const USUAL_REMINDERS: ReminderSettings = { cartAfterHours: 4 };

/** As the merchant's form posts it. */
export const reminderFormSchema = z.strictObject({
  cartAfterHours: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(reminderSettingsSchema.shape.cartAfterHours),
});

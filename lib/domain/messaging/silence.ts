import { z } from 'zod';

/** How long the bot leaves a thread to people after the last word between them: 5 minutes to a day. */
export const peopleSettingsSchema = z.strictObject({ quietMinutes: z.int().min(5).max(1440) });
export type PeopleSettings = z.infer<typeof peopleSettingsSchema>;

export const UNSAID_PEOPLE_SETTINGS: PeopleSettings = { quietMinutes: 30 };

/** As the form says it. */
export const peopleSettingsFormSchema = z
  .strictObject({ quietMinutes: z.string().regex(/^\d{1,4}$/) })
  .transform(({ quietMinutes }) => ({ quietMinutes: Number(quietMinutes) }))
  .pipe(peopleSettingsSchema);

/** Until when the bot is silent once a person of the shop has spoken. */
export function silentAfterPerson(at: Date, { quietMinutes }: PeopleSettings): Date {
  return new Date(at.getTime() + quietMinutes * 60_000);
}

/** Her own word in a talk between people keeps the bot out for as long again: it does not burst into her second sentence. */
export function silentAfterHer(before: Date | null, now: Date, settings: PeopleSettings): Date {
  const until = silentAfterPerson(now, settings);
  return before !== null && before > until ? before : until;
}

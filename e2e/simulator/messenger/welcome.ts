import type { PageProfile } from './graph/profile-shapes';
import type { Person } from './people';
import type { MessengerState } from './state';

function forLocale<Entry extends { locale: string }>(entries: Entry[] | undefined, locale: string): Entry | null {
  return (
    entries?.find((entry) => entry.locale === locale) ?? entries?.find((entry) => entry.locale === 'default') ?? null
  );
}

export function greetingFor(profile: PageProfile, person: Person): string {
  const text = forLocale(profile.greeting, person.locale)?.text ?? '';
  return text
    .replaceAll('{{user_first_name}}', person.firstName)
    .replaceAll('{{user_last_name}}', person.lastName)
    .replaceAll('{{user_full_name}}', `${person.firstName} ${person.lastName}`.trim());
}

export function iceBreakersFor(profile: PageProfile, locale: string): { question: string; payload: string }[] {
  const entries = profile.ice_breakers ?? [];
  const localised = entries.flatMap((entry) => ('call_to_actions' in entry ? [entry] : []));
  if (localised.length > 0) return forLocale(localised, locale)?.call_to_actions ?? [];
  return entries.flatMap((entry) => ('question' in entry ? [entry] : []));
}

/** Her menu: the one that was set for her alone, else the Page's. */
export function menuFor({ profile, userMenus }: MessengerState, { psid, locale }: Person) {
  return forLocale(userMenus.get(psid) ?? profile.persistent_menu, locale)?.call_to_actions ?? [];
}

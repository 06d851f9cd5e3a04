import type { ReactNode } from 'react';
import type { Language } from '@/lib/domain/market';

const NOTE = {
  de: 'Du siehst das hier nur: Deine Rolle ändert daran nichts.',
  en: 'You only see this: your role changes nothing here.',
};

/** What a role may change; where it may not, everything stays to be read and nothing can be sent. The doors hold it in any case. */
export function Allowed({ is, language, children }: { is: boolean; language: Language; children: ReactNode }) {
  if (is) return children;
  return (
    <>
      <p className="mb-4 rounded-md bg-notice-soft p-3 text-sm">{NOTE[language]}</p>
      <fieldset disabled className="contents">
        {children}
      </fieldset>
    </>
  );
}

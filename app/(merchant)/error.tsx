'use client';

import { DoorPage } from '@/components/admin/door-page';
import { wordsIn } from '@/components/admin/words';
import { buttonClass } from '@/components/ui/button';

export default function MerchantError({ reset }: { error: unknown; reset: () => void }) {
  // An error page is made in the browser, which knows its own languages.
  const words = wordsIn(globalThis.navigator?.language.startsWith('de') ? 'de' : 'en');
  return (
    <DoorPage title={words.brokenPage} lead={words.brokenPageLead}>
      <button type="button" onClick={reset} className={buttonClass()}>
        {words.again}
      </button>
    </DoorPage>
  );
}

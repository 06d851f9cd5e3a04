'use client';

import { useActionState } from 'react';
import { READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import type { CaptureTime } from '@/lib/domain/payments/payment';
import { FormWord, SubmitButton } from './form-parts';
import type { OrderAction } from './order-forms';
import { orderWordsIn } from './order-words';
import { Panel } from './parts';
import { wordsIn } from './words';

type CaptureSettingFormProps = { action: OrderAction; language: Language; capture: CaptureTime; seenVersion: number };

export function CaptureSettingForm({ action, language, capture, seenVersion }: CaptureSettingFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = orderWordsIn(language);
  const choices: [CaptureTime, string][] = [
    ['now', words.now],
    ['at_fulfilment', words.atFulfilment],
  ];
  return (
    <Panel title={words.when}>
      <form action={submit} className="grid gap-3 text-sm">
        <input type="hidden" name="seenVersion" value={seenVersion} />
        {choices.map(([value, label]) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="capture" value={value} defaultChecked={value === capture} className="size-5" />
            {label}
          </label>
        ))}
        <p className="text-xs text-muted">{words.whenLead}</p>
        <SubmitButton label={wordsIn(language).save} />
        <FormWord state={state} done={wordsIn(language).saved} />
      </form>
    </Panel>
  );
}

'use client';

import { useActionState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { ReviewStatus } from '@/lib/domain/reviews/review';
import { FormWord } from './form-parts';

type JudgeFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  reviewId: string;
  status: ReviewStatus;
  words: { show: string; refuse: string };
};

/** One tap shows a review, one keeps it back; either can be taken back. */
export function JudgeForm({ action, reviewId, status, words }: JudgeFormProps) {
  const [state, submit, isBusy] = useActionState(action, READY);
  const choices = [
    { value: 'shown', label: words.show },
    { value: 'refused', label: words.refuse },
  ];
  return (
    <form action={submit} className="flex flex-wrap gap-2">
      <input type="hidden" name="reviewId" value={reviewId} />
      {choices.map(
        ({ value, label }) =>
          value !== status && (
            <button
              key={value}
              type="submit"
              name="status"
              value={value}
              disabled={isBusy}
              className={buttonClass('quiet', 'min-h-11 px-3 text-sm')}
            >
              {label}
            </button>
          ),
      )}
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

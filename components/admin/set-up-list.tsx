import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import type { SetUpLine, SetUpState, SetUpStep } from '@/lib/domain/set-up';
import { setUpStepWords } from '@/lib/domain/words/set-up';
import { ROW_LINK_CLASS } from './parts';
import { setUpWordsIn } from './set-up-words';

/** Where a step is mended. */
const PLACES: Record<SetUpStep, string | null> = {
  shop: '/admin/settings/brand',
  seller: '/admin/settings',
  legal: '/admin/settings/legal',
  shipping: '/admin/settings/shipping',
  product: '/admin/products/new',
  page: '/admin/set-up#messenger',
  allow_list: '/admin/set-up#messenger',
  webhook: '/admin/set-up#messenger',
  domain: '/shop',
  payments: '/admin/payments',
  paypal: '/admin/payments',
  mail: null,
  purchase: '/shop',
};

const SIGNS: Record<SetUpState, { sign: string; look: string }> = {
  done: { sign: '✓', look: 'bg-brand text-on-brand' },
  open: { sign: '', look: 'border border-edge' },
  wrong: { sign: '!', look: 'bg-error text-raised' },
  optional: { sign: '', look: 'border border-dashed border-edge' },
  unknown: { sign: '?', look: 'border border-edge text-muted' },
};

/** The steps of setting up, each with how it stands, what is wrong and where that is mended. */
export function SetUpList({ lines, language }: { lines: readonly SetUpLine[]; language: Language }) {
  const words = setUpWordsIn(language);
  return (
    <ol className="grid gap-0 divide-y divide-line">
      {lines.map(({ step, state, faults }) => {
        const { title, link } = setUpStepWords(step, language);
        const place = PLACES[step];
        return (
          <li key={step} className="grid grid-cols-[1.5rem_1fr] gap-x-3 py-3 text-sm">
            <span
              aria-hidden="true"
              className={cn('grid size-6 place-items-center rounded-full text-xs font-bold', SIGNS[state].look)}
            >
              {SIGNS[state].sign}
            </span>
            <div className="grid gap-1">
              <span className="flex flex-wrap items-baseline gap-x-3">
                <strong className={cn(state === 'done' && 'font-normal')}>{title}</strong>
                <span className="text-xs text-muted">{words.states[state]}</span>
              </span>
              {faults.map(({ what, remedy }) => (
                <p key={what} className="text-muted">
                  {what} {remedy}
                </p>
              ))}
              {state !== 'done' && place && (
                <span>
                  <a href={place} className={ROW_LINK_CLASS}>
                    {link}
                  </a>
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

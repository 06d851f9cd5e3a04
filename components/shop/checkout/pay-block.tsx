import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { wayWords } from '@/lib/domain/words/ways';
import type { CheckoutStart, Details } from './checkout-model';
import { PaymentNews } from './payment-news';
import { Review } from './review';
import type { PaymentState } from './use-payment';
import type { Way } from './way';

type PayBlockProps = {
  /** The first one is chosen until she chooses. */
  ways: Way[];
  start: CheckoutStart;
  details: Details;
  quote: Quote;
  state: PaymentState;
  words: CheckoutWords;
  isOpen: boolean;
  /** Buttons that order by themselves: they stand under the review too, as the law wants. */
  express?: React.ReactNode;
};

/** The ways to pay, then what the law wants above the button, then the button. */
export function PayBlock({ ways, start, details, quote, state, words, isOpen, express }: PayBlockProps) {
  const [wish, setWish] = useState<string | null>(null);
  const chosen = ways.find((way) => way.id === wish) ?? ways[0];
  const isBusy = state.is !== 'ready' && state.is !== 'refused';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        chosen?.pay();
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{wayWords[start.language].choose}</legend>
        {ways.map((way) => (
          <WayLine
            key={way.id}
            way={way}
            isChosen={way === chosen}
            isAlone={ways.length === 1}
            isBusy={isBusy}
            onChoose={() => setWish(way.id)}
          />
        ))}
      </fieldset>
      <Review quote={quote} start={start} country={details.country} words={words} />
      {isOpen && <PaymentNews state={state} words={words} />}
      <button type="submit" disabled={isBusy || !chosen?.isReady} className={buttonClass('primary', 'mt-4 w-full')}>
        {state.is === 'working' ? words.ordering : words.order}
      </button>
      {express}
    </form>
  );
}

type LineProps = { way: Way; isChosen: boolean; isAlone: boolean; isBusy: boolean; onChoose: () => void };

function WayLine({ way, isChosen, isAlone, isBusy, onChoose }: LineProps) {
  const line = (
    <>
      <span className="flex-1 text-sm font-bold">{way.title}</span>
      {way.aside}
    </>
  );
  return (
    <div className={cn('rounded-md border border-edge', !isAlone && isChosen && 'border-brand')}>
      {isAlone ? (
        <div className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2">{line}</div>
      ) : (
        <label className="flex min-h-14 flex-wrap items-center gap-3 rounded-md px-4 py-2 has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-brand">
          <input
            type="radio"
            name="way"
            value={way.id}
            checked={isChosen}
            disabled={isBusy}
            onChange={onChoose}
            className="size-5 shrink-0 accent-brand"
          />
          {line}
        </label>
      )}
      {way.panel && (
        <div hidden={!isChosen} className="px-4 pt-2 pb-4">
          {way.panel}
        </div>
      )}
    </div>
  );
}

import { buttonClass } from '@/components/ui/button';
import type { ShippingOption } from '@/lib/domain/cart/shipping';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { amountText, wordsIn } from '../amount-text';
import type { CheckoutStart } from './checkout-model';

type HowProps = { start: CheckoutStart; words: CheckoutWords };
type FormProps = HowProps & {
  options: ShippingOption[];
  chosenId: string;
  onChoose: (id: string) => void;
  onNext: () => void;
};

export function HowForm({ options, chosenId, start, words, onChoose, onNext }: FormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{words.how.title}</legend>
        {options.map((option) => (
          <label
            key={option.id}
            className="flex min-h-14 items-center gap-3 rounded-md border border-edge bg-raised px-4 py-2 has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name="shippingOption"
              value={option.id}
              checked={option.id === chosenId}
              onChange={() => onChoose(option.id)}
              className="size-5 shrink-0 accent-brand"
            />
            <span className="flex-1 text-sm">
              <span className="block font-bold">{wordsIn(option.title, start.language)}</span>
              <span className="block text-muted">{words.how.days(option.days.from, option.days.to)}</span>
            </span>
            <span className="text-sm tabular-nums">{priceOf(option, start, words)}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className={buttonClass('primary', 'mt-4 w-full')}>
        {words.how.next}
      </button>
    </form>
  );
}

export function HowSummary({ chosen, start, words }: HowProps & { chosen: ShippingOption }) {
  const { days } = chosen;
  const parts = [
    wordsIn(chosen.title, start.language),
    words.how.days(days.from, days.to),
    priceOf(chosen, start, words),
  ];
  return <p>{parts.join(' · ')}</p>;
}

function priceOf(option: ShippingOption, start: CheckoutStart, words: CheckoutWords): string {
  return option.priceMinor === 0 ? words.how.free : amountText(option.priceMinor, start);
}

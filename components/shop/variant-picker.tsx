import { cn } from '@/components/ui/cn';
import type { Offer, OfferOption } from './offer';

/** One group of radio buttons per option; what is sold out in every combination is said without a script. */
export function VariantPicker({ offer, chosen }: { offer: Offer; chosen: string[] | null }) {
  return offer.options.map((option, index) => (
    <fieldset key={option.key} className="mt-4">
      <legend className="text-sm font-bold">{option.name}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {option.values.map((value) => (
          <Choice
            key={value.key}
            name={`option.${option.key}`}
            value={value}
            checked={offer.preselected[index] === value.key}
            soldOut={value.soldOut || isGoneWith(offer, chosen, index, value.key)}
            soldOutLabel={offer.words.soldOut}
          />
        ))}
      </div>
    </fieldset>
  ));
}

function Choice(props: {
  name: string;
  value: OfferOption['values'][number];
  checked: boolean;
  soldOut: boolean;
  soldOutLabel: string;
}) {
  return (
    <label
      className={cn(
        'relative inline-flex min-h-12 min-w-12 items-center justify-center rounded-md border border-edge bg-raised px-4 text-sm',
        'has-checked:border-brand has-checked:bg-brand-soft has-checked:shadow-[inset_0_0_0_1px_var(--brand)]',
        'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
        props.soldOut && 'border-dashed text-muted',
      )}
    >
      <input
        type="radio"
        name={props.name}
        value={props.value.key}
        defaultChecked={props.checked}
        data-other={props.checked ? undefined : ''}
        required
        className="sr-only"
      />
      <span className={cn(props.soldOut && 'line-through decoration-1')}>{props.value.name}</span>
      {props.value.price && <span className="ms-2 tabular-nums text-muted">{props.value.price}</span>}
      {props.soldOut && <span className="sr-only"> ({props.soldOutLabel})</span>}
    </label>
  );
}

// Whether a value cannot be bought together with what is chosen in the other options.
function isGoneWith(offer: Offer, chosen: string[] | null, index: number, value: string): boolean {
  if (!chosen) return false;
  const wanted = chosen.map((current, position) => (position === index ? value : current));
  const variant = offer.variants.find((one) => one.values.every((key, position) => key === wanted[position]));
  return !variant || variant.left === 0;
}

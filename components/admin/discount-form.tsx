'use client';

import { type InputHTMLAttributes, useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { DISCOUNT_KINDS } from '@/lib/domain/discounts/discount';
import type { Language } from '@/lib/domain/market';
import { CONTROL_CLASS } from './control-class';
import { discountWordsIn } from './discount-words';
import { Field, FormWord, SubmitButton } from './form-parts';
import { type PickedProduct, ProductPicks } from './product-picks';

type DiscountFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  /** `version` 0 for a new one; `fields` is what stands in each field, by name. */
  discount: { id: string; version: number; fields: Record<string, string> };
  currencies: string[];
  /** What it may be limited to. */
  goods: { products: PickedProduct[]; collections: PickedProduct[] };
};

/** A discount as a merchant writes it. Fields of another kind than the chosen one are passed over. */
export function DiscountForm({ action, language, discount, currencies, goods }: DiscountFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = discountWordsIn(language);
  const typed = state.is === 'problem' ? state.typed : discount.fields;
  const field = (name: string, label: string, more: InputHTMLAttributes<HTMLInputElement> & { hint?: string } = {}) => (
    <Field
      key={name}
      id={name}
      name={name}
      label={label}
      defaultValue={discount.fields[name] ?? ''}
      autoComplete="off"
      state={state}
      {...more}
    />
  );
  const decimal = { inputMode: 'decimal', maxLength: 12 } as const;
  const whole = { inputMode: 'numeric', maxLength: 9, pattern: '[0-9]*' } as const;
  const group = 'grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2';
  return (
    <form action={submit} className="grid content-start gap-4">
      <input type="hidden" name="discountId" value={discount.id} />
      <input type="hidden" name="seenVersion" value={discount.version} />
      <div className={group}>
        {field('titleDe', words.titleDe, { hint: words.titleHint, maxLength: 80 })}
        {field('titleEn', words.titleEn, { maxLength: 80 })}
        {field('code', words.code, { hint: words.codeHint, maxLength: 40, className: 'sm:col-span-2' })}
      </div>
      <div className={group}>
        <div className="sm:col-span-2">
          <label htmlFor="kind" className="mb-1 block text-sm font-bold">
            {words.kind}
          </label>
          <select
            id="kind"
            name="kind"
            key={typed.kind}
            defaultValue={typed.kind}
            className={`${CONTROL_CLASS} w-full`}
          >
            {DISCOUNT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        {field('percent', `${words.kinds.percent} (%)`, decimal)}
        {currencies.map((currency) => field(`amount${currency}`, words.amount(currency), decimal))}
        {field('buy', words.buy, whole)}
        {field('get', words.get, whole)}
      </div>
      <fieldset className={group}>
        <legend className="sr-only">{words.conditions}</legend>
        {currencies.map((currency) => field(`minimum${currency}`, words.minimum(currency), decimal))}
        {(['products', 'collections'] as const).map((kind) => (
          <ProductPicks
            key={kind}
            name={kind}
            title={words[kind]}
            hint={words.emptyMeansAll}
            picked={pickedOf(discount.fields[kind], goods[kind])}
            choices={goods[kind]}
            addLabel={words.addGoods[kind]}
            isOrdered={false}
            language={language}
          />
        ))}
        {field('startsAt', words.startsAt, { type: 'datetime-local' })}
        {field('endsAt', words.endsAt, { type: 'datetime-local' })}
        {field('limitTotal', words.limitTotal, whole)}
        {field('limitPerShopper', words.limitPerShopper, whole)}
        <label className="flex min-h-11 items-center gap-2 text-sm sm:col-span-2">
          <input
            type="checkbox"
            name="combines"
            key={typed.combines}
            defaultChecked={typed.combines === 'on'}
            className="size-5 accent-brand"
          />
          {words.combines}
        </label>
      </fieldset>
      <div className="flex items-center gap-4">
        <SubmitButton label={words.save} />
        <FormWord state={state} done={words.saved} />
      </div>
    </form>
  );
}

/** As the form keeps them, by slug with commas between; one that is no choice any more goes by its slug. */
function pickedOf(slugs: string | undefined, choices: PickedProduct[]): PickedProduct[] {
  const kept = (slugs ?? '').split(',').map((slug) => slug.trim());
  return kept
    .filter(Boolean)
    .map((slug) => choices.find((choice) => choice.slug === slug) ?? { slug, title: { de: slug, en: slug } });
}

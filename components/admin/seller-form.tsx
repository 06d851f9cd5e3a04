'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { wordsIn } from './words';

export type SellerFields = {
  name: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  vatId: string;
  taxNumber: string;
  smallBusiness: boolean;
};
type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  seller: SellerFields;
  countries: { code: string; name: string }[];
};

/** Who sells, as the invoices of the future will say it. */
export function SellerForm({ action, language, seenVersion, seller, countries }: Props) {
  const [state, submit] = useActionState(action, READY);
  const words = wordsIn(language);
  const typed = state.is === 'problem' ? state.typed : null;
  const text = (name: Exclude<keyof SellerFields, 'smallBusiness' | 'country'>, label: string, hint?: string) => (
    <Field
      key={seller[name]}
      id={`seller-${name}`}
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      defaultValue={seller[name]}
      maxLength={120}
      autoComplete="off"
      state={state}
    />
  );
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {text('name', words.sellerName)}
      {text('street', words.street)}
      <div className="grid gap-4 sm:grid-cols-[1fr_2fr]">
        {text('postalCode', words.postalCode)}
        {text('city', words.city)}
      </div>
      <div>
        <label htmlFor="seller-country" className="mb-1 block text-sm font-bold">
          {words.country}
        </label>
        <select
          id="seller-country"
          name="country"
          key={typed?.country ?? seller.country}
          defaultValue={typed?.country ?? seller.country}
          className={INPUT_CLASS}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {text('vatId', words.vatId, words.vatIdHint)}
        {text('taxNumber', words.taxNumber, words.taxNumberHint)}
      </div>
      <label className="flex min-h-11 items-start gap-3 py-2 text-sm">
        <input
          type="checkbox"
          name="smallBusiness"
          key={String(typed ? typed.smallBusiness === 'on' : seller.smallBusiness)}
          defaultChecked={typed ? typed.smallBusiness === 'on' : seller.smallBusiness}
          className="mt-1 size-4"
        />
        <span>
          {words.smallBusiness}
          <span className="block text-xs text-muted">{words.smallBusinessHint}</span>
        </span>
      </label>
      <div className="flex items-center gap-4">
        <SubmitButton label={words.save} />
        <FormWord state={state} done={words.saved} />
      </div>
    </form>
  );
}

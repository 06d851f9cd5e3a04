'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { STOCK_REASONS } from '@/lib/domain/catalogue/edits';
import type { Language } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import { CONTROL_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { currencySign } from './formats';
import { STOCK_REASON_NAMES } from './names';
import { wordsIn } from './words';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type PriceFormProps = {
  action: Action;
  language: Language;
  productId: string;
  seenVersion: number;
  variant: { id: string; sku: string };
  /** What stands in the field of each currency that the shop has prices in. */
  prices: { currency: CurrencyCode; text: string }[];
};

export function PriceForm({ action, language, productId, seenVersion, variant, prices }: PriceFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = wordsIn(language);
  const field = { inputMode: 'decimal', autoComplete: 'off', maxLength: 12, state, quiet: true } as const;
  return (
    <form action={submit} className="grid gap-1">
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="variantId" value={variant.id} />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <div className="flex flex-wrap items-center gap-2">
        {prices.map(({ currency, text }) => (
          <div key={currency} className="flex items-center gap-1">
            <span aria-hidden="true" className="text-xs text-muted">
              {currencySign(currency, language)}
            </span>
            <Field
              // A new price from the server replaces what the field holds.
              key={text}
              id={`${variant.id}-${currency}`}
              name={currency}
              label={`${words.price} ${currency}, ${variant.sku}`}
              defaultValue={text}
              className="w-24"
              {...field}
            />
          </div>
        ))}
        <SubmitButton label={words.save} quiet />
      </div>
      <FormWord state={state} done={words.saved} />
    </form>
  );
}

type StockFormProps = { action: Action; language: Language; editId: string; variant: { id: string; sku: string } };

export function StockForm({ action, language, editId, variant }: StockFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = wordsIn(language);
  const reasonId = `${variant.id}-reason`;
  return (
    <form action={submit} className="grid gap-1">
      <input type="hidden" name="variantId" value={variant.id} />
      <input type="hidden" name="editId" value={editId} />
      <div className="flex flex-wrap items-center gap-2">
        <Field
          id={`${variant.id}-difference`}
          name="difference"
          label={`${words.difference}, ${variant.sku}`}
          hint={words.differenceHint}
          placeholder="+0"
          inputMode="text"
          autoComplete="off"
          maxLength={7}
          required
          state={state}
          quiet
          className="w-20 shrink-0"
        />
        <label htmlFor={reasonId} className="sr-only">
          {words.reason}, {variant.sku}
        </label>
        <select id={reasonId} name="reason" className={CONTROL_CLASS}>
          {STOCK_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {STOCK_REASON_NAMES[reason][language]}
            </option>
          ))}
        </select>
        <SubmitButton label={words.book} quiet />
      </div>
      <FormWord state={state} done={words.booked} />
    </form>
  );
}

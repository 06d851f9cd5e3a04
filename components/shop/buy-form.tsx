'use client';

import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { Offer, OfferVariant } from './offer';
import { VariantPicker } from './variant-picker';

/**
 * The form that posts to the cart. It works as plain HTML; script only adds the exact price of what is chosen and
 * marks what is sold out in combination.
 */
export function BuyForm({ offer }: { offer: Offer }) {
  const form = useRef<HTMLFormElement>(null);
  // Null until a script runs: then the price of the whole product stands there, true for every choice.
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [sending, setSending] = useState(false);
  const read = () => form.current && setChosen(chosenValues(form.current, offer));
  useEffect(() => {
    const look = () => {
      if (form.current) setChosen(chosenValues(form.current, offer));
      setSending(false);
    };
    look();
    window.addEventListener('pageshow', look);
    return () => window.removeEventListener('pageshow', look);
  }, [offer]);

  const variant = chosen && findVariant(offer, chosen);
  const gone = chosen !== null && (!variant || variant.left === 0);
  const allGone = offer.variants.every((one) => one.left === 0);
  return (
    <form
      ref={form}
      action="/api/cart"
      method="post"
      onChange={read}
      onSubmit={() => setSending(true)}
      className="mt-3"
    >
      <input type="hidden" name="action" value="add" />
      <input type="hidden" name="slug" value={offer.slug} />
      <input type="hidden" name="returnTo" value="/shop/cart" />
      <Price offer={offer} variant={variant} />
      <VariantPicker offer={offer} chosen={chosen} />
      <div className="mt-5 flex min-h-12 items-center gap-4">
        <label className="flex items-center gap-3 text-sm font-bold">
          {offer.words.quantity}
          <input
            type="number"
            name="quantity"
            defaultValue={1}
            min={1}
            max={99}
            required
            inputMode="numeric"
            className="h-12 w-18 rounded-md border border-edge bg-raised px-3 text-center text-base font-normal tabular-nums"
          />
        </label>
        <p role="status" className="text-sm text-muted">
          {gone ? offer.words.combinationSoldOut : variant?.note}
        </p>
      </div>
      <div className="low:static fixed inset-x-0 bottom-[calc(var(--nav-height)+env(safe-area-inset-bottom))] z-10 border-t border-line bg-surface px-4 py-2 md:static md:mt-5 md:border-0 md:p-0">
        <button
          type="submit"
          disabled={gone || allGone}
          aria-disabled={sending || undefined}
          className={buttonClass('primary', 'w-full tabular-nums')}
        >
          {gone || allGone ? offer.words.soldOut : `${offer.words.add} · ${variant?.price ?? offer.price}`}
        </button>
      </div>
    </form>
  );
}

function Price({ offer, variant }: { offer: Offer; variant: OfferVariant | null | undefined }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="text-lg font-bold tabular-nums">{variant?.price ?? offer.price}</span>
      <span className="text-xs text-muted">
        {offer.words.vat?.text}
        <a href="/shop/legal/shipping" className="inline-flex min-h-11 items-center underline underline-offset-2">
          {offer.words.shipping}
        </a>
      </span>
    </p>
  );
}

function chosenValues(form: HTMLFormElement, offer: Offer): string[] {
  const data = new FormData(form);
  return offer.options.map((option) => String(data.get(`option.${option.key}`) ?? ''));
}

function findVariant(offer: Offer, values: string[]): OfferVariant | null {
  return offer.variants.find((variant) => variant.values.every((value, index) => value === values[index])) ?? null;
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ActionBar } from './action-bar';
import { addToCart } from './add-to-cart';
import type { Offer, OfferVariant } from './offer';
import { useHeldTap } from './use-held-tap';
import { VariantPicker } from './variant-picker';

type State = { is: 'choosing' | 'adding' | 'added' } | { is: 'refused'; message: string };

/**
 * The form that posts to the cart. It works as plain HTML and leads to the cart; with script it stays on the page,
 * knows the exact price of what is chosen and marks what is sold out in combination.
 */
export function BuyForm({ offer }: { offer: Offer }) {
  const form = useRef<HTMLFormElement>(null);
  // Null until a script runs.
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [state, setState] = useState<State>({ is: 'choosing' });
  useEffect(() => {
    const look = () => {
      if (form.current) setChosen(chosenValues(form.current, offer));
      setState({ is: 'choosing' });
    };
    look();
    window.addEventListener('pageshow', look);
    return () => window.removeEventListener('pageshow', look);
  }, [offer]);
  useHeldTap(form);

  const choose = () => {
    if (form.current) setChosen(chosenValues(form.current, offer));
    setState({ is: 'choosing' });
  };
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    // "Tell me" and the wish list lead to pages of their own, as they do without script.
    if (event.nativeEvent.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (state.is === 'adding') return;
    setState({ is: 'adding' });
    void addToCart(event.currentTarget).then((answer) =>
      setState(answer.ok ? { is: 'added' } : { is: 'refused', message: answer.message ?? offer.words.offline }),
    );
  };

  const variant = findVariant(offer, chosen ?? offer.preselected);
  const exact = chosen !== null || !offer.severalPrices;
  const allGone = offer.variants.every((one) => one.left === 0);
  const gone = chosen ? !variant || variant.left === 0 : allGone;
  return (
    <form
      ref={form}
      action="/api/cart"
      method="post"
      data-held
      onChange={choose}
      onSubmit={submit}
      className="group/buy mt-1"
    >
      <input type="hidden" name="action" value="add" />
      <input type="hidden" name="slug" value={offer.slug} />
      <input type="hidden" name="returnTo" value="/shop/cart" />
      <PriceLine offer={offer} variant={variant} exact={exact} />
      <VariantPicker offer={offer} chosen={chosen} />
      {allGone ? (
        <NothingLeft offer={offer} />
      ) : (
        <div className="mt-5 flex min-h-12 items-center gap-4">
          <QuantityField label={offer.words.quantity} />
          <p role="status" className="text-sm text-muted">
            {gone ? (
              offer.words.combinationSoldOut
            ) : (
              <UnlessChanged exact={chosen !== null}>{variant?.note}</UnlessChanged>
            )}
          </p>
        </div>
      )}
      <TellMe offer={offer} gone={gone} />
      <ActionBar>
        {state.is === 'refused' && (
          <p role="alert" className="pb-2 text-center text-sm text-error">
            {state.message}
          </p>
        )}
        {state.is === 'added' ? (
          <Added offer={offer} />
        ) : (
          <button
            type="submit"
            disabled={gone}
            aria-busy={state.is === 'adding'}
            className={buttonClass('primary', 'w-full tabular-nums aria-busy:opacity-80')}
          >
            {gone ? (
              offer.words.soldOut
            ) : (
              <span>
                {offer.words.add} · <PriceText offer={offer} variant={variant} exact={exact} />
              </span>
            )}
          </button>
        )}
      </ActionBar>
    </form>
  );
}

// An old bubble may have led here: there is no other choice to make, so the way on leads out.
function NothingLeft({ offer }: { offer: Offer }) {
  return (
    <p role="status" className="mt-5 flex min-h-12 flex-wrap items-center gap-x-3 text-sm text-muted">
      {offer.words.allSoldOut}
      <a href="/shop" className="inline-flex min-h-11 items-center font-bold text-brand underline underline-offset-4">
        {offer.words.toShop}
      </a>
    </p>
  );
}

/** Posts the same form to other doors: what is chosen is what she wants to be told of, or likes. */
function TellMe({ offer, gone }: { offer: Offer; gone: boolean }) {
  return (
    <p className="mt-2">
      <button
        type="submit"
        formAction="/api/tell-me"
        formNoValidate
        name="tell"
        value={gone ? 'restock' : 'price'}
        className={buttonClass(gone ? 'quiet' : 'plain', 'text-sm')}
      >
        {gone ? offer.words.tellRestock : offer.words.tellPrice}
      </button>
      <button
        type="submit"
        formAction="/api/wishes"
        formNoValidate
        name="wish"
        value="add"
        className={buttonClass('plain', 'text-sm')}
      >
        {offer.words.wish}
      </button>
    </p>
  );
}

// The focus goes where the button was, so that Enter leads on.
function Added({ offer }: { offer: Offer }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus({ preventScroll: true }), []);
  return (
    <div className="flex items-center gap-3">
      <p role="status" className="flex flex-1 items-center gap-2 text-sm">
        <Icon name="check" size={20} className="text-brand" />
        {offer.words.added}
      </p>
      <a ref={link} href="/shop/cart" className={buttonClass('primary', 'flex-1')}>
        {offer.words.toCart}
      </a>
    </div>
  );
}

function QuantityField({ label }: { label: string }) {
  return (
    <label className="flex items-center gap-3 text-sm font-bold">
      {label}
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
  );
}

type Priced = { offer: Offer; variant: OfferVariant | null; exact: boolean };

function PriceLine(priced: Priced) {
  const { words } = priced.offer;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="text-lg font-bold tabular-nums">
        <PriceText {...priced} />
      </span>
      <span className="text-xs text-muted">
        {words.vat}
        <a href="/shop/legal/shipping" className="inline-flex min-h-11 items-center underline underline-offset-2">
          {words.shipping}
        </a>
      </span>
      {priced.variant?.reduction && (
        <span className="w-full text-sm">
          <UnlessChanged exact={priced.exact}>{priced.variant.reduction}</UnlessChanged>
        </span>
      )}
    </p>
  );
}

/** The price of what is chosen. Without script it is exact until she chooses otherwise, then "from": never a wrong one. */
function PriceText({ offer, variant, exact }: Priced) {
  return (
    <>
      <UnlessChanged exact={exact}>{variant?.price ?? offer.from}</UnlessChanged>
      {!exact && <span className="hidden group-has-[[data-other]:checked]/buy:inline">{offer.from}</span>}
    </>
  );
}

function UnlessChanged({ exact, children }: { exact: boolean; children: React.ReactNode }) {
  return exact ? children : <span className="group-has-[[data-other]:checked]/buy:hidden">{children}</span>;
}

function chosenValues(form: HTMLFormElement, offer: Offer): string[] {
  const data = new FormData(form);
  return offer.options.map((option) => String(data.get(`option.${option.key}`) ?? ''));
}

function findVariant(offer: Offer, values: string[]): OfferVariant | null {
  return offer.variants.find((variant) => variant.values.every((value, index) => value === values[index])) ?? null;
}

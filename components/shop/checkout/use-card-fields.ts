import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { toChargedAmount } from '@/lib/domain/currencies';
import { cardAppearance } from './card-appearance';
import type { CheckoutStart, Details } from './checkout-model';
import { openStripe } from './open-stripe';

export type CardFields = {
  node: RefObject<HTMLDivElement | null>;
  state: 'loading' | 'ready' | 'unreachable';
  card: { stripe: Stripe; elements: StripeElements } | null;
  /** Whether she wants this card kept, which only somebody known can wish. */
  keep: boolean;
  setKeep: (keep: boolean) => void;
  /** Stripe alone, for a payment that needs her bank before any field was shown. */
  loadStripeAlone: () => Promise<Stripe | null>;
};

/** The provider's card fields: its script by a tag of our own, mounted when the payment block first opens. */
export function useCardFields(
  start: CheckoutStart,
  wanted: boolean,
  amountMinor: number,
  details: Details,
): CardFields {
  const node = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<CardFields['state']>('loading');
  const [card, setCard] = useState<CardFields['card']>(null);
  const [keep, setKeep] = useState(false);
  // What stood in the address when the fields were made: later changes travel with the token.
  const first = useRef({ amountMinor, details });
  first.current = { amountMinor, details };

  useEffect(() => {
    const target = node.current;
    if (!wanted || !target) return;
    let gone = false;
    let fields: StripePaymentElement | null = null;
    void openStripe(start.stripe).then((stripe) => {
      if (gone) return;
      if (!stripe) return setState('unreachable');
      const elements = stripe.elements({
        mode: 'payment',
        amount: toChargedAmount(first.current.amountMinor, start.currency),
        currency: start.currency.toLowerCase(),
        ...(start.capture === 'at_fulfilment' ? { captureMethod: 'manual' as const } : {}),
        locale: start.language,
        appearance: cardAppearance(),
      });
      fields = elements.create('payment', {
        layout: 'tabs',
        defaultValues: { billingDetails: known(first.current.details) },
      });
      fields.on('ready', () => setState('ready'));
      fields.on('loaderror', () => setState('unreachable'));
      fields.mount(target);
      setCard({ stripe, elements });
    });
    return () => {
      gone = true;
      fields?.destroy();
    };
  }, [wanted, start]);

  useEffect(() => {
    // Stripe's fields know no payment of nothing. What they say of it must be what our server then asks for.
    if (amountMinor === 0) return;
    const amount = toChargedAmount(amountMinor, start.currency);
    void card?.elements.update({ amount, setupFutureUsage: keep ? 'on_session' : null });
  }, [card, amountMinor, start.currency, keep]);

  return { node, state, card, keep, setKeep, loadStripeAlone: () => openStripe(start.stripe) };
}

function known({ name, email, street1, street2, postalCode, city, region, country }: Details) {
  return {
    name,
    email,
    address: { line1: street1, line2: street2, postal_code: postalCode, city, state: region, country },
  };
}

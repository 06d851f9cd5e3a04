import type { Stripe, StripeElements } from '@stripe/stripe-js';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { toChargedAmount } from '@/lib/domain/currencies';
import { cardAppearance } from './card-appearance';
import type { CheckoutStart } from './checkout-model';
import { openStripe } from './open-stripe';

/** She agreed in the wallet's sheet; `failed` tells the sheet that it came to nothing. */
export type WalletAgreed = { stripe: Stripe; elements: StripeElements; failed: () => void };

export type Wallets = {
  node: RefObject<HTMLDivElement | null>;
  /** "none" where no wallet works: in Messenger's webview always. */
  state: 'looking' | 'none' | 'some';
};

type WalletsInput = {
  start: CheckoutStart;
  wanted: boolean;
  amountMinor: number;
  isBusy: boolean;
  onAgreed: (agreed: WalletAgreed) => void;
};

/**
 * Apple Pay and Google Pay, in a group of elements of their own: the card fields may stand half filled. Source: reference
 * payments §1.3 (what is available is known only once the element is ready; a click is answered within a second).
 */
export function useWallets({ start, wanted, amountMinor, isBusy, onAgreed }: WalletsInput): Wallets {
  const node = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<Wallets['state']>('looking');
  const group = useRef<StripeElements | null>(null);
  const newest = useRef({ amountMinor, isBusy, onAgreed });
  newest.current = { amountMinor, isBusy, onAgreed };

  useEffect(() => {
    const target = node.current;
    // There is nothing to agree to where discounts leave nothing to pay.
    if (!wanted || !target || newest.current.amountMinor === 0) return;
    let gone = false;
    let leave = () => undefined as undefined;
    void openStripe(start.stripe).then((stripe) => {
      if (gone) return;
      if (!stripe) return setState('none');
      const elements = stripe.elements({
        mode: 'payment',
        amount: toChargedAmount(newest.current.amountMinor, start.currency),
        currency: start.currency.toLowerCase(),
        ...(start.capture === 'at_fulfilment' ? { captureMethod: 'manual' as const } : {}),
        locale: start.language,
        appearance: cardAppearance(),
      });
      group.current = elements;
      const row = mountRow(elements, target, {
        shopName: start.shopName,
        onKnown: setState,
        isBusy: () => newest.current.isBusy,
        onAgreed: (failed) => newest.current.onAgreed({ stripe, elements, failed }),
      });
      leave = () => void row.destroy();
    });
    return () => {
      gone = true;
      group.current = null;
      leave();
    };
  }, [wanted, start]);

  useEffect(() => {
    if (amountMinor > 0) void group.current?.update({ amount: toChargedAmount(amountMinor, start.currency) });
  }, [amountMinor, start.currency]);

  return { node, state };
}

type Row = {
  shopName: string;
  onKnown: (state: 'none' | 'some') => void;
  isBusy: () => boolean;
  onAgreed: (failed: () => void) => void;
};

function mountRow(elements: StripeElements, target: HTMLElement, { shopName, onKnown, isBusy, onAgreed }: Row) {
  const row = elements.create('expressCheckout', {
    // "Buy" says that it costs something, as the law wants of a button that orders; "order" alone would not.
    buttonType: { applePay: 'buy', googlePay: 'buy' },
    buttonHeight: 48,
    layout: { maxColumns: 1, maxRows: 0, overflow: 'never' },
    paymentMethods: { applePay: 'auto', googlePay: 'auto', link: 'never', paypal: 'never', amazonPay: 'never' },
  });
  row.on('ready', ({ availablePaymentMethods }) => onKnown(availablePaymentMethods ? 'some' : 'none'));
  row.on('loaderror', () => onKnown('none'));
  row.on('click', (event) => (isBusy() ? event.reject() : event.resolve({ business: { name: shopName } })));
  row.on('confirm', (event) => onAgreed(() => event.paymentFailed({ reason: 'fail' })));
  row.mount(target);
  return row;
}

import { wayWords } from '@/lib/domain/words/ways';
import type { CheckoutStart } from './checkout-model';
import type { Wallets } from './use-wallets';

type WalletRowProps = {
  wallets: Wallets;
  start: CheckoutStart;
  /** Nothing above it grows any more: a button that orders does not move under a thumb. */
  isStill: boolean;
};

/**
 * The wallets' own buttons, under the review and the order button. Until it is known that one works, nothing is seen of
 * it and nothing in it can be tapped or tabbed to. Source: Stripe docs, Express Checkout Element (hidden until `ready`).
 */
export function WalletRow({ wallets, start, isStill }: WalletRowProps) {
  const isSeen = wallets.state === 'some' && isStill;
  return (
    <div className={isSeen ? 'mt-5' : 'invisible h-0 overflow-hidden'}>
      {isSeen && <p className="mb-3 text-center text-sm text-muted">{wayWords[start.language].or}</p>}
      <div ref={wallets.node} className="scheme-light" />
    </div>
  );
}

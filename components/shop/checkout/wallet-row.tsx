import { wayWords } from '@/lib/domain/words/ways';
import type { CheckoutStart } from './checkout-model';
import type { Wallets } from './use-wallets';

/** The wallets' own buttons, under the review and the order button. Without a wallet nothing is seen of it. */
export function WalletRow({ wallets, start }: { wallets: Wallets; start: CheckoutStart }) {
  const isSeen = wallets.state === 'some';
  return (
    <div className={isSeen ? 'mt-5' : 'h-0 overflow-hidden'}>
      {isSeen && <p className="mb-3 text-center text-sm text-muted">{wayWords[start.language].or}</p>}
      <div ref={wallets.node} className="scheme-light" />
    </div>
  );
}

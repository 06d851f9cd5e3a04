import { Notice } from '@/components/ui/notice';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import type { PaymentState } from './use-payment';

/** How the payment stands, said aloud as well: a decline with the way on, or that nobody is charged twice. */
export function PaymentNews({ state, words }: { state: PaymentState; words: CheckoutWords }) {
  if (state.is === 'ready' || state.is === 'working') return null;
  if (state.is === 'refused')
    return (
      <div className="mt-4">
        <Notice tone="error">
          {state.message}
          {state.cartHelps && (
            <a href="/shop/cart" className="ms-1 inline-flex min-h-11 items-center font-bold underline">
              {words.toCart}
            </a>
          )}
        </Notice>
      </div>
    );
  const text = { bank: words.bankAsks, approving: words.approving, checking: words.checking, paid: words.paid }[
    state.is
  ];
  return (
    <div className="mt-4">
      <Notice tone="news">{text}</Notice>
    </div>
  );
}

import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import type { CheckoutStart, Details } from './checkout-model';
import { PaymentNews } from './payment-news';
import { Review } from './review';
import type { CardFields } from './use-card-fields';
import type { usePayment } from './use-payment';

type CardPartProps = {
  start: CheckoutStart;
  card: CardFields;
  details: Details;
  quote: Quote;
  payment: ReturnType<typeof usePayment>;
  words: CheckoutWords;
  isOpen: boolean;
};

/** The card fields, then what the law wants above the button, then the button. */
export function CardPart({ start, card, details, quote, payment, words, isOpen }: CardPartProps) {
  const { state } = payment;
  const isBusy = state.is !== 'ready' && state.is !== 'refused';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        payment.pay(details, quote);
      }}
    >
      {card.state === 'unreachable' ? (
        <Notice tone="error">
          {words.pay.unreachable}{' '}
          <button type="button" onClick={() => window.location.reload()} className="min-h-11 font-bold underline">
            {words.pay.reload}
          </button>
        </Notice>
      ) : (
        <div className="relative min-h-60">
          {card.state === 'loading' && (
            <p className="absolute inset-0 grid place-items-center text-sm text-muted">{words.pay.loading}</p>
          )}
          <div ref={card.node} />
        </div>
      )}
      <p className="mt-3 flex items-center gap-2 text-xs text-muted">
        <Icon name="lock" size={16} className="shrink-0" />
        {words.pay.safe}
      </p>
      <Review quote={quote} start={start} country={details.country} words={words} />
      {isOpen && <PaymentNews state={state} words={words} />}
      <button
        type="submit"
        disabled={isBusy || card.state !== 'ready'}
        className={buttonClass('primary', 'mt-4 w-full')}
      >
        {state.is === 'working' ? words.ordering : words.order}
      </button>
    </form>
  );
}

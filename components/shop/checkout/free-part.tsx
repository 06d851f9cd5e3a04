import { buttonClass } from '@/components/ui/button';
import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import type { CheckoutStart, Details } from './checkout-model';
import { payNothing } from './pay-nothing';
import { PaymentNews } from './payment-news';
import { Review } from './review';
import type { usePayment } from './use-payment';

type FreePartProps = {
  start: CheckoutStart;
  details: Details;
  quote: Quote;
  payment: ReturnType<typeof usePayment>;
  words: CheckoutWords;
  isOpen: boolean;
};

/** Where discounts leave nothing to pay: what was chosen, and the button. No card is asked for. */
export function FreePart({ start, details, quote, payment, words, isOpen }: FreePartProps) {
  const { state } = payment;
  const isBusy = state.is !== 'ready' && state.is !== 'refused';
  const tools = { tell: payment.tell, wait: payment.wait };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void payment.run('card', () => payNothing({ start, details, quote, tools }));
      }}
    >
      <p className="text-sm">{words.pay.nothing}</p>
      <Review quote={quote} start={start} country={details.country} words={words} />
      {isOpen && <PaymentNews state={state} words={words} />}
      <button type="submit" disabled={isBusy} className={buttonClass('primary', 'mt-4 w-full')}>
        {state.is === 'working' ? words.ordering : words.orderFree}
      </button>
    </form>
  );
}

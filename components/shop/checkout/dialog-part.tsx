import { buttonClass } from '@/components/ui/button';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import type { MessengerExtensionsSdk } from '@/lib/webview/extensions';
import type { CheckoutStart } from './checkout-model';
import { payByMessenger } from './pay-by-messenger';
import { PaymentNews } from './payment-news';
import { Review } from './review';
import type { usePayment } from './use-payment';

type DialogPartProps = {
  start: CheckoutStart;
  sdk: MessengerExtensionsSdk;
  payment: ReturnType<typeof usePayment>;
  words: CheckoutWords;
  onCard: () => void;
};

/** Profile 2016: address, way of sending and card come from Messenger's dialog, which opens only after the order button. */
export function DialogPart({ start, sdk, payment, words, onCard }: DialogPartProps) {
  const { state } = payment;
  const isBusy = state.is !== 'ready' && state.is !== 'refused';
  const tools = { tell: payment.tell, wait: payment.wait };
  return (
    <section aria-labelledby="dialog">
      <h2 id="dialog" className="pt-4 text-base">
        {words.dialog.title}
      </h2>
      <p className="mt-1 text-sm text-muted">{words.dialog.text}</p>
      <Review quote={start.quote} start={start} country={start.details.country} words={words} />
      <PaymentNews state={state} words={words} />
      <button
        type="button"
        disabled={isBusy}
        onClick={() => void payment.run('messenger', () => payByMessenger(start, sdk, tools))}
        className={buttonClass('primary', 'mt-4 w-full')}
      >
        {state.is === 'working' ? words.ordering : words.order}
      </button>
      <button type="button" disabled={isBusy} onClick={onCard} className={buttonClass('plain', 'mt-2 w-full text-sm')}>
        {words.dialog.card}
      </button>
    </section>
  );
}

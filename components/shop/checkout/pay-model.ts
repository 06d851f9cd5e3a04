import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import type { Buyer, CheckoutStart, Details } from './checkout-model';
import type { CardFields } from './use-card-fields';
import type { usePayment } from './use-payment';

/** What every way to pay is made of. */
export type PayStepProps = {
  start: CheckoutStart;
  buyer: Buyer;
  fields: CardFields;
  details: Details;
  quote: Quote;
  payment: ReturnType<typeof usePayment>;
  words: CheckoutWords;
  isOpen: boolean;
};

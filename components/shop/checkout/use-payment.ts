import { useEffect, useRef, useState } from 'react';
import type { Quote } from '@/lib/domain/cart/quote';
import { checkoutWords } from '@/lib/domain/words/checkout';
import type { Progress } from './attempt';
import { type FieldProblems, problemsFromServer } from './check-details';
import type { CheckoutStart } from './checkout-model';
import type { CardEnd } from './pay-by-card';
import { cartHelps, isLastWord, isQuote, leave, resume, sentence, wait } from './payment-end';
import { forgetRequestId, type PaymentWay } from './request-id';
import type { CardFields } from './use-card-fields';

export type PaymentState =
  | { is: 'ready' | 'working' | 'paid' | Progress }
  | { is: 'refused'; message: string; cartHelps: boolean };

type PaymentInput = {
  start: CheckoutStart;
  fields: CardFields;
  onPrice: (quote: Quote) => void;
  onFields: (problems: FieldProblems) => void;
};

/** Paying, from the tap to the last word; a payment that was under way before a reload is taken up again. */
export function usePayment({ start, fields, onPrice, onFields }: PaymentInput) {
  const [state, setState] = useState<PaymentState>({ is: 'ready' });
  const busy = useRef(false);
  const words = checkoutWords[start.language];
  const tools = { tell: (is: Progress) => setState({ is }), wait };

  const settle = (way: PaymentWay, end: CardEnd) => {
    busy.current = false;
    if (isLastWord(end)) forgetRequestId(way);
    if (end.is === 'paid') {
      setState({ is: 'paid' });
      void leave(end.orderId);
      return;
    }
    if (end.is === 'problem') {
      const fields = problemsFromServer(end.detail.fields);
      if (Object.keys(fields).length > 0) onFields(fields);
      if (['price_changed', 'discount_gone'].includes(end.problem) && isQuote(end.detail.quote))
        onPrice(end.detail.quote);
    }
    setState({ is: 'refused', message: sentence(end, words), cartHelps: cartHelps(end) });
  };

  const run = async (way: PaymentWay, work: () => Promise<CardEnd | null>) => {
    // A second tap before React has drawn the first.
    if (busy.current) return;
    busy.current = true;
    setState({ is: 'working' });
    const end = await work();
    if (end) return settle(way, end);
    busy.current = false;
    setState({ is: 'ready' });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    void resume(fields.loadStripeAlone, tools).then((found) => found && settle(found.way, found.end));
  }, []);

  return { state, run, ...tools };
}

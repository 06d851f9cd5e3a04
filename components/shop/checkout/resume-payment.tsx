'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageLanguage } from '@/lib/domain/page-language';
import { checkoutWords } from '@/lib/domain/words/checkout';
import type { CheckoutStart } from './checkout-model';
import { openStripe } from './open-stripe';
import { leave, resume, sentence, wait } from './payment-end';
import { forgetRequestId } from './request-id';

/** Says how the payment of this tab ended; one that is paid leads to its order. */
export function ResumePayment({ language, stripe }: { language: PageLanguage; stripe: CheckoutStart['stripe'] }) {
  const words = checkoutWords[language];
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    void resume(() => openStripe(stripe), { tell: () => undefined, wait }).then((found) => {
      if (!found) return setMessage(words.resume.none);
      if (found.end.is !== 'none') forgetRequestId(found.way);
      if (found.end.is === 'paid') void leave(found.end.orderId);
      else setMessage(sentence(found.end, words));
    });
  }, [stripe, words]);
  return (
    <div className="safe-x mx-auto max-w-text pt-6">
      <h1 className="mb-4 text-lg">{words.resume.title}</h1>
      <Notice tone="news">{message ?? words.checking}</Notice>
      <a href="/shop/cart" className={buttonClass('quiet', 'mt-6')}>
        {words.resume.action}
      </a>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { writtenLanguage } from '@/lib/domain/page-language';
import { wayWords } from '@/lib/domain/words/ways';
import { loadExtensions, type MessengerExtensionsSdk } from '@/lib/webview/extensions';
import { canPayInFirstForm } from '@/lib/webview/first-payment';
import { canPayInMessenger } from '@/lib/webview/payment-dialog';
import type { CheckoutStart } from './checkout-model';
import { payByFirstForm } from './pay-by-first-form';
import { merchantOf } from './pay-by-messenger';
import type { PayStepProps } from './pay-model';
import type { Way } from './way';

/** The SDK where the webview pays as in autumn 2016; null until that is known, and elsewhere. */
export function useFirstForm(start: CheckoutStart): MessengerExtensionsSdk | null {
  const [able, setAble] = useState<MessengerExtensionsSdk | null>(null);
  useEffect(() => {
    let gone = false;
    const probe = async () => {
      const wanted = start.currency === 'USD' && start.messenger.readsPaymentResults;
      const sdk = wanted ? await loadExtensions(start.messenger.sdkUrl) : null;
      if (!sdk || !(await canPayInFirstForm(sdk))) return;
      // Clients of 2017 know both forms, and there the newer one is the whole page.
      const { quote } = start;
      const language = writtenLanguage(start.language);
      const newer = await canPayInMessenger(sdk, { merchant: merchantOf(start), quote, language });
      if (!newer && !gone) setAble(sdk);
    };
    void probe();
    return () => {
      gone = true;
    };
  }, [start]);
  return able;
}

/** A card that Messenger keeps for her: chosen in its sheet, charged with the total that stands on this page. */
export function firstFormWay({ start, details, quote, payment }: PayStepProps, sdk: MessengerExtensionsSdk): Way {
  const words = wayWords[start.language].messenger;
  const tools = { tell: payment.tell, wait: payment.wait };
  return {
    id: 'messenger',
    title: words.title,
    panel: <p className="text-sm text-muted">{words.text}</p>,
    isReady: true,
    pay: () =>
      void payment.run('messenger', () =>
        payByFirstForm({ start, sdk, details, shippingOptionId: quote.shipping.chosen.id, tools }),
      ),
  };
}

import { useEffect, useState } from 'react';
import { writtenLanguage } from '@/lib/domain/page-language';
import { loadExtensions, type MessengerExtensionsSdk } from '@/lib/webview/extensions';
import { canPayInMessenger } from '@/lib/webview/payment-dialog';
import type { CheckoutStart } from './checkout-model';
import { merchantOf } from './pay-by-messenger';

/** The SDK where Messenger's own payment dialog can be shown for this cart; null until that is known, and elsewhere. */
export function useMessengerDialog(start: CheckoutStart): MessengerExtensionsSdk | null {
  const [able, setAble] = useState<MessengerExtensionsSdk | null>(null);
  useEffect(() => {
    let gone = false;
    const probe = async () => {
      const sdk =
        start.currency === 'USD' && start.quote.total.amountMinor > 0
          ? await loadExtensions(start.messenger.sdkUrl)
          : null;
      if (!sdk) return;
      const can = await canPayInMessenger(sdk, {
        merchant: merchantOf(start),
        quote: start.quote,
        language: writtenLanguage(start.language),
      });
      if (can && !gone) setAble(sdk);
    };
    void probe();
    return () => {
      gone = true;
    };
  }, [start]);
  return able;
}

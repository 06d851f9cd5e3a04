import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type PaypalWords, paypalWords } from '@/lib/domain/words/paypal';
import { cancel } from './doors';
import { payOnServer } from './pay-by-card';
import type { PayStepProps } from './pay-model';
import { PaypalMark } from './paypal-mark';
import { isFramed, leaveFor, openTab } from './provider-page';
import { currentRequestId } from './request-id';
import type { Way } from './way';

/** PayPal, where the merchant takes it: in this view, or from a desktop frame in a tab of its own while the frame waits. */
export function usePaypalWay({ start, details, quote, payment }: PayStepProps): Way | null {
  const words = paypalWords[start.language];
  const [framed, setFramed] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => setFramed(isFramed()), []);
  if (!start.takesPaypal) return null;

  const payHere = () => payment.run('paypal', () => order((link) => leaveFor(link)));
  const payInTab = () => {
    const tab = openTab();
    return payment.run('paypal', async () => {
      const end = await order(async (link) => {
        setUrl(link);
        tab?.lead(link);
      });
      setUrl(null);
      // Nothing was opened for her there: an empty tab helps nobody.
      if (end.is === 'problem' || end.is === 'none') tab?.close();
      return end;
    });
  };
  const order = (approve: (link: string) => Promise<void>) => {
    const tools = { tell: payment.tell, wait: payment.wait, challenge: async () => undefined, approve };
    return payOnServer({ start, details, quote }, { way: 'paypal' }, tools);
  };
  return {
    id: 'paypal',
    title: 'PayPal',
    aside: <PaypalMark />,
    panel: <PaypalPanel framed={framed} url={url} words={words} />,
    isReady: true,
    pay: () => void (framed ? payInTab() : payHere()),
  };
}

function PaypalPanel({ framed, url, words }: { framed: boolean; url: string | null; words: PaypalWords }) {
  if (!url) return <p className="text-sm text-muted">{framed ? words.newTab : words.sameView}</p>;
  return (
    <div className="grid gap-2">
      <a href={url} target="_blank" rel="noopener" className={buttonClass('quiet')}>
        {words.noTab}
      </a>
      <button type="button" onClick={() => void giveUp()} className={buttonClass('plain', 'text-sm')}>
        {words.giveUp}
      </button>
    </div>
  );
}

// The page that waits hears of it as of every other end.
async function giveUp(): Promise<void> {
  const requestId = currentRequestId('paypal');
  if (requestId) await cancel(requestId);
}

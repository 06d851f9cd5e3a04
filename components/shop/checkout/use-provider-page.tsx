import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { ProviderPageWords } from '@/lib/domain/words/provider-page-words';
import { providerPageWords } from '@/lib/domain/words/provider-pages';
import { cancel } from './doors';
import { payOnServer } from './pay-by-card';
import type { PayStepProps } from './pay-model';
import { isFramed, leaveFor, openTab } from './provider-page';
import { currentRequestId, type ProviderPageWay } from './request-id';
import type { Way } from './way';

/** Paying on a provider's own page: in this view, or from a desktop frame in a tab of its own while the frame waits. */
export function useProviderPage(
  { start, details, quote, payment }: PayStepProps,
  way: ProviderPageWay,
): Required<Pick<Way, 'panel' | 'pay'>> {
  const words = providerPageWords[way][start.language];
  const [framed, setFramed] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => setFramed(isFramed()), []);

  const order = (approve: (link: string) => Promise<void>) => {
    const tools = { tell: payment.tell, wait: payment.wait, challenge: async () => undefined, approve };
    return payOnServer({ start, details, quote }, { way }, tools);
  };
  const payHere = () => payment.run(way, () => order((link) => leaveFor(link)));
  const payInTab = () => {
    const tab = openTab();
    return payment.run(way, async () => {
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
  return {
    panel: <PagePanel way={way} framed={framed} url={url} words={words} />,
    pay: () => void (framed ? payInTab() : payHere()),
  };
}

type PanelProps = { way: ProviderPageWay; framed: boolean; url: string | null; words: ProviderPageWords };

function PagePanel({ way, framed, url, words }: PanelProps) {
  if (!url) return <p className="text-sm text-muted">{framed ? words.newTab : words.sameView}</p>;
  return (
    <div className="grid gap-2">
      <a href={url} target="_blank" rel="noopener" className={buttonClass('quiet')}>
        {words.noTab}
      </a>
      <button type="button" onClick={() => void giveUp(way)} className={buttonClass('plain', 'text-sm')}>
        {words.giveUp}
      </button>
    </div>
  );
}

// The page that waits hears of it as of every other end.
async function giveUp(way: ProviderPageWay): Promise<void> {
  const requestId = currentRequestId(way);
  if (requestId) await cancel(requestId);
}

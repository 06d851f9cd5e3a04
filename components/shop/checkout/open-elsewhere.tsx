import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { wayWords } from '@/lib/domain/words/ways';
import type { CheckoutStart } from './checkout-model';
import { followHandOff, makeHandOff } from './doors';
import { leave } from './payment-end';

const LOOK_EVERY_MS = 3_000;
type Link = { url: string; handle: string };
type State = 'idle' | 'preparing' | 'failed' | 'waiting' | 'opened' | 'paid';

/** Wallets do not work in a webview: a link takes this one cart into the phone's browser, and this page waits for its news. */
export function OpenElsewhere({ start }: { start: CheckoutStart }) {
  const words = wayWords[start.language].open;
  const [state, setState] = useState<State>('idle');
  const [link, setLink] = useState<Link | null>(null);
  const prepare = async () => {
    setState('preparing');
    const made = await makeHandOff();
    setLink(made.ok ? made.value : null);
    setState(made.ok ? 'waiting' : 'failed');
  };
  useNews(link?.handle ?? null, setState);
  return (
    <section aria-labelledby="open-elsewhere" className="mt-6 border-t border-line pt-4">
      <h3 id="open-elsewhere" className="text-sm font-bold">
        {words.title}
      </h3>
      <p className="mt-1 text-sm text-muted">{words.hint}</p>
      {link ? (
        <LinkOut link={link} start={start} />
      ) : (
        <button
          type="button"
          disabled={state === 'preparing'}
          onClick={() => void prepare()}
          className={buttonClass('quiet', 'mt-3 w-full')}
        >
          {state === 'preparing' ? words.preparing : words.action}
        </button>
      )}
      {state === 'failed' && <Notice tone="error">{words.unavailable}</Notice>}
      {(state === 'waiting' || state === 'opened') && (
        <div className="mt-3">
          <Notice tone="news">{state === 'opened' ? words.opened : words.waiting}</Notice>
        </div>
      )}
    </section>
  );
}

function LinkOut({ link, start }: { link: Link; start: CheckoutStart }) {
  const words = wayWords[start.language].open;
  const [copied, setCopied] = useState(false);
  const out = useRef<HTMLAnchorElement>(null);
  useEffect(() => out.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(link.url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <a ref={out} href={link.url} target="_blank" rel="noopener" className={buttonClass('primary', 'mt-3 w-full')}>
        {words.ready}
      </a>
      <button type="button" onClick={() => void copy()} className={buttonClass('plain', 'mt-1 w-full text-sm')}>
        {copied ? words.copied : words.copy}
      </button>
      <p className="mt-1 text-xs text-muted">{words.once}</p>
    </>
  );
}

/** Asks what became of the link until it was paid; then this page goes where it would have gone itself. */
function useNews(handle: string | null, tell: (state: State) => void): void {
  const newest = useRef(tell);
  newest.current = tell;
  useEffect(() => {
    if (!handle) return;
    const timer = window.setInterval(async () => {
      const news = await followHandOff(handle);
      if (!news.ok) return;
      newest.current(news.value.is);
      if (news.value.is !== 'paid') return;
      window.clearInterval(timer);
      void leave(news.value.orderId);
    }, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [handle]);
}

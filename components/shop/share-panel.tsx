'use client';

import { useId, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ShopWords } from '@/lib/domain/words/shop';
import { beginShareFlow, getShareModes, type ShareMode } from '@/lib/webview/share-flow';
import { askForShare, type Share } from './ask-for-share';
import { CopyField } from './copy-field';
import { useHeldTap } from './use-held-tap';

type Words = ShopWords['product']['share'];
type Ways = { share: Share; modes: ShareMode[]; system: boolean };
type Said = 'nothing' | 'sent' | 'failed';

/**
 * Every way in which this phone can pass a product on, with the sharer's own code in the links: Messenger's dialog where
 * the client still has one, the device's sheet, a link to the product, a link into the chat.
 */
export function SharePanel({
  slug,
  words,
  look = 'quiet',
}: {
  slug: string;
  words: Words;
  look?: 'quiet' | 'primary';
}) {
  const panel = useId();
  const ready = useHydrated();
  const button = useRef<HTMLButtonElement>(null);
  useHeldTap(button);
  const [open, setOpen] = useState(false);
  const [ways, setWays] = useState<Ways | null>(null);
  const [said, setSaid] = useState<Said>('nothing');

  const toggle = async () => {
    setOpen(!open);
    if (open || ways) return;
    const [share, modes] = await Promise.all([askForShare(slug), getShareModes()]);
    if (share) setWays({ share, modes, system: typeof navigator.share === 'function' });
    else setSaid('failed');
  };
  const send = async (share: Share, mode: ShareMode) => {
    const end = await beginShareFlow(share.message, mode);
    setSaid(end === 'cancelled' ? 'nothing' : end);
  };
  const system = async ({ pageUrl: url, text }: Share) => {
    // Closing the sheet without sharing is an answer too.
    await navigator.share({ url, text }).catch(() => undefined);
  };
  return (
    <div className="min-w-0 grow">
      <button
        type="button"
        ref={button}
        data-held
        // Only a script shares: until one runs, or holds her tap, the button keeps its place and is not offered.
        className={buttonClass(look, ready ? '' : 'invisible in-data-holds-taps:visible')}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => void toggle()}
      >
        <Icon name="share" size={20} />
        {words.open}
      </button>
      <section id={panel} aria-label={words.label} hidden={!open} className="mt-3 grid gap-2">
        {ways?.modes.map((mode) => (
          <button
            key={mode}
            type="button"
            className={buttonClass('primary')}
            onClick={() => void send(ways.share, mode)}
          >
            {mode === 'broadcast' ? words.friends : words.thread}
          </button>
        ))}
        {ways?.system && (
          <button type="button" className={buttonClass('quiet')} onClick={() => void system(ways.share)}>
            {words.system}
          </button>
        )}
        {ways && <CopyField label={words.page} url={ways.share.pageUrl} words={words} />}
        {ways && <CopyField label={words.chat} url={ways.share.threadUrl} words={words} />}
        <p role="status" className="min-h-5 text-sm text-muted">
          {said === 'nothing' ? '' : words[said]}
        </p>
      </section>
    </div>
  );
}

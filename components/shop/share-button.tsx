'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type ShareButtonProps = { url: string; text: string; label: string; copied: string };

/** Shares a product she bought, never her order: the phone's own sheet where there is one, else the link is copied. */
export function ShareButton({ url, text, label, copied }: ShareButtonProps) {
  const [done, setDone] = useState(false);
  const share = async () => {
    if (typeof navigator.share === 'function') {
      // Closing the sheet without sharing is an answer too.
      await navigator.share({ url, text }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(`${text}: ${url}`);
    setDone(true);
  };
  return (
    <button type="button" onClick={() => void share()} className={buttonClass('primary')}>
      <Icon name={done ? 'check' : 'share'} size={20} />
      <span role="status">{done ? copied : label}</span>
    </button>
  );
}

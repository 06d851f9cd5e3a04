'use client';

import { useEffect } from 'react';
import { askToWrite } from '@/lib/webview/ask-permission';

let asked = false;

/** Asks somebody who never wrote, once and before she pays, whether order news may come into a thread. Paying never waits for it. */
export function AskMayWrite({ now }: { now: boolean }) {
  useEffect(() => {
    if (!now || asked) return;
    asked = true;
    void askToWrite().then(async (granted) => {
      if (granted === null) return;
      // Unheard, the answer is asked for again at the next checkout.
      await fetch('/api/webview/may-write', {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ granted }),
        keepalive: true,
      }).catch(() => undefined);
    });
  }, [now]);
  return null;
}

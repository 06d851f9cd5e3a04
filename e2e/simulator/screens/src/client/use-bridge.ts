import { type RefObject, useEffect } from 'react';
import { relay } from './bridge';
import { askSdk } from './post';

/** While the webview is open, what its SDK asks goes to the server and comes back. */
export function useBridge(webviewId: string, frame: RefObject<HTMLIFrameElement | null>): void {
  useEffect(() => {
    const hear = (event: MessageEvent) =>
      void relay(event, frame.current?.contentWindow ?? null, (body) => askSdk(webviewId, body));
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [webviewId, frame]);
}

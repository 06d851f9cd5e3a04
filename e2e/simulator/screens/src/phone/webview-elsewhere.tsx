import { useEffect } from 'react';
import type { ScreenWebview } from '@/e2e/simulator/messenger/screen-contract';
import { hostOf } from '@/e2e/simulator/screens/src/client/format';
import { closeWebview } from '@/e2e/simulator/screens/src/client/post';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';

/** Host kind `browser`: no webview, the address goes to a tab of its own; the link stays for when pop-ups are blocked. */
export function WebviewElsewhere({ webview }: { webview: NonNullable<ScreenWebview> }) {
  const { id, url, openUrl } = webview;
  useEffect(() => {
    window.open(openUrl, `parley-${id}`);
  }, [id, openUrl]);
  return (
    <div role="status" className="flex shrink-0 items-center gap-2 border-t border-line bg-mist py-1 pr-1 pl-4 text-sm">
      <span className="min-w-0 grow truncate">
        In a browser tab:{' '}
        <a href={openUrl} target={`parley-${id}`} className="font-semibold text-brand underline">
          {webview.title || hostOf(url)}
        </a>
      </span>
      <button
        type="button"
        aria-label="Close webview"
        onClick={() => void closeWebview(id)}
        className="grid size-11 place-items-center rounded-full hover:bg-bubble"
      >
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}

import { useState } from 'react';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';

/** The webview's share icon. The mark that Messenger put on the address for its own frame is not for others. */
export function CopyLink({ url }: { url: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const clean = new URL(url);
    clean.searchParams.delete('fb_iframe_origin');
    try {
      await navigator.clipboard.writeText(clean.href);
      setSaid('Link copied');
    } catch {
      setSaid('Copying was refused');
    }
  };
  return (
    <span className="relative">
      <button
        type="button"
        aria-label="Share page: copy its link"
        onClick={() => void copy()}
        className="grid size-11 place-items-center rounded-full text-brand hover:bg-bubble"
      >
        <Icon name={said === 'Link copied' ? 'check' : 'share'} size={21} />
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  );
}

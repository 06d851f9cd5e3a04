import { useEffect, useRef } from 'react';
import type { ScreenWebview } from '@/e2e/simulator/messenger/screen-contract';
import { hostOf } from '@/e2e/simulator/screens/src/client/format';
import { closeWebview } from '@/e2e/simulator/screens/src/client/post';
import { useBridge } from '@/e2e/simulator/screens/src/client/use-bridge';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { useFocusReturn } from '@/e2e/simulator/screens/src/ui/use-focus-return';
import { CopyLink } from './copy-link';
import { usePhone } from './phone-context';

type Webview = NonNullable<ScreenWebview>;

const HEIGHT = { compact: 'h-1/2', tall: 'h-3/4', full: 'h-[calc(100%-2.75rem)]' };

function TitleBar({ webview }: { webview: Webview }) {
  const { state } = usePhone();
  const close = useRef<HTMLButtonElement>(null);
  const titled = webview.title !== '' && webview.title !== hostOf(webview.url);
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  return (
    <header className="grid h-14 shrink-0 grid-cols-[3rem_1fr_3rem] items-center border-b border-line px-1">
      <button
        ref={close}
        type="button"
        aria-label="Close webview"
        onClick={() => void closeWebview(webview.id)}
        className="ml-1 grid size-11 place-items-center rounded-full hover:bg-bubble"
      >
        <Icon name={state.host.kind === 'android' ? 'back' : 'close'} size={22} />
      </button>
      <div className="min-w-0 text-center leading-tight">
        <h1 className="truncate text-[15px] font-semibold">{titled ? webview.title : state.page.name}</h1>
        <p className="flex items-center justify-center gap-1 truncate text-[12px] text-soft">
          {webview.url.startsWith('https:') ? <Icon name="lock" size={12} /> : null}
          {hostOf(webview.url)}
        </p>
      </div>
      {webview.shareHidden ? null : <CopyLink url={webview.url} />}
    </header>
  );
}

/** The shop's page in a sheet over the thread: a frame of another site, as on the real platform's desktop. */
export function WebviewSheet({ webview, covered }: { webview: Webview; covered: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { state } = usePhone();
  useBridge(webview.id, frame);

  useFocusReturn();

  const height = state.host.kind === 'facebook-frame' ? HEIGHT.full : HEIGHT[webview.heightRatio];
  // The nearest thing to a client that keeps no third-party cookies: a storage of its own that dies with this page.
  const storage = { credentialless: !state.host.cookies };
  return (
    <div className="absolute inset-0 z-30 flex flex-col justify-end bg-black/40 animate-fade" inert={covered}>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className="grow"
        onClick={() => void closeWebview(webview.id)}
      />
      <section
        aria-label="Web page"
        className={`flex flex-col overflow-hidden rounded-t-3xl bg-surface shadow-2xl animate-rise ${height}`}
      >
        <TitleBar webview={webview} />
        <iframe
          {...storage}
          ref={frame}
          key={`${webview.id} ${state.host.cookies}`}
          name="messenger_ref"
          title="Webview"
          src={webview.url}
          allow="payment"
          className="min-h-0 w-full grow bg-white"
        />
      </section>
    </div>
  );
}

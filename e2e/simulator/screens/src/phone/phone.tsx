import { type ReactNode, useMemo, useState } from 'react';
import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import { type Posted, reasonOf, tap } from '@/e2e/simulator/screens/src/client/post';
import { PaymentSheet } from '@/e2e/simulator/screens/src/payment/payment-sheet';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { type PhoneActs, PhoneContext, type Sharing } from './phone-context';
import { ShareSheet } from './share-sheet';
import { StatusBar } from './status-bar';
import { ThreadHeader } from './thread-header';
import { WebviewElsewhere } from './webview-elsewhere';
import { WebviewSheet } from './webview-sheet';

type Props = { state: ScreenState; connected: boolean; onOpenTools: () => void };

function Notice({ children, onLeave }: { children: ReactNode; onLeave: () => void }) {
  return (
    <div role="alert" className="flex items-center gap-2 bg-surface px-4 py-1.5 text-sm text-bad">
      <span className="grow">{children}</span>
      <button type="button" onClick={onLeave} className="min-h-8 px-2 font-semibold underline">
        Dismiss
      </button>
    </div>
  );
}

/** Everything inside the drawn device: the thread, and what may lie over it. */
export function Phone({ state, connected, onOpenTools }: Props) {
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { psid, person } = state.thread;

  const acts: PhoneActs = useMemo(() => {
    const report = (posted: Posted) => setProblem(posted.ok ? null : `Refused: ${reasonOf(posted)}`);
    return {
      state,
      locale: person.locale,
      tap: (what) => void tap(psid, what).then(report),
      share: setSharing,
    };
  }, [state, psid, person.locale]);

  const elsewhere = state.host.kind === 'browser';
  const framed = elsewhere ? null : state.webview;
  return (
    <PhoneContext value={acts}>
      <main className="relative flex h-full flex-col overflow-clip bg-surface">
        <div
          className="flex min-h-0 grow flex-col"
          inert={framed !== null || sharing !== null || state.dialog !== null}
        >
          <StatusBar clockMs={state.clockMs} locale={person.locale} />
          <ThreadHeader onOpenTools={onOpenTools} connected={connected} />
          <Conversation />
          {problem ? <Notice onLeave={() => setProblem(null)}>{problem}</Notice> : null}
          {elsewhere && state.webview ? <WebviewElsewhere webview={state.webview} /> : null}
          <Composer onProblem={setProblem} />
        </div>
        {framed ? (
          <WebviewSheet key={framed.id} webview={framed} covered={state.dialog !== null || sharing !== null} />
        ) : null}
        {state.dialog ? <PaymentSheet key={state.dialog.id} dialog={state.dialog} /> : null}
        {sharing ? <ShareSheet sharing={sharing} onLeave={() => setSharing(null)} /> : null}
      </main>
    </PhoneContext>
  );
}

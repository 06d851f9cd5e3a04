import { useState } from 'react';
import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import { type Posted, post, reasonOf, sendReferral, setBlocked } from '@/e2e/simulator/screens/src/client/post';
import { ClockLever } from './clock-lever';
import { FaultLever } from './fault-lever';
import { InboxLever } from './inbox-lever';
import { LeverButton } from './lever-parts';
import { PaymentLever } from './payment-lever';
import { PeopleLever } from './people-lever';
import { PlatformLever } from './platform-lever';
import type { Pull } from './pull';
import { ThreadLever } from './thread-lever';

type Props = { state: ScreenState; switchTo: (psid: string) => void };

export function Levers({ state, switchTo }: Props) {
  const [said, setSaid] = useState<{ ok: boolean; words: string } | null>(null);
  const { psid } = state.thread;

  const report = (what: string, posted: Posted) => {
    setSaid({ ok: posted.ok, words: posted.ok ? what : `Refused: ${reasonOf(posted)}` });
    return posted.ok ? posted.said : null;
  };
  const pull: Pull = async (what, path, body) => report(what, await post(path, body));

  const reset = async () => {
    const answer = await pull('Everything is as it was at the start', '/control/reset', {});
    // The wire log and the people are new: so is this page.
    if (answer !== null) location.assign(location.pathname);
  };

  return (
    <>
      <div className="min-h-0 grow overflow-y-auto bg-sunken p-4">
        <div className="gap-4 min-[1180px]:columns-2">
          <PlatformLever state={state} pull={pull} />
          <PeopleLever state={state} pull={pull} switchTo={switchTo} />
          <ClockLever clockMs={state.clockMs} pull={pull} />
          <FaultLever pull={pull} />
          <PaymentLever pull={pull} />
          <InboxLever key={`inbox-${psid}`} psid={psid} pull={pull} />
          <ThreadLever
            key={psid}
            blocked={state.thread.blocked}
            onReferral={async (ref) => report(`Came through m.me with ref ${ref}`, await sendReferral(psid, ref))}
            onBlock={async (blocked) =>
              report(blocked ? 'The page is blocked' : 'The page may write again', await setBlocked(psid, blocked)) !==
              null
            }
          />
        </div>
      </div>
      <footer className="flex min-h-14 shrink-0 items-center gap-3 border-t border-line px-5 py-2">
        <p role="status" className={`grow truncate text-[14px] ${said?.ok === false ? 'text-bad' : 'text-soft'}`}>
          {said?.words ?? 'A test pulls the same: POST /control/…'}
        </p>
        <LeverButton onPress={() => void reset()}>Reset the world</LeverButton>
      </footer>
    </>
  );
}

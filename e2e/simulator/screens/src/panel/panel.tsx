import { useState } from 'react';
import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import type { Screen } from '@/e2e/simulator/screens/src/client/use-screen';
import { Mark, SimulatorRibbon } from '@/e2e/simulator/screens/src/ui/brand';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { Levers } from './levers';
import { Tabs } from './tabs';
import { WireLog } from './wire-log';

type Props = { screen: Screen; state: ScreenState; onLeave: (() => void) | null };

/** The workbench beside the phone. `onLeave` is there where it covers the phone instead. */
export function Panel({ screen, state, onLeave }: Props) {
  const [tab, setTab] = useState<'wire' | 'levers'>(onLeave ? 'levers' : 'wire');
  const Frame = onLeave ? 'main' : 'aside';
  const Title = onLeave ? 'h1' : 'p';
  return (
    <Frame
      aria-label="Workbench"
      className="flex h-full min-h-0 min-w-0 flex-col overflow-hidden bg-surface desk:rounded-3xl desk:shadow-xl desk:ring-1 desk:ring-line"
    >
      <header className="flex h-16 shrink-0 items-center gap-3 pr-3 pl-5">
        <Mark />
        <Title className="text-[17px] font-semibold tracking-tight whitespace-nowrap">Parley</Title>
        <SimulatorRibbon />
        <span className="grow" />
        <span role="status" className="flex items-center gap-2 text-[13px] text-soft">
          <span className={`size-2 rounded-full ${screen.connected ? 'bg-good' : 'bg-bad animate-bob'}`} />
          {screen.connected ? 'Live' : 'Reconnecting'}
        </span>
        {onLeave ? (
          <button
            type="button"
            aria-label="Back to the phone"
            onClick={onLeave}
            className="grid size-11 place-items-center rounded-full text-brand hover:bg-mist"
          >
            <Icon name="close" size={22} />
          </button>
        ) : null}
      </header>
      <Tabs
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { id: 'wire', title: 'Wire', count: screen.wire.length },
          { id: 'levers', title: 'Levers' },
        ]}
      />
      <div role="tabpanel" aria-label={tab === 'wire' ? 'Wire' : 'Levers'} className="flex min-h-0 grow flex-col">
        {tab === 'wire' ? <WireLog entries={screen.wire} /> : <Levers state={state} switchTo={screen.switchTo} />}
      </div>
    </Frame>
  );
}

import { useEffect, useState } from 'react';
import { useScreen } from './client/use-screen';
import { Panel } from './panel/panel';
import { Phone } from './phone/phone';
import { Mark, SimulatorRibbon } from './ui/brand';

const DESK = '(min-width: 1000px)';

function useDesk(): boolean {
  const [desk, setDesk] = useState(() => matchMedia(DESK).matches);
  useEffect(() => {
    const media = matchMedia(DESK);
    const follow = () => setDesk(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return desk;
}

function Waiting() {
  return (
    <main className="grid h-full place-items-center p-8 text-center">
      <div role="status" className="flex flex-col items-center gap-4 text-soft">
        <Mark size={56} />
        <h1 className="text-xl font-semibold text-ink">Parley</h1>
        <SimulatorRibbon />
        Waiting for the simulator …
      </div>
    </main>
  );
}

/** A desk shows the phone and, beside it, what crossed the wire; a real phone shows the phone alone. */
export function App() {
  const screen = useScreen();
  const desk = useDesk();
  const [toolsOpen, setToolsOpen] = useState(false);
  if (!screen.state) return <Waiting />;

  const phone = <Phone state={screen.state} connected={screen.connected} onOpenTools={() => setToolsOpen(true)} />;
  const panel = <Panel screen={screen} state={screen.state} onLeave={desk ? null : () => setToolsOpen(false)} />;
  if (!desk) {
    return (
      <div className="h-dvh">
        <div className="h-full" hidden={toolsOpen}>
          {phone}
        </div>
        {toolsOpen ? panel : null}
      </div>
    );
  }
  return (
    <div className="grid h-dvh grid-cols-[auto_1fr] gap-8 p-5 desk-light">
      <div className="grid content-center px-4">
        <div className="relative h-[min(868px,calc(100dvh-2.5rem))] w-[414px] rounded-[56px] bg-bezel p-3 shadow-[0_30px_60px_-20px_rgb(0_0_0/0.45),inset_0_0_0_2px_rgb(255_255_255/0.12)]">
          <div className="h-full overflow-hidden rounded-[44px]">{phone}</div>
        </div>
      </div>
      {panel}
    </div>
  );
}

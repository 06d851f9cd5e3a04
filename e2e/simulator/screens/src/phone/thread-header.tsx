import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { usePhone } from './phone-context';

export function ThreadHeader({ onOpenTools, connected }: { onOpenTools: () => void; connected: boolean }) {
  const { state } = usePhone();
  const { firstName, lastName } = state.thread.person;
  return (
    <header className="flex h-16 shrink-0 items-center gap-3 border-b border-line bg-surface px-4">
      <Avatar name={state.page.name} url={state.page.iconUrl} size={42} />
      <div className="min-w-0 grow">
        <h1 className="truncate text-[17px] leading-tight font-semibold">{state.page.name}</h1>
        <p className="truncate text-[13px] text-soft">
          {connected ? `Page · you are ${firstName} ${lastName}` : 'Reconnecting to the simulator …'}
        </p>
      </div>
      <button
        type="button"
        aria-label="Levers and wire"
        onClick={onOpenTools}
        className="grid size-11 place-items-center rounded-full text-brand hover:bg-mist desk:hidden"
      >
        <Icon name="sliders" size={22} />
      </button>
    </header>
  );
}

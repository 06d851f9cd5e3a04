import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { BottomSheet } from '@/e2e/simulator/screens/src/ui/bottom-sheet';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { type Sharing, usePhone } from './phone-context';

/** Who gets the card? Everybody whom the simulator knows but the person herself. */
export function ShareSheet({ sharing, onLeave }: { sharing: Sharing; onLeave: () => void }) {
  const { state } = usePhone();
  const others = state.people.filter((person) => person.psid !== state.thread.psid);
  return (
    <BottomSheet label="Share" onLeave={onLeave}>
      <header className="flex items-center gap-3 py-2 pr-2 pl-5">
        <h2 className="grow truncate text-[17px] font-semibold">Share “{sharing.title}”</h2>
        <button
          type="button"
          aria-label="Close sharing"
          onClick={onLeave}
          className="grid size-11 place-items-center rounded-full hover:bg-bubble"
        >
          <Icon name="close" />
        </button>
      </header>
      <ul className="overflow-y-auto px-2 pb-6">
        {others.map((person) => (
          <li key={person.psid} className="flex items-center gap-3 rounded-2xl px-3 py-2 hover:bg-sunken">
            <Avatar name={person.name} size={40} />
            <span className="grow truncate text-[15.5px]">{person.name}</span>
            <button
              type="button"
              aria-label={`Send to ${person.name}`}
              onClick={() => {
                sharing.send(person.psid);
                onLeave();
              }}
              className="min-h-11 rounded-full bg-brand px-5 text-[14px] font-semibold text-on-brand hover:brightness-110"
            >
              Send
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="px-6 pb-8 text-center text-sm text-soft">
          Nobody else is here yet. Add a person under Levers, then share with her.
        </p>
      ) : null}
    </BottomSheet>
  );
}

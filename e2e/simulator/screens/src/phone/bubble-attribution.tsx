import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { usePhone } from './phone-context';

/** Above a card that another person passed on: who sent it, and whose bot made it. */
export function BubbleAttribution({ sharedBy }: { sharedBy: string }) {
  const { state } = usePhone();
  return (
    <p className="flex items-center gap-1.5 px-1 text-xs text-soft">
      <Avatar name={state.page.name} url={state.page.iconUrl} size={16} />
      <span>
        <b className="font-semibold">{state.page.name}</b> · shared by {sharedBy}
      </span>
    </p>
  );
}

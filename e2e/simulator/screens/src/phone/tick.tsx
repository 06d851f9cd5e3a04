import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { usePhone } from './phone-context';

/** One hook: sent. Two: delivered. The page's face: read. */
export function Tick({ delivered, read }: { delivered: boolean; read: boolean }) {
  const { state } = usePhone();
  const word = read ? 'Read' : delivered ? 'Delivered' : 'Sent';
  return (
    <span className="flex h-4 items-center gap-1 text-[11px] text-soft">
      {word}
      {read ? (
        <Avatar name={state.page.name} url={state.page.iconUrl} size={14} />
      ) : (
        <svg aria-hidden="true" width="18" height="12" viewBox="0 0 18 12" fill="none" className="stroke-current">
          <path d="M1 6.500l3.500 3.500L11 2.500" strokeWidth="1.600" strokeLinecap="round" />
          {delivered ? <path d="M8.500 9l1 1L16 2.500" strokeWidth="1.600" strokeLinecap="round" /> : null}
        </svg>
      )}
    </span>
  );
}

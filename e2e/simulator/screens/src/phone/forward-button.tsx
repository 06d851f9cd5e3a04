import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { usePhone } from './phone-context';

/** The share icon on a card whose page has marked it `sharable`. */
export function ForwardButton({ mid, card, title }: { mid: string; card: number; title: string }) {
  const { tap, share } = usePhone();
  return (
    <button
      type="button"
      aria-label={`Forward ${title}`}
      onClick={() => share({ title, send: (to) => tap({ forward: { mid, card, to } }) })}
      className="absolute top-2 right-2 grid size-11 place-items-center rounded-full bg-surface/90 text-brand shadow-sm hover:bg-surface"
    >
      <Icon name="share" size={19} />
    </button>
  );
}

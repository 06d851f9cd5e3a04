import type { ScreenBubble } from '@/e2e/simulator/messenger/screen-contract';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { usePhone } from './phone-context';

/** The share icon beside a bubble that its page has marked `sharable`. */
export function ForwardButton({ bubble }: { bubble: ScreenBubble }) {
  const { tap, share } = usePhone();
  const { content, mid } = bubble;
  if (content.kind !== 'generic' || !content.sharable) return null;
  const title = content.cards.at(0)?.title ?? 'message';
  return (
    <button
      type="button"
      aria-label={`Forward ${title}`}
      onClick={() => share({ title, send: (to) => tap({ forward: { mid, to } }) })}
      className="grid size-10 shrink-0 place-items-center rounded-full bg-bubble text-soft hover:text-brand"
    >
      <Icon name="share" size={18} />
    </button>
  );
}

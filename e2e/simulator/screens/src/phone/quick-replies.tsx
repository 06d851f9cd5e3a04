import type { ScreenThread } from '@/e2e/simulator/messenger/screen-contract';
import { usePhone } from './phone-context';

const FALLBACK_TITLE = { text: 'Reply', user_email: 'Send my e-mail', user_phone_number: 'Send my phone number' };

export function QuickReplies({ replies }: { replies: ScreenThread['quickReplies'] }) {
  const { tap } = usePhone();
  return (
    <fieldset
      aria-label="Quick replies"
      className="flex shrink-0 snap-x gap-2 overflow-x-auto px-3 pt-3 no-scrollbar [justify-content:safe_flex-end]"
    >
      {replies.map((reply, index) => (
        <button
          key={`${reply.payload} ${reply.title}`}
          type="button"
          onClick={() => tap({ quickReply: index })}
          className="min-h-11 shrink-0 snap-start rounded-full border-[1.5px] border-brand px-4 text-[15px] font-medium whitespace-nowrap text-brand hover:bg-mist"
        >
          {reply.title || FALLBACK_TITLE[reply.contentType]}
        </button>
      ))}
    </fieldset>
  );
}

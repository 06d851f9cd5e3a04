import { type FormEvent, useState } from 'react';
import { reasonOf, sendText } from '@/e2e/simulator/screens/src/client/post';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { PersistentMenu } from './persistent-menu';
import { usePhone } from './phone-context';

export function Composer({ onProblem }: { onProblem: (problem: string) => void }) {
  const { state } = usePhone();
  const [text, setText] = useState('');
  const { psid, blocked, menu } = state.thread;

  if (blocked) {
    return (
      <p className="shrink-0 border-t border-line bg-surface px-6 py-5 text-center text-sm text-soft">
        You have blocked {state.page.name}. It cannot write to you.
      </p>
    );
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (!words) return;
    setText('');
    const posted = await sendText(psid, words);
    if (posted.ok) return;
    setText(words);
    onProblem(`Not sent: ${reasonOf(posted)}`);
  };

  return (
    <form
      onSubmit={submit}
      className="flex shrink-0 items-center gap-1.5 border-t border-line bg-surface px-2 pt-2 pb-[max(0.6rem,env(safe-area-inset-bottom))]"
    >
      {menu.length > 0 ? <PersistentMenu items={menu} /> : null}
      <input
        aria-label="Message"
        placeholder="Aa"
        autoComplete="off"
        enterKeyHint="send"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="ml-1 h-11 min-w-0 grow rounded-full bg-bubble px-4 text-[16px] placeholder:text-soft"
      />
      <button
        type="submit"
        aria-label="Send"
        disabled={text.trim() === ''}
        className="grid size-11 shrink-0 place-items-center rounded-full text-brand hover:bg-mist disabled:text-soft disabled:opacity-60"
      >
        <Icon name="send" size={23} />
      </button>
    </form>
  );
}

import { type FormEvent, useState } from 'react';
import { FIELD, LeverButton, LeverGroup } from './lever-parts';
import type { Pull } from './pull';

/** The other side of the thread: a colleague at the Page's own inbox. */
export function InboxLever({ psid, pull }: { psid: string; pull: Pull }) {
  const [text, setText] = useState('');
  const act = (what: string, body: Record<string, unknown>) => pull(what, `/control/threads/${psid}/inbox`, body);
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if ((await act('The inbox has written', { text: text.trim() })) !== null) setText('');
  };
  return (
    <LeverGroup
      title="The Page's inbox"
      hint="A colleague writes there, leads the thread and gives it back. The shop hears it as an echo, or on standby."
    >
      <form onSubmit={write} className="flex gap-2">
        <input
          aria-label="What the colleague writes"
          placeholder="Hello, Sam here"
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={FIELD}
        />
        <LeverButton submit>Write</LeverButton>
      </form>
      <div className="flex flex-wrap gap-2">
        <LeverButton onPress={() => void act('The inbox leads the thread', { takes: true })}>
          Take the thread
        </LeverButton>
        <LeverButton onPress={() => void act('The shop leads the thread again', { gives: true })}>
          Give it back
        </LeverButton>
        <LeverButton onPress={() => void act('The inbox asks for the thread', { asks: true })}>Ask for it</LeverButton>
      </div>
    </LeverGroup>
  );
}

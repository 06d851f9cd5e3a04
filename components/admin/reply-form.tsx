'use client';

import { type KeyboardEvent, useActionState, useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { REPLY_AT_MOST } from '@/lib/domain/messaging/reply-length';
import { CONTROL_CLASS } from './control-class';
import { FormWord, SubmitButton } from './form-parts';

export type PeopleAction = (previous: ActionState, form: FormData) => Promise<ActionState>;
export type Canned = { id: string; title: string; text: string };

type ReplyFormProps = {
  action: PeopleAction;
  shopperId: string;
  requestId: string;
  label: string;
  hint: string;
  words: { send: string; sent: string; keys: string; canned: string; noCanned: string };
  canned: Canned[];
  /** What a canned reply put there, where no script runs. */
  start: string;
};

/** Where an answer is written. What was typed stays through every update, a reload and a refusal. */
export function ReplyForm(props: ReplyFormProps) {
  const { action, shopperId, requestId, label, hint, words, canned, start } = props;
  const [state, submit] = useActionState(action, READY);
  const box = useRef<HTMLTextAreaElement>(null);
  const place = `kiosk-reply-${shopperId}`;
  const typed = state.is === 'problem' ? state.typed.text : undefined;

  useEffect(() => {
    if (!box.current) return;
    const kept = sessionStorage.getItem(place);
    // What was typed before this script ran is the newest, and nobody has kept it yet.
    if (box.current.value !== box.current.defaultValue) sessionStorage.setItem(place, box.current.value);
    else if (kept && box.current.value === '') box.current.value = kept;
  }, [place]);
  useEffect(() => {
    if (state.is === 'done') sessionStorage.removeItem(place);
  }, [state, place]);

  const keep = () => sessionStorage.setItem(place, box.current?.value ?? '');
  const put = (text: string) => {
    if (!box.current) return;
    const before = box.current.value.trimEnd();
    box.current.value = before ? `${before}\n${text}` : text;
    box.current.focus();
    keep();
  };

  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="shopperId" value={shopperId} />
      <input type="hidden" name="requestId" value={requestId} />
      <label htmlFor="reply" className="text-sm font-bold">
        {label}
      </label>
      <ReplyText ref={box} start={typed ?? start} keep={keep} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton label={words.send} />
        <p id="reply-hint" className="min-w-0 flex-1 text-xs text-muted">
          {hint} <span className="max-sm:hidden">{words.keys}.</span>
        </p>
      </div>
      <FormWord state={state} done={words.sent} />
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
          {words.canned}
        </summary>
        {canned.length === 0 && <p className="text-xs text-muted">{words.noCanned}</p>}
        <ul className="flex flex-wrap gap-2">
          {canned.map(({ id, title, text }) => (
            <li key={id}>
              <a
                href={`?canned=${id}`}
                title={text}
                onClick={(event) => {
                  event.preventDefault();
                  put(text);
                }}
                className="inline-flex min-h-11 items-center rounded-full border border-edge px-3 hover:bg-sunken"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </form>
  );
}

type TextProps = { ref: React.RefObject<HTMLTextAreaElement | null>; start: string; keep: () => void };

function ReplyText({ ref, start, keep }: TextProps) {
  const { pending } = useFormStatus();
  const sendByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <textarea
      id="reply"
      name="text"
      ref={ref}
      rows={3}
      required
      maxLength={REPLY_AT_MOST}
      defaultValue={start}
      readOnly={pending}
      aria-describedby="reply-hint"
      onInput={keep}
      onKeyDown={sendByKey}
      className={`${CONTROL_CLASS} w-full resize-y py-2 text-base`}
    />
  );
}

import { useEffect, useRef } from 'react';
import type { ScreenBubble } from '@/e2e/simulator/messenger/screen-contract';
import { dayAndTime } from '@/e2e/simulator/screens/src/client/format';
import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { Bubble } from './bubble';
import { usePhone } from './phone-context';
import { QuickReplies } from './quick-replies';
import { Welcome } from './welcome';

const NEW_STRETCH_MS = 10 * 60 * 1000;
const SAME_BREATH_MS = 2 * 60 * 1000;

type Place = { startsStretch: boolean; first: boolean; last: boolean };

function speakerOf({ from, persona }: ScreenBubble): string {
  return persona ? `${from}:${persona.name}` : from;
}

function placeOf(bubbles: ScreenBubble[], index: number): Place {
  const here = bubbles[index];
  const before = bubbles[index - 1];
  const after = bubbles[index + 1];
  if (!here) return { startsStretch: false, first: true, last: true };
  const gap = before ? here.atMs - before.atMs : Number.POSITIVE_INFINITY;
  const untilNext = after ? after.atMs - here.atMs : Number.POSITIVE_INFINITY;
  return {
    startsStretch: gap > NEW_STRETCH_MS,
    first: !before || speakerOf(before) !== speakerOf(here) || gap > SAME_BREATH_MS,
    last: !after || speakerOf(after) !== speakerOf(here) || untilNext > SAME_BREATH_MS,
  };
}

function Typing() {
  const { state } = usePhone();
  return (
    <div className="flex items-end gap-2 px-3 pt-2">
      <Avatar name={state.page.name} url={state.page.iconUrl} size={28} />
      <div role="status" className="flex gap-1.5 rounded-3xl bg-bubble px-4 py-3.5">
        <span className="sr-only">{state.page.name} is typing</span>
        {[0, 140, 280].map((delayMs) => (
          <span
            key={delayMs}
            className="size-2 rounded-full bg-soft animate-bob"
            style={{ animationDelay: `${delayMs}ms` }}
          />
        ))}
      </div>
    </div>
  );
}

/** The thread itself: oldest on top, the newest always in sight. */
export function Conversation() {
  const { state, locale } = usePhone();
  const { bubbles, typing, welcome, quickReplies, psid } = state.thread;
  const log = useRef<HTMLDivElement>(null);
  const newest = bubbles.at(-1)?.mid;
  const lastOfHers = bubbles.findLast((bubble) => bubble.from === 'person')?.mid;
  const shown = `${psid} ${newest} ${typing} ${quickReplies.length}`;

  useEffect(() => {
    const box = log.current;
    if (box && shown) box.scrollTop = box.scrollHeight;
  }, [shown]);

  return (
    <div
      ref={log}
      role="log"
      aria-label="Conversation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 grow flex-col overflow-x-hidden overflow-y-auto overscroll-contain pb-3 outline-offset-[-3px]"
    >
      <div className="grow" />
      {welcome ? <Welcome welcome={welcome} /> : null}
      {bubbles.map((bubble, index) => {
        const place = placeOf(bubbles, index);
        return (
          <div key={bubble.mid} className={place.first ? 'pt-2.5' : 'pt-0.5'}>
            {place.startsStretch ? (
              <p className="pt-3 pb-2 text-center text-xs text-soft">{dayAndTime(bubble.atMs, locale)}</p>
            ) : null}
            <Bubble bubble={bubble} first={place.first} last={place.last} lastOfHers={bubble.mid === lastOfHers} />
          </div>
        );
      })}
      {typing ? <Typing /> : null}
      {quickReplies.length > 0 ? <QuickReplies replies={quickReplies} /> : null}
    </div>
  );
}

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useFocusReturn } from './use-focus-return';

const FOCUSABLE = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), [tabindex="0"]';

function keepInside(event: KeyboardEvent<HTMLElement>, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = stops.at(0);
  const last = stops.at(-1);
  if (!first || !last) {
    event.preventDefault();
    box.focus();
    return;
  }
  const here = document.activeElement;
  if (event.shiftKey && (here === first || here === box)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && here === last) {
    event.preventDefault();
    first.focus();
  }
}

/**
 * A modal sheet at the bottom of the phone. It is an open `<dialog>` and not `showModal()`, since the top layer would
 * tear it out of the drawn phone; so it keeps the focus itself and gives it back when it goes.
 */
export function BottomSheet({ label, onLeave, children }: { label: string; onLeave: () => void; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);

  useFocusReturn();
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  return (
    <div className="absolute inset-0 z-40 flex flex-col justify-end bg-black/45 animate-fade">
      <button type="button" tabIndex={-1} aria-hidden="true" className="min-h-10 grow" onClick={onLeave} />
      <dialog
        open
        ref={box}
        tabIndex={-1}
        aria-modal="true"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          if (event.key === 'Tab' && box.current) keepInside(event, box.current);
        }}
        className="static m-0 flex max-h-[95%] w-full max-w-none flex-col rounded-t-3xl bg-surface text-ink shadow-2xl outline-none animate-rise"
      >
        {children}
      </dialog>
    </div>
  );
}

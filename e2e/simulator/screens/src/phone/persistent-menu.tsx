import { useEffect, useRef, useState } from 'react';
import type { ScreenThread } from '@/e2e/simulator/messenger/screen-contract';
import { Icon } from '@/e2e/simulator/screens/src/ui/icon';
import { usePhone } from './phone-context';

export function PersistentMenu({ items }: { items: ScreenThread['menu'] }) {
  const { tap } = usePhone();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leaveOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', leaveOnEscape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', leaveOnEscape);
    };
  }, [open]);

  return (
    <div ref={box} className="relative shrink-0">
      <button
        ref={opener}
        type="button"
        aria-label="Menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="grid size-11 place-items-center rounded-full text-brand hover:bg-mist"
      >
        <Icon name={open ? 'close' : 'menu'} size={22} />
      </button>
      {open ? (
        <ul
          aria-label="Menu"
          className="absolute bottom-14 left-1 z-10 max-h-96 w-72 divide-y divide-line overflow-y-auto rounded-2xl bg-raised shadow-xl ring-1 ring-line animate-rise"
        >
          {items.map((item, index) => (
            <li key={`${item.title} ${item.payload ?? item.url}`}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  tap({ menu: index });
                }}
                className="flex min-h-12 w-full items-center justify-between gap-3 px-4 py-2 text-left text-[15px] hover:bg-mist focus-visible:outline-offset-[-3px]"
              >
                {item.title}
                {item.url ? <Icon name="chevron" size={16} /> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

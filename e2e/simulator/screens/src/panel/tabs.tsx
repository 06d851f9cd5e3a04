import type { KeyboardEvent } from 'react';

type Props<Id extends string> = {
  tabs: { id: Id; title: string; count?: number }[];
  chosen: Id;
  onChoose: (id: Id) => void;
};

/** Tabs as the ARIA guide draws them: one stop, arrows move and choose. */
export function Tabs<Id extends string>({ tabs, chosen, onChoose }: Props<Id>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs.at((at + step) % tabs.length);
    if (!next) return;
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div role="tablist" tabIndex={-1} onKeyDown={move} className="flex shrink-0 gap-6 border-b border-line px-5">
      {tabs.map((tab) => (
        <button
          key={tab.id}
          data-tab={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          className="-mb-px flex min-h-11 items-center gap-2 border-b-2 border-transparent text-[15px] text-soft aria-selected:border-brand aria-selected:font-semibold aria-selected:text-ink"
        >
          {tab.title}
          {tab.count ? (
            <span className="rounded-full bg-bubble px-2 text-xs font-medium text-soft tabular-nums">{tab.count}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

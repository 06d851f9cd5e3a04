import type { ReactNode } from 'react';

/** One of several: a whole row is the target. */
export function Choice({
  group,
  value,
  checked,
  busy,
  onChoose,
  children,
}: {
  group: string;
  value: string;
  checked: boolean;
  busy: boolean;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-12 items-center gap-3 px-3.5 py-1.5 text-[15px] leading-snug has-checked:bg-mist has-focus-visible:outline-2 has-focus-visible:outline-offset-[-2px] has-focus-visible:outline-brand">
      <input
        type="radio"
        name={group}
        value={value}
        checked={checked}
        // Not `disabled`: a control that is switched off while it has the focus drops it, and Esc with it.
        aria-disabled={busy}
        onChange={() => {
          if (!busy) onChoose(value);
        }}
        className="size-5 shrink-0 accent-(--brand) outline-none"
      />
      {children}
    </label>
  );
}

export function ChoiceGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-[13px] font-semibold text-soft">{name}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-2xl border border-line">{children}</div>
    </fieldset>
  );
}

import type { ReactNode } from 'react';
import { useWish } from '@/e2e/simulator/screens/src/ui/use-wish';

export const FIELD =
  'h-10 min-w-0 w-full rounded-xl border border-line bg-sunken px-3 text-[14px] placeholder:text-soft';

export function LeverGroup({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="mb-4 flex break-inside-avoid flex-col gap-3 rounded-2xl border border-line bg-surface p-4"
    >
      <div>
        <h2 className="text-[15px] font-semibold">{title}</h2>
        <p className="text-[13px] leading-snug text-soft text-pretty">{hint}</p>
      </div>
      {children}
    </section>
  );
}

/** One of few, all of them in sight. */
export function Segments<Value extends string>({
  name,
  options,
  value,
  onChoose,
}: {
  name: string;
  options: { value: Value; title: string }[];
  value: Value;
  onChoose: (value: Value) => Promise<boolean>;
}) {
  const [shown, want] = useWish(value, onChoose);
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-[13px] text-soft">{name}</legend>
      <div className="flex rounded-xl bg-bubble p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative grid min-h-9 grow cursor-pointer place-items-center rounded-[10px] px-2 text-center text-[13.5px] text-soft has-checked:bg-raised has-checked:font-semibold has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === shown}
              onChange={() => want(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {option.title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Switch({ name, on, onTurn }: { name: string; on: boolean; onTurn: (on: boolean) => Promise<boolean> }) {
  const [shown, want] = useWish(on, onTurn);
  return (
    <label className="relative flex min-h-10 cursor-pointer items-center justify-between gap-3 text-[14px] has-focus-visible:outline-2 has-focus-visible:outline-brand">
      {name}
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => want(event.target.checked)}
        className="peer absolute inset-0 cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className="relative h-6 w-11 shrink-0 rounded-full bg-soft/50 motion-safe:transition-colors peer-checked:bg-brand after:absolute after:top-0.5 after:left-0.5 after:size-5 after:rounded-full after:bg-white after:shadow motion-safe:after:transition-transform peer-checked:after:translate-x-5"
      />
    </label>
  );
}

export function LeverButton({
  children,
  onPress,
  submit = false,
  strong = false,
}: {
  children: ReactNode;
  onPress?: () => void;
  submit?: boolean;
  strong?: boolean;
}) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      onClick={onPress}
      className={`min-h-10 shrink-0 rounded-xl px-4 text-[14px] font-semibold ${strong ? 'bg-brand text-on-brand hover:brightness-110' : 'border border-line text-brand hover:bg-mist'}`}
    >
      {children}
    </button>
  );
}

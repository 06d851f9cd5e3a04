import type { ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';
import { CardMark } from './card-mark';

type Props = {
  card: NonNullable<ScreenDialog>['cards'][number];
  checked: boolean;
  busy: boolean;
  onChoose: (id: string) => void;
};

/** A kept card as a small tile: four of them stand side by side, and the total stays in sight. */
export function CardTile({ card, checked, busy, onChoose }: Props) {
  return (
    <label className="relative flex min-h-19 flex-col items-center justify-center gap-1.5 rounded-2xl border border-line text-[13px] text-soft tabular-nums has-checked:border-brand has-checked:bg-mist has-checked:font-semibold has-checked:text-ink has-checked:ring-1 has-checked:ring-brand has-disabled:opacity-45 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand">
      <input
        type="radio"
        name="card"
        aria-label={card.label}
        value={card.id}
        checked={checked}
        disabled={card.disabledReason !== undefined}
        aria-disabled={busy}
        onChange={() => {
          if (!busy) onChoose(card.id);
        }}
        className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-default"
      />
      <CardMark brand={card.brand} />
      <span aria-hidden="true">{card.last4 ? `·· ${card.last4}` : card.label}</span>
    </label>
  );
}

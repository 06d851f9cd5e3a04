const WIDTH = 640;
const HEIGHT = 100;

export type Bar = { label: string; value: number; said: string };
type BarChartProps = { bars: readonly Bar[]; label: string; highest: (said: string, label: string) => string };

/**
 * Bars by day, drawn on the server: what the highest is stands above, the first and the last day below. One hue, so no colour tells
 * anything alone; the words keep their size whatever the width.
 */
export function BarChart({ bars, label, highest }: BarChartProps) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const step = WIDTH / Math.max(bars.length, 1);
  const top = bars.find(({ value }) => value === most);
  return (
    <figure className="grid gap-1 text-xs text-muted">
      <figcaption className="min-h-5 tabular-nums">{top && highest(top.said, top.label)}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        className="h-28 w-full border-b border-line"
      >
        {bars.map((bar, index) => {
          const height = Math.max((Math.max(0, bar.value) / most) * HEIGHT, bar.value > 0 ? 2 : 0);
          return (
            <rect
              key={bar.label}
              x={index * step + step * 0.14}
              y={HEIGHT - height}
              width={step * 0.72}
              height={height}
              className="fill-brand"
            >
              <title>{`${bar.label}: ${bar.said}`}</title>
            </rect>
          );
        })}
      </svg>
      <span aria-hidden="true" className="flex justify-between">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </span>
    </figure>
  );
}

export type Step = { label: string; value: number; said: string };

/** Steps below each other, each as long as it is many; the words stand above, so nothing has to be matched by colour. */
export function StepChart({ steps, label }: { steps: readonly Step[]; label: string }) {
  const most = Math.max(...steps.map(({ value }) => value), 1);
  return (
    <ol aria-label={label} className="grid gap-2 text-sm">
      {steps.map((step) => (
        <li key={step.label} className="grid gap-1">
          <span className="flex justify-between gap-4">
            <span>{step.label}</span>
            <span className="whitespace-nowrap tabular-nums">{step.said}</span>
          </span>
          <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" className="h-2 w-full">
            <rect width="100" height="2" rx="1" className="fill-sunken" />
            <rect width={(step.value / most) * 100} height="2" rx="1" className="fill-brand" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

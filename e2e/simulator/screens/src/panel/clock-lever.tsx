import { dayAndTime } from '@/e2e/simulator/screens/src/client/format';
import { LeverButton, LeverGroup } from './lever-parts';
import type { Pull } from './pull';

const STEPS = [
  { title: '+ 1 min', seconds: 60 },
  { title: '+ 1 h', seconds: 3600 },
  { title: '+ 25 h', seconds: 25 * 3600 },
  { title: '+ 7 days', seconds: 7 * 24 * 3600 },
];

export function ClockLever({ clockMs, pull }: { clockMs: number; pull: Pull }) {
  return (
    <LeverGroup title="Clock" hint="One clock for every origin. 25 hours close the messaging window.">
      <p className="text-[20px] font-semibold tabular-nums">{dayAndTime(clockMs, 'en-GB')}</p>
      <div className="flex flex-wrap gap-2">
        {STEPS.map((step) => (
          <LeverButton
            key={step.seconds}
            onPress={() =>
              void pull(`The clock went ${step.title.slice(2)} ahead`, '/control/clock', {
                advanceSeconds: step.seconds,
              })
            }
          >
            {step.title}
          </LeverButton>
        ))}
      </div>
    </LeverGroup>
  );
}

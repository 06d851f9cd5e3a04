import { type FormEvent, useState } from 'react';
import type { Fault } from '@/e2e/simulator/world/faults';
import { FIELD, LeverButton, LeverGroup } from './lever-parts';
import type { Pull } from './pull';

const KINDS: { value: Fault['kind']; title: string }[] = [
  { value: 'duplicate', title: 'Deliver twice' },
  { value: 'reorder', title: 'Deliver after the next one' },
  { value: 'wrong-signature', title: 'Sign with a wrong secret' },
  { value: 'delay', title: 'Answer late' },
  { value: 'status', title: 'Answer with a status' },
  { value: 'drop-before', title: 'Cut before acting' },
  { value: 'drop-after', title: 'Act, then cut' },
];

const MATCHES = ['webhook:messages', 'webhook:payment_intent.succeeded', 'POST /v', '/me/messages', 'payment_intents'];

function faultOf(match: string, kind: Fault['kind'], times: number, extra: number): Fault {
  if (kind === 'delay') return { match, kind, times, delayMs: extra };
  if (kind === 'status') return { match, kind, times, status: extra };
  return { match, kind, times };
}

/** Arms one fault: the next calls that fit go wrong in the chosen way. */
export function FaultLever({ pull }: { pull: Pull }) {
  const [match, setMatch] = useState('webhook:messages');
  const [kind, setKind] = useState<Fault['kind']>('duplicate');
  const [times, setTimes] = useState(1);
  const [delayMs, setDelayMs] = useState(3000);
  const [status, setStatus] = useState(500);
  const title = KINDS.find((known) => known.value === kind)?.title ?? kind;

  const arm = (event: FormEvent) => {
    event.preventDefault();
    const fault = faultOf(match, kind, times, kind === 'delay' ? delayMs : status);
    void pull(`Armed: ${title} for ${match}, ${times}×`, '/control/faults', fault);
  };

  return (
    <LeverGroup title="Faults" hint="Part of “METHOD path”, or webhook:<type>. Each call that fits uses one up.">
      <form onSubmit={arm} className="flex flex-col gap-2">
        <input
          aria-label="Which calls"
          list="fault-matches"
          required
          value={match}
          onChange={(event) => setMatch(event.target.value)}
          className={`${FIELD} font-mono text-[13px]`}
        />
        <datalist id="fault-matches">
          {MATCHES.map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
        <select
          aria-label="What goes wrong"
          value={kind}
          onChange={(event) => {
            const chosen = KINDS.find((known) => known.value === event.target.value);
            if (chosen) setKind(chosen.value);
          }}
          className={FIELD}
        >
          {KINDS.map((known) => (
            <option key={known.value} value={known.value}>
              {known.title}
            </option>
          ))}
        </select>
        <div className="flex items-end gap-2">
          <Figure name="Times" value={times} min={1} onChange={setTimes} />
          {kind === 'delay' ? <Figure name="Delay in ms" value={delayMs} min={0} onChange={setDelayMs} /> : null}
          {kind === 'status' ? <Figure name="Status" value={status} min={100} onChange={setStatus} /> : null}
          <span className="grow" />
          <LeverButton submit>Arm</LeverButton>
        </div>
      </form>
    </LeverGroup>
  );
}

function Figure(props: { name: string; value: number; min: number; onChange: (value: number) => void }) {
  return (
    <label className="w-24 text-[12px] text-soft">
      {props.name}
      <input
        type="number"
        min={props.min}
        value={props.value}
        onChange={(event) => props.onChange(event.target.valueAsNumber || props.min)}
        className={`${FIELD} text-ink tabular-nums`}
      />
    </label>
  );
}

import { type FormEvent, useState } from 'react';
import { FIELD, LeverButton, LeverGroup, Switch } from './lever-parts';

type Props = {
  blocked: boolean;
  onReferral: (ref: string) => Promise<unknown>;
  onBlock: (blocked: boolean) => Promise<boolean>;
};

/** Ways into the thread, and out of it. */
export function ThreadLever({ blocked, onReferral, onBlock }: Props) {
  const [ref, setRef] = useState('');
  const come = async (event: FormEvent) => {
    event.preventDefault();
    await onReferral(ref.trim());
  };
  return (
    <LeverGroup title="This thread" hint="Come in as through m.me/page?ref=…, or have the page blocked.">
      <form onSubmit={come} className="flex gap-2">
        <input
          aria-label="ref of the m.me link"
          placeholder="ref"
          required
          value={ref}
          onChange={(event) => setRef(event.target.value)}
          className={`${FIELD} font-mono text-[13px]`}
        />
        <LeverButton submit>Open m.me link</LeverButton>
      </form>
      <Switch name="She has blocked the page" on={blocked} onTurn={onBlock} />
    </LeverGroup>
  );
}

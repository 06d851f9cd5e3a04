import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import { Avatar } from '@/e2e/simulator/screens/src/ui/avatar';
import { FIELD, LeverButton, LeverGroup } from './lever-parts';
import type { Pull } from './pull';

const LOCALES = ['en_US', 'de_DE', 'de_AT', 'de_CH', 'en_GB', 'fr_FR', 'ar_AR', 'he_IL'];
const newPerson = z.object({ psid: z.string() });

type Props = { state: ScreenState; pull: Pull; switchTo: (psid: string) => void };

/** Whose phone one holds. */
export function PeopleLever({ state, pull, switchTo }: Props) {
  const [name, setName] = useState('');
  const [locale, setLocale] = useState('en_US');

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await pull(`${name} is here`, '/control/shoppers', { name: name.trim(), locale });
    if (answer === null) return;
    setName('');
    switchTo(newPerson.parse(JSON.parse(answer)).psid);
  };

  return (
    <LeverGroup title="People" hint="Each has a phone and a thread of her own. Open two tabs for two shoppers at once.">
      <ul className="flex flex-col gap-1">
        {state.people.map((person) => (
          <li key={person.psid}>
            <button
              type="button"
              aria-pressed={person.psid === state.thread.psid}
              onClick={() => switchTo(person.psid)}
              className="flex min-h-11 w-full items-center gap-3 rounded-xl px-2 text-left text-[14px] hover:bg-bubble aria-pressed:bg-mist aria-pressed:font-semibold"
            >
              <Avatar name={person.name} size={30} />
              <span className="min-w-0 grow truncate">{person.name}</span>
              <span className="font-mono text-[11px] font-normal text-soft">{person.psid}</span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="flex gap-2">
        <input
          aria-label="Name of the new person"
          placeholder="New person"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={FIELD}
        />
        <select
          aria-label="Locale of the new person"
          value={locale}
          onChange={(event) => setLocale(event.target.value)}
          className={`${FIELD} w-24! shrink-0`}
        >
          {LOCALES.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </select>
        <LeverButton submit>Add</LeverButton>
      </form>
    </LeverGroup>
  );
}

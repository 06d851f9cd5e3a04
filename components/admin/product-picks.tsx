'use client';

import { useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { collectionWordsIn } from './collection-words';
import { INPUT_CLASS } from './control-class';

export type PickedProduct = { slug: string; title: LocalizedText };
export const SMALL = 'min-h-11 min-w-11 px-2 text-sm';

type ProductPicksProps = {
  /** The field of the form: what is picked, by slug, with commas between. */
  name: string;
  title: string;
  hint?: string;
  picked: PickedProduct[];
  choices: PickedProduct[];
  /** What the field for a further one says, where it is not a product. */
  addLabel?: string;
  /** How many fit. */
  most?: number;
  /** Whether their order means something. */
  isOrdered?: boolean;
  language: Language;
};

/** Products, or collections, picked by their names. What is picked outlives the answer of the form. */
export function ProductPicks(props: ProductPicksProps) {
  const { name, title: heading, hint, picked, choices, addLabel, most = 500, isOrdered = true, language } = props;
  const words = collectionWordsIn(language);
  const [members, setMembers] = useState(picked);
  const [typed, setTyped] = useState('');
  const id = useId();
  // What is typed before the script listens would be lost.
  const ready = useHydrated();
  const move = (at: number, by: number) => {
    const member = members[at];
    if (member && at + by >= 0 && at + by < members.length)
      setMembers(members.toSpliced(at, 1).toSpliced(at + by, 0, member));
  };
  const add = () => {
    const wanted = typed.trim();
    const found = choices.find((choice) => choice.slug === wanted || textIn(choice.title, language) === wanted);
    const member =
      found ?? (/^[a-z0-9][a-z0-9_-]*$/.test(wanted) ? { slug: wanted, title: { de: wanted, en: wanted } } : null);
    if (!member) return;
    if (members.length < most && !members.some((one) => one.slug === member.slug)) setMembers([...members, member]);
    setTyped('');
  };
  return (
    <div className="grid gap-3 sm:col-span-2">
      <input type="hidden" name={name} value={members.map((member) => member.slug).join(',')} />
      <h2 className="text-sm font-bold">{heading}</h2>
      {hint && <p className="text-xs text-muted">{hint}</p>}
      {members.length === 0 && <p className="text-sm text-muted">{words.noMembers}</p>}
      <ol className="grid max-h-120 gap-1 overflow-y-auto">
        {members.map((member, at) => {
          const title = textIn(member.title, language);
          return (
            <li key={member.slug} className="flex flex-wrap items-center gap-2 border-b border-line py-1 text-sm">
              <span className="grow">{title}</span>
              {isOrdered && (
                <>
                  <Small label={words.up(title)} sign="↑" disabled={at === 0} onPress={() => move(at, -1)} />
                  <Small
                    label={words.down(title)}
                    sign="↓"
                    disabled={at === members.length - 1}
                    onPress={() => move(at, 1)}
                  />
                </>
              )}
              <Small label={words.remove(title)} sign="×" onPress={() => setMembers(members.toSpliced(at, 1))} />
            </li>
          );
        })}
      </ol>
      <div className="flex items-end gap-2">
        <div className="grow">
          <label htmlFor={id} className="mb-1 block text-sm font-bold">
            {addLabel ?? words.addMember}
          </label>
          <input
            id={id}
            list={`${id}-choices`}
            value={typed}
            disabled={!ready}
            aria-describedby={`${id}-hint`}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
            className={INPUT_CLASS}
          />
          <datalist id={`${id}-choices`}>
            {choices.map((choice) => (
              <option key={choice.slug} value={textIn(choice.title, language)} />
            ))}
          </datalist>
          <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
            {words.addMemberHint}
          </p>
        </div>
        <button
          type="button"
          aria-label={`${words.add}: ${heading}`}
          disabled={!ready}
          onClick={add}
          className={buttonClass('quiet', `${SMALL} mb-6 px-3`)}
        >
          {words.add}
        </button>
      </div>
    </div>
  );
}

type SmallProps = { label: string; sign: string; disabled?: boolean; onPress: () => void };

function Small({ label, sign, disabled, onPress }: SmallProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      className={buttonClass('quiet', SMALL)}
    >
      {sign}
    </button>
  );
}

'use client';

import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { CollectionRule } from '@/lib/domain/catalogue/collection-rule';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { collectionWordsIn } from './collection-words';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type Member = { slug: string; title: LocalizedText };
type CollectionFormProps = {
  action: Action;
  language: Language;
  collection: {
    slug: string;
    version: number;
    title: LocalizedText;
    description: LocalizedText;
    rule: CollectionRule | null;
    members: Member[];
  };
  choices: Member[];
};

const SMALL = 'min-h-11 min-w-11 px-2 text-sm';
const GROUP = 'grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2';

/** A collection and what stands in it. */
export function CollectionForm({ action, language, collection, choices }: CollectionFormProps) {
  const [state, submit, pending] = useActionState(action, READY);
  const [filledBy, setFilledBy] = useState<'hand' | 'rule'>(collection.rule ? 'rule' : 'hand');
  const [members, setMembers] = useState(collection.members);
  const words = collectionWordsIn(language);
  const { title, description, rule } = collection;
  const save = (event: FormEvent<HTMLFormElement>) => {
    // Posted by hand: a form that React posts is emptied afterwards.
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    if (!pending) startTransition(() => submit(posted));
  };
  const field = (name: string, label: string, value: string, hint?: string) => (
    <Field
      id={name}
      name={name}
      label={label}
      defaultValue={value}
      state={state}
      autoComplete="off"
      {...(hint ? { hint } : {})}
    />
  );
  const area = (name: string, label: string, value: string) => (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <textarea
        id={name}
        name={name}
        defaultValue={value}
        rows={3}
        maxLength={2000}
        className={`${INPUT_CLASS} py-2`}
      />
    </div>
  );
  return (
    <form onSubmit={save} className="grid content-start gap-4">
      <input type="hidden" name="slug" value={collection.slug} />
      <input type="hidden" name="seenVersion" value={collection.version} />
      <div className={GROUP}>
        {field('titleDe', words.titleDe, title.de)}
        {field('titleEn', words.titleEn, title.en)}
        {area('textDe', words.textDe, description.de)}
        {area('textEn', words.textEn, description.en)}
      </div>
      <fieldset className={GROUP}>
        <legend className="float-left text-sm font-bold sm:col-span-2">{words.filledBy}</legend>
        <div className="flex gap-6 sm:col-span-2">
          {(['hand', 'rule'] as const).map((way) => (
            <label key={way} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="radio"
                name="filledBy"
                value={way}
                checked={filledBy === way}
                onChange={() => setFilledBy(way)}
                className="size-5 accent-brand"
              />
              {way === 'hand' ? words.byHand : words.byRule}
            </label>
          ))}
        </div>
        {filledBy === 'rule' ? (
          <>
            {field('tags', words.tags, rule?.tags.join(', ') ?? '', words.tagsHint)}
            {field('vendor', words.vendor, rule?.vendor ?? '')}
          </>
        ) : (
          <Members members={members} onMembers={setMembers} choices={choices} language={language} />
        )}
      </fieldset>
      <div className="flex items-center gap-4">
        <SubmitButton label={words.save} />
        <FormWord state={state} done={words.saved} />
      </div>
    </form>
  );
}

type MembersProps = {
  members: Member[];
  onMembers: (members: Member[]) => void;
  choices: Member[];
  language: Language;
};

function Members({ members, onMembers, choices, language }: MembersProps) {
  const words = collectionWordsIn(language);
  const [typed, setTyped] = useState('');
  const move = (at: number, by: number) => {
    const member = members[at];
    if (member && at + by >= 0 && at + by < members.length)
      onMembers(members.toSpliced(at, 1).toSpliced(at + by, 0, member));
  };
  const add = () => {
    const wanted = typed.trim();
    const found = choices.find((choice) => choice.slug === wanted || textIn(choice.title, language) === wanted);
    const member =
      found ?? (/^[a-z0-9][a-z0-9_-]*$/.test(wanted) ? { slug: wanted, title: { de: wanted, en: wanted } } : null);
    if (!member) return;
    if (!members.some((one) => one.slug === member.slug)) onMembers([...members, member]);
    setTyped('');
  };
  return (
    <div className="grid gap-3 sm:col-span-2">
      <input type="hidden" name="members" value={members.map((member) => member.slug).join(',')} />
      <h2 className="text-sm">{words.members}</h2>
      {members.length === 0 && <p className="text-sm text-muted">{words.noMembers}</p>}
      <ol className="grid max-h-120 gap-1 overflow-y-auto">
        {members.map((member, at) => {
          const title = textIn(member.title, language);
          return (
            <li key={member.slug} className="flex flex-wrap items-center gap-2 border-b border-line py-1 text-sm">
              <span className="grow">{title}</span>
              <Small label={words.up(title)} sign="↑" disabled={at === 0} onPress={() => move(at, -1)} />
              <Small
                label={words.down(title)}
                sign="↓"
                disabled={at === members.length - 1}
                onPress={() => move(at, 1)}
              />
              <Small label={words.remove(title)} sign="×" onPress={() => onMembers(members.toSpliced(at, 1))} />
            </li>
          );
        })}
      </ol>
      <div className="flex items-end gap-2">
        <div className="grow">
          <label htmlFor="add-member" className="mb-1 block text-sm font-bold">
            {words.addMember}
          </label>
          <input
            id="add-member"
            list="member-choices"
            value={typed}
            aria-describedby="add-member-hint"
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
            className={INPUT_CLASS}
          />
          <datalist id="member-choices">
            {choices.map((choice) => (
              <option key={choice.slug} value={textIn(choice.title, language)} />
            ))}
          </datalist>
          <p id="add-member-hint" className="mt-1 text-xs text-muted">
            {words.addMemberHint}
          </p>
        </div>
        <button type="button" onClick={add} className={buttonClass('quiet', `${SMALL} mb-6 px-3`)}>
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

type MovesProps = { action: Action; language: Language; slug: string; title: string; first: boolean; last: boolean };

/** Moves a collection up or down in the shop, one step a tap. */
export function CollectionMoves({ action, language, slug, title, first, last }: MovesProps) {
  const [state, submit] = useActionState(action, READY);
  const words = collectionWordsIn(language);
  return (
    <form action={submit} className="flex gap-1">
      <input type="hidden" name="slug" value={slug} />
      <button
        type="submit"
        name="by"
        value="-1"
        aria-label={words.up(title)}
        disabled={first}
        className={buttonClass('quiet', SMALL)}
      >
        ↑
      </button>
      <button
        type="submit"
        name="by"
        value="1"
        aria-label={words.down(title)}
        disabled={last}
        className={buttonClass('quiet', SMALL)}
      >
        ↓
      </button>
      {state.is === 'problem' && <FormWord state={state} />}
    </form>
  );
}

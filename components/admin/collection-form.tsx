'use client';

import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { type ActionState, READY } from '@/lib/domain/action-state';
import type { CollectionRule } from '@/lib/domain/catalogue/collection-rule';
import type { Language, LocalizedText } from '@/lib/domain/market';
import { collectionWordsIn } from './collection-words';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { type PickedProduct, ProductPicks, SMALL } from './product-picks';

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;
type CollectionFormProps = {
  action: Action;
  language: Language;
  collection: {
    slug: string;
    version: number;
    title: LocalizedText;
    description: LocalizedText;
    rule: CollectionRule | null;
    members: PickedProduct[];
  };
  choices: PickedProduct[];
};

const GROUP = 'grid gap-4 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2';

/** A collection and what stands in it. */
export function CollectionForm({ action, language, collection, choices }: CollectionFormProps) {
  const [state, submit, pending] = useActionState(action, READY);
  const [filledBy, setFilledBy] = useState<'hand' | 'rule'>(collection.rule ? 'rule' : 'hand');
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
          <ProductPicks
            name="members"
            title={words.members}
            picked={collection.members}
            choices={choices}
            language={language}
          />
        )}
      </fieldset>
      <div className="flex items-center gap-4">
        <SubmitButton label={words.save} />
        <FormWord state={state} done={words.saved} />
      </div>
    </form>
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

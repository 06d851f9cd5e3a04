'use client';

import type { ReactNode } from 'react';
import { textIn } from '@/lib/domain/market';
import { INPUT_CLASS } from '../control-class';
import { Section, TextField, useEditor } from './editor-parts';

const STATUSES = ['draft', 'active', 'archived'] as const;
const TAX_CLASSES = ['standard', 'reduced'] as const;

/** Whether it is on sale, where it stands, and how it is taxed. */
export function SaleSection() {
  const { draft, change, words } = useEditor();
  return (
    <Section title={words.sale}>
      <Choice
        place="status"
        label={words.status}
        value={draft.status}
        onChoose={(value) => change({ status: STATUSES.find((one) => one === value) ?? draft.status })}
      >
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {words.statuses[status]}
          </option>
        ))}
      </Choice>
      {draft.status === 'draft' && (
        <TextField
          place="publishAt"
          type="datetime-local"
          label={words.publishAt}
          hint={words.publishAtHint}
          value={draft.publishAt}
          onText={(publishAt) => change({ publishAt })}
        />
      )}
      <Choice
        place="taxClass"
        label={words.taxClass}
        value={draft.taxClass}
        onChoose={(value) => change({ taxClass: TAX_CLASSES.find((one) => one === value) ?? draft.taxClass })}
      >
        {TAX_CLASSES.map((taxClass) => (
          <option key={taxClass} value={taxClass}>
            {words.taxClasses[taxClass]}
          </option>
        ))}
      </Choice>
      <TextField
        place="vendor"
        label={words.vendor}
        value={draft.vendor}
        onText={(vendor) => change({ vendor })}
        maxLength={200}
      />
      <TextField
        place="tags"
        label={words.tags}
        hint={words.tagsHint}
        value={draft.tags}
        onText={(tags) => change({ tags })}
        maxLength={2000}
      />
      <CollectionChoice />
    </Section>
  );
}

function CollectionChoice() {
  const { draft, change, words, collections, language } = useEditor();
  const toggle = (slug: string, on: boolean) =>
    change({ collections: on ? [...draft.collections, slug] : draft.collections.filter((one) => one !== slug) });
  return (
    <fieldset>
      <legend className="text-sm font-bold">{words.collections}</legend>
      {collections.length === 0 && <p className="text-sm text-muted">{words.noCollections}</p>}
      <div className="max-h-52 overflow-y-auto">
        {collections.map(({ slug, title }) => (
          <label key={slug} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={draft.collections.includes(slug)}
              onChange={(event) => toggle(slug, event.target.checked)}
              className="size-5 accent-brand"
            />
            {textIn(title, language)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = {
  place: string;
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
};

function Choice({ place, label, value, onChoose, children }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={place} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <select id={place} value={value} onChange={(event) => onChoose(event.target.value)} className={INPUT_CLASS}>
        {children}
      </select>
    </div>
  );
}

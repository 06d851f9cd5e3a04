'use client';

import { useActionState } from 'react';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { type Language, textIn } from '@/lib/domain/market';
import { MOST_PRODUCTS } from '@/lib/domain/messaging/broadcast';
import { broadcastWordsIn } from './broadcast-words';
import { INPUT_CLASS } from './control-class';
import { Field, FormWord, SubmitButton } from './form-parts';
import { type PickedProduct, ProductPicks } from './product-picks';

type Fields = Record<'name' | 'textDe' | 'textEn' | 'audience' | 'collection', string>;
type BroadcastFormProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  broadcast: { id: string; fields: Fields; products: PickedProduct[] };
  collections: PickedProduct[];
  /** What may be picked. */
  products: PickedProduct[];
};

/** A broadcast as a merchant writes it. */
export function BroadcastForm({ action, language, broadcast, collections, products }: BroadcastFormProps) {
  const [state, submit] = useActionState(action, READY);
  const words = broadcastWordsIn(language);
  const { fields } = broadcast;
  const typed = (name: keyof Fields) => (state.is === 'problem' ? (state.typed[name] ?? '') : fields[name]);
  return (
    <form action={submit} className="grid content-start gap-4 rounded-lg border border-line bg-raised p-4">
      <input type="hidden" name="broadcastId" value={broadcast.id} />
      <Field
        id="name"
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={fields.name}
        maxLength={80}
        required
        state={state}
      />
      <TextArea name="textDe" label={words.textDe} hint={words.textHint} typed={typed('textDe')} state={state} />
      <TextArea name="textEn" label={words.textEn} typed={typed('textEn')} state={state} />
      {/* In a form of one column nothing spans two. */}
      <div>
        <ProductPicks
          name="products"
          title={words.products}
          hint={words.productsHint}
          picked={broadcast.products}
          choices={products}
          most={MOST_PRODUCTS}
          language={language}
        />
      </div>
      <div>
        <label htmlFor="audience" className="mb-1 block text-sm font-bold">
          {words.audience}
        </label>
        <select id="audience" name="audience" defaultValue={typed('audience')} className={INPUT_CLASS}>
          {(['all', 'buyers', 'collection'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {words.audiences[kind]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="collection" className="mb-1 block text-sm font-bold">
          {words.collection}
        </label>
        <select id="collection" name="collection" defaultValue={typed('collection')} className={INPUT_CLASS}>
          <option value="">–</option>
          {collections.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {textIn(title, language)}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton label={words.save} />
      <FormWord state={state} done={words.saved} />
    </form>
  );
}

type TextAreaProps = { name: string; label: string; hint?: string; typed: string; state: ActionState };

function TextArea({ name, label, hint, typed, state }: TextAreaProps) {
  const wrong = state.is === 'problem' && state.fields.includes(name);
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-bold">
        {label}
      </label>
      <textarea
        id={name}
        name={name}
        key={typed}
        defaultValue={typed}
        rows={4}
        maxLength={600}
        aria-invalid={wrong || undefined}
        aria-describedby={hint && `${name}-hint`}
        className={`${INPUT_CLASS} py-2`}
      />
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

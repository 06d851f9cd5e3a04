'use client';

import { createContext, type InputHTMLAttributes, type ReactNode, useContext } from 'react';
import { cn } from '@/components/ui/cn';
import type { ProductDraft } from '@/lib/domain/catalogue/product-draft';
import type { CurrencyCode } from '@/lib/domain/currencies';
import type { Language, LocalizedText } from '@/lib/domain/market';
import { INPUT_CLASS } from '../control-class';
import type { ProductWords } from '../product-words';

/** What the editor offers beside the product itself. */
export type EditorSurroundings = {
  currencies: CurrencyCode[];
  /** Those that are filled by hand. */
  collections: { slug: string; title: LocalizedText }[];
};

export type Editor = EditorSurroundings & {
  draft: ProductDraft;
  change: (patch: Partial<ProductDraft>) => void;
  isWrong: (place: string) => boolean;
  language: Language;
  words: ProductWords;
  /** The language whose texts are being written. */
  tongue: Language;
};

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('there is no editor around this part');
  return editor;
}

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-4 rounded-lg border border-line bg-raised p-4">
      <div>
        <h2 className="text-base">{title}</h2>
        {lead && <p className="mt-1 text-xs text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  place: string;
  label: string;
  value: string;
  onText: (text: string) => void;
  hint?: string | undefined;
  mark?: ReactNode;
  rows?: number;
  quiet?: boolean;
};

/** A labelled field of the draft, of one line or of `rows`; says when the server found fault with it. */
export function TextField({
  place,
  label,
  value,
  onText,
  hint,
  mark,
  rows,
  quiet,
  className,
  ...input
}: TextFieldProps) {
  const { isWrong } = useEditor();
  const shared = {
    id: place,
    value,
    'aria-invalid': isWrong(place) || undefined,
    'aria-describedby': hint ? `${place}-hint` : undefined,
    autoComplete: 'off',
  };
  return (
    <div className={className}>
      <label htmlFor={place} className={quiet ? 'sr-only' : 'mb-1 block text-sm font-bold'}>
        {label}
        {mark}
      </label>
      {rows ? (
        <textarea
          {...shared}
          rows={rows}
          maxLength={input.maxLength}
          onChange={(event) => onText(event.target.value)}
          className={cn(INPUT_CLASS, 'py-2')}
        />
      ) : (
        <input {...shared} {...input} onChange={(event) => onText(event.target.value)} className={INPUT_CLASS} />
      )}
      {hint && (
        <p id={`${place}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

type LocalizedFieldProps = {
  place: string;
  label: string;
  value: LocalizedText;
  onText: (value: LocalizedText) => void;
  rows?: number;
  maxLength?: number;
  hint?: string;
  quiet?: boolean;
  className?: string;
};

/** A text in the language that is being written, marked where only the other one has it. */
export function LocalizedField({ place, label, value, onText, ...field }: LocalizedFieldProps) {
  const { tongue, words } = useEditor();
  return (
    <TextField
      {...field}
      place={`${place}.${tongue}`}
      label={words.inLanguage(label, words.languages[tongue])}
      value={value[tongue]}
      onText={(text) => onText({ ...value, [tongue]: text })}
      mark={<Missing value={value} />}
    />
  );
}

export function Missing({ value }: { value: LocalizedText }) {
  const { tongue, words } = useEditor();
  const other = value[tongue === 'de' ? 'en' : 'de'];
  if (value[tongue] || !other) return null;
  return <span className="ml-2 rounded-full bg-notice-soft px-2 py-0.5 text-xs font-normal">{words.missing}</span>;
}

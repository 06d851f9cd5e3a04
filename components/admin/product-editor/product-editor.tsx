'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type ActionState, READY } from '@/lib/domain/action-state';
import { countMissingTexts } from '@/lib/domain/catalogue/missing-texts';
import type { Language } from '@/lib/domain/market';
import { productWordsIn } from '../product-words';
import { type Editor, EditorContext, type EditorSurroundings } from './editor-parts';
import { MergeNotice, withTheirs } from './merge-notice';
import { OptionsSection } from './options-section';
import { PicturesSection } from './pictures-section';
import { SafetySection } from './safety-section';
import { SaleSection } from './sale-section';
import { SearchSection, TextSection } from './text-section';
import { type ServedProduct, useDraft } from './use-draft';

type ProductEditorProps = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  product: ServedProduct;
  surroundings: EditorSurroundings;
};

const TONGUES = ['de', 'en'] as const;

/** A product with all that belongs to it, saved as a whole. */
export function ProductEditor({ action, language, product, surroundings }: ProductEditorProps) {
  const words = productWordsIn(language);
  const { held, dirty, restored, news, setNews, change, discard, setSent, answered } = useDraft(product);
  const [state, submit, pending] = useActionState(action, READY);
  const [tongue, setTongue] = useState<Language>(language);
  const form = useRef<HTMLFormElement>(null);
  useAfterwards(state, form, answered);

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (pending) return;
    setNews(null);
    setSent(held.draft);
    const posted = new FormData();
    posted.set('productId', held.id);
    posted.set('seenVersion', String(held.version));
    posted.set('product', JSON.stringify(held.draft));
    startTransition(() => submit(posted));
  };
  const settle = (place: string) => {
    if (news) setNews({ ...news, conflicts: news.conflicts.filter((conflict) => conflict.place !== place) });
  };
  const ready = useHydrated();
  const editor: Editor = {
    ...surroundings,
    draft: held.draft,
    change,
    isWrong: (place) => state.is === 'problem' && state.fields.includes(`product.${place}`),
    language,
    words,
    tongue,
  };
  // What came from elsewhere is drawn anew in fields that the browser itself edits.
  const drawn = held.version * 10 + (restored ? 1 : 0) + (news?.conflicts.length ?? 0) / 100;
  return (
    <EditorContext value={editor}>
      <form
        ref={form}
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
        noValidate
      >
        {news && (
          <MergeNotice
            news={news}
            words={words}
            onKeep={settle}
            onTake={(place) => {
              change(withTheirs(held.draft, news.theirs, place));
              settle(place);
            }}
          />
        )}
        {restored && (
          <p role="status" className="mb-4 flex flex-wrap items-center gap-4 rounded-lg bg-notice-soft p-3 text-sm">
            {words.restored}
            <button type="button" onClick={discard} className={buttonClass('plain', 'min-h-11 px-0 text-sm')}>
              {words.discard}
            </button>
          </p>
        )}
        {/* The draft lives in the script: what is typed before it runs would be gone. */}
        <fieldset disabled={!ready} className="contents">
          <Tongues tongue={tongue} onTongue={setTongue} />
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <div className="grid min-w-0 gap-4">
              <TextSection drawn={drawn} />
              <PicturesSection />
            </div>
            <SaleSection />
            <div className="min-w-0 lg:col-span-2">
              <OptionsSection />
            </div>
            <div className="grid min-w-0 items-start gap-4 lg:col-span-2 lg:grid-cols-2">
              <SafetySection />
              <SearchSection />
            </div>
          </div>
          <div className="sticky bottom-0 z-10 -mx-4 mt-4 flex flex-wrap items-center gap-4 border-t border-line bg-surface px-4 py-3">
            <button
              type="submit"
              aria-disabled={pending || undefined}
              className={buttonClass('primary', pending ? 'opacity-60' : '')}
            >
              {pending ? words.saving : words.save}
            </button>
            <p role="status" className={cn('text-sm', state.is === 'problem' ? 'text-error' : 'text-muted')}>
              {statusWord(state, { pending, dirty, words })}
            </p>
          </div>
        </fieldset>
      </form>
    </EditorContext>
  );
}

function statusWord(
  state: ActionState,
  { pending, dirty, words }: { pending: boolean; dirty: boolean; words: Editor['words'] },
): string {
  if (pending) return '';
  if (state.is === 'problem') return state.message;
  if (dirty) return words.unsaved;
  return state.is === 'done' ? words.saved : '';
}

/** After a refusal: the first field at fault gets the focus; of somebody else's change the page asks the newest state. */
function useAfterwards(
  state: ActionState,
  form: React.RefObject<HTMLFormElement | null>,
  answered: (done: boolean) => void,
): void {
  const router = useRouter();
  useEffect(() => {
    if (state.is !== 'ready') answered(state.is === 'done');
    if (state.is !== 'problem') return;
    if (state.problem === 'changed_meanwhile') router.refresh();
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state, form, router, answered]);
}

function Tongues({ tongue, onTongue }: { tongue: Language; onTongue: (tongue: Language) => void }) {
  return (
    <EditorContext.Consumer>
      {(editor) =>
        editor && (
          <fieldset className="mb-4 flex flex-wrap items-center gap-2">
            <legend className="float-left mr-2 text-sm">{editor.words.textsIn}</legend>
            {TONGUES.map((one) => {
              const missing = countMissingTexts(editor.draft, one);
              return (
                <button
                  key={one}
                  type="button"
                  aria-pressed={tongue === one}
                  onClick={() => onTongue(one)}
                  className={buttonClass(
                    'quiet',
                    cn('min-h-11 px-4 text-sm', tongue === one && 'border-brand bg-brand-soft font-bold'),
                  )}
                >
                  {editor.words.languages[one]}
                  {missing > 0 && (
                    <span className="rounded-full bg-notice-soft px-2 py-0.5 text-xs font-normal">
                      {editor.words.missingTexts(missing)}
                    </span>
                  )}
                </button>
              );
            })}
          </fieldset>
        )
      }
    </EditorContext.Consumer>
  );
}

'use client';

import { buttonClass } from '@/components/ui/button';
import type { ProductDraft } from '@/lib/domain/catalogue/product-draft';
import type { ProductWords } from '../product-words';
import type { MergeNews } from './use-draft';

type MergeNoticeProps = {
  news: MergeNews;
  words: ProductWords;
  onTake: (place: string) => void;
  onKeep: (place: string) => void;
};

/** Says what somebody else changed meanwhile, and asks where both did. */
export function MergeNotice({ news, words, onTake, onKeep }: MergeNoticeProps) {
  return (
    <div role="alert" className="mb-4 grid gap-3 rounded-lg bg-notice-soft p-4 text-sm">
      <p className="font-bold">
        {words.othersChanged} {words.saveAgain}
      </p>
      {news.taken.length > 0 && (
        <p>
          {words.taken} {[...new Set(news.taken.map((place) => placeName(place, words)))].join(', ')}
        </p>
      )}
      {news.conflicts.length > 0 && <p>{words.conflict}</p>}
      <ul className="grid gap-3">
        {news.conflicts.map(({ place, mine, theirs }) => (
          <li key={place} className="grid gap-2 rounded-md bg-raised p-3">
            <h3 className="text-sm">{placeName(place, words)}</h3>
            <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
              <dt className="text-muted">{words.mine}</dt>
              <dd>{mine || words.empty}</dd>
              <dt className="text-muted">{words.theirs}</dt>
              <dd>{theirs || words.empty}</dd>
            </dl>
            <div className="flex flex-wrap gap-2">
              <button type="button" onClick={() => onKeep(place)} className={buttonClass('quiet', 'min-h-11 text-sm')}>
                {words.keepMine}
              </button>
              <button type="button" onClick={() => onTake(place)} className={buttonClass('quiet', 'min-h-11 text-sm')}>
                {words.takeTheirs}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "title.de" → "Titel (Deutsch)", "variants.0.prices.EUR" → "Preis EUR". */
function placeName(place: string, words: ProductWords): string {
  const parts = place.split('.');
  const [first = '', , third = '', fourth = ''] = parts;
  if (first === 'variants') return [nameOf(third, words), fourth].filter(Boolean).join(' ');
  const [, second = ''] = parts;
  const name = nameOf(first, words);
  return second === 'de' || second === 'en' ? words.inLanguage(name, words.languages[second]) : name;
}

function nameOf(key: string, { places }: ProductWords): string {
  return Object.entries(places).find(([place]) => place === key)?.[1] ?? key;
}

/** The draft with what stands at `place` in the other one. */
export function withTheirs(draft: ProductDraft, theirs: ProductDraft, place: string): ProductDraft {
  if (place === 'options') return { ...draft, options: theirs.options, variants: theirs.variants };
  const changed = structuredClone(draft);
  const [first = '', at = '', ...rest] = place.split('.');
  if (first === 'variants') {
    const variant = changed.variants[Number(at)];
    const other = theirs.variants.find((one) => one.id === variant?.id);
    if (variant && other) setAt(variant, rest, valueAt(other, rest));
  } else setAt(changed, place.split('.'), valueAt(theirs, place.split('.')));
  return changed;
}

function valueAt(from: object, path: string[]): unknown {
  return path.reduce<unknown>((value, name) => Reflect.get(Object(value), name), from);
}

function setAt(into: object, path: string[], value: unknown): void {
  const last = path.at(-1);
  const parent = valueAt(into, path.slice(0, -1));
  if (last !== undefined && typeof parent === 'object' && parent !== null) Reflect.set(parent, last, value);
}

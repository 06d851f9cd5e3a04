'use client';

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Picture } from '@/components/shop/picture';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { ProductImage } from '@/lib/domain/catalogue/product';
import { LocalizedField, Section, TextField, useEditor } from './editor-parts';
import { useUploads } from './use-uploads';

const MOST = 20;
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';
const SMALL = 'min-h-11 min-w-11 px-2 text-sm';

/** The product's pictures: choose, drag or paste them; put them in order with the pointer or the keyboard. */
export function PicturesSection() {
  const { draft, change, words } = useEditor();
  const images = useRef(draft.images);
  images.current = draft.images;
  const [word, setWord] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  const set = (next: ProductImage[]) => {
    // Pictures arrive while others are on their way: each joins what there is by then.
    images.current = next;
    change({ images: next });
  };
  const { uploads, arrived, add, dismiss } = useUploads(words, (image) => set([...images.current, image]));
  const take = (files: Iterable<File>) => {
    const pictures = [...files].filter((file) => file.type.startsWith('image/'));
    const room = MOST - images.current.length - uploads.length;
    setWord(pictures.length > room ? words.tooManyPictures : '');
    add(pictures.slice(0, Math.max(0, room)));
  };
  const move = (from: number, to: number) => {
    const picture = images.current[from];
    if (!picture || to < 0 || to >= images.current.length || from === to) return;
    set(images.current.toSpliced(from, 1).toSpliced(to, 0, picture));
    setWord(words.movedTo(to + 1, images.current.length));
  };
  usePastedPictures(take);
  return (
    <Section title={words.pictures} lead={`${words.picturesLead} ${words.altHint}`}>
      <DropZone onFiles={take} />
      <ul className="grid gap-2 text-sm empty:hidden">
        {uploads.map(({ id, name, part, problem }) => (
          <li key={id} className="grid gap-1">
            <span className={cn(problem && 'text-error')}>
              {problem ? `${name}: ${problem}` : words.uploading(name)}
            </span>
            {problem ? (
              <button type="button" onClick={() => dismiss(id)} className={buttonClass('quiet', `${SMALL} w-fit`)}>
                {words.remove}
              </button>
            ) : (
              <progress value={part} max={1} aria-label={words.uploading(name)} className="h-2 w-full accent-brand" />
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="min-h-5 text-xs text-muted">
        {word || (arrived > 0 && uploads.length === 0 ? words.uploaded(arrived) : '')}
      </p>
      <ol className="grid gap-3">
        {draft.images.map((image, at) => (
          <li
            key={image.file ?? at}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('text/x-kiosk-picture', String(at));
              event.dataTransfer.effectAllowed = 'move';
              setDragged(at);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              move(dragged, at);
              setDragged(null);
            }}
            className={cn(
              'grid grid-cols-[5rem_minmax(0,1fr)] items-start gap-3 rounded-md border border-line p-2',
              dragged === at && 'opacity-50',
            )}
          >
            <PictureFields
              image={image}
              at={at}
              onChange={(changed) => set(draft.images.with(at, changed))}
              onMove={(by) => move(at, at + by)}
              onRemove={() => set(draft.images.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { words } = useEditor();
  const [over, setOver] = useState(false);
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same by pointer; the field in it is for everybody
    <div
      onDragOver={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      }}
      className={cn('rounded-md border border-dashed border-edge p-4', over && 'border-brand bg-brand-soft')}
    >
      <label className="grid gap-2 text-sm font-bold">
        {words.choosePictures}
        <input
          type="file"
          accept={ACCEPTED}
          multiple
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
          className="block min-h-11 w-full text-sm font-normal file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-raised file:px-4 file:text-ink"
        />
      </label>
    </div>
  );
}

type PictureFieldsProps = {
  image: ProductImage;
  at: number;
  onChange: (image: ProductImage) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

function PictureFields({ image, at, onChange, onMove, onRemove }: PictureFieldsProps) {
  const { draft, words, language } = useEditor();
  const number = at + 1;
  return (
    <>
      <Picture image={image} language={language} sizes="80px" decorative className="w-20 rounded-sm" />
      <div className="grid gap-2">
        <LocalizedField
          place={`images.${at}.alt`}
          label={`${words.picture(number)}: ${words.alt}`}
          value={image.alt}
          onText={(alt) => onChange({ ...image, alt })}
          maxLength={300}
        />
        {!(image.alt.de && image.alt.en) && (
          <TextField
            place={`images.${at}.altWaiver`}
            label={`${words.picture(number)}: ${words.altWaiver}`}
            value={image.altWaiver ?? ''}
            onText={(altWaiver) => onChange({ ...image, altWaiver })}
            maxLength={200}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            aria-label={words.earlier(number)}
            disabled={at === 0}
            onClick={() => onMove(-1)}
            className={buttonClass('quiet', SMALL)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={words.later(number)}
            disabled={at === draft.images.length - 1}
            onClick={() => onMove(1)}
            className={buttonClass('quiet', SMALL)}
          >
            ↓
          </button>
          <button
            type="button"
            aria-label={words.removePicture(number)}
            onClick={onRemove}
            className={buttonClass('quiet', SMALL)}
          >
            {words.remove}
          </button>
        </div>
      </div>
    </>
  );
}

/** Pictures out of the clipboard, wherever on the page they are pasted; text stays with the field. */
function usePastedPictures(take: (files: Iterable<File>) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);
}

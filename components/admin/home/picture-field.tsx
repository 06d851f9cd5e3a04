'use client';

import { useState } from 'react';
import { sendPicture } from '@/components/admin/product-editor/send-picture';
import { buttonClass } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { pictureAddress, pictureSet } from '@/lib/domain/catalogue/picture';
import type { HomeWords } from './home-words';

/** The picture of a block: uploaded at once, kept when the block is saved. */
export function PictureField({ file: given, words, optional }: { file: string; words: HomeWords; optional: boolean }) {
  const [file, setFile] = useState(given);
  const [word, setWord] = useState('');
  // What is chosen before the script listens would be lost.
  const ready = useHydrated();
  async function choose(picked: File | undefined) {
    if (!picked) return;
    setWord(words.sending);
    const sent = await sendPicture(picked, () => undefined);
    setWord(sent.ok ? words.sent : (sent.message ?? words.failed));
    if (sent.ok) setFile(sent.image.file ?? '');
  }
  return (
    <div className="grid content-start gap-2">
      <span className="text-sm font-bold">{words.picture}</span>
      <input type="hidden" name="picture" value={file} />
      {file ? (
        <picture>
          <source type="image/avif" srcSet={pictureSet(file, 'avif')} sizes="15rem" />
          <img src={pictureAddress(file, 360, 'webp')} alt="" className="max-h-60 max-w-60 rounded-md object-contain" />
        </picture>
      ) : (
        <p className="text-sm text-muted">{words.noPicture}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <label className={buttonClass('quiet', 'min-h-11 cursor-pointer px-3 text-sm focus-within:outline-3')}>
          {words.choosePicture}
          <input
            type="file"
            disabled={!ready}
            accept="image/png,image/jpeg,image/webp,image/avif"
            aria-describedby="picture-hint"
            className="sr-only"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </label>
        {file && optional && (
          <button type="button" className={buttonClass('quiet', 'min-h-11 px-3 text-sm')} onClick={() => setFile('')}>
            {words.removePicture}
          </button>
        )}
      </div>
      <p id="picture-hint" className="text-xs text-muted">
        {words.pictureHint}
      </p>
      <p role="status" className="min-h-5 text-xs text-muted">
        {word}
      </p>
    </div>
  );
}

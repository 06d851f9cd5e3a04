'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { pictureAddress } from '@/lib/domain/catalogue/picture';
import type { Language } from '@/lib/domain/market';
import { sendPicture } from './product-editor/send-picture';
import { settingsWordsIn } from './settings-words';

/** The shop's logo: uploaded at once, kept when the form is saved. */
export function LogoField({ logo, language }: { logo: string; language: Language }) {
  const words = settingsWordsIn(language).brand;
  const [file, setFile] = useState(logo);
  const [word, setWord] = useState('');
  async function choose(picked: File | undefined) {
    if (!picked) return;
    setWord(words.sending);
    const sent = await sendPicture(picked, () => undefined);
    setWord(sent.ok ? '' : (sent.message ?? words.failed));
    if (sent.ok) setFile(sent.image.file ?? '');
  }
  return (
    <div className="grid gap-2">
      <span id="logo-label" className="text-sm font-bold">
        {words.logo}
      </span>
      <input type="hidden" name="logo" value={file} />
      {file ? (
        <img src={pictureAddress(file, 360, 'webp')} alt={words.logo} className="h-12 w-auto max-w-60 object-contain" />
      ) : (
        <p className="text-sm text-muted">{words.noLogo}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <label className={buttonClass('quiet', 'min-h-11 cursor-pointer px-3 text-sm focus-within:outline-3')}>
          {words.choose}
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp,image/avif"
            aria-describedby="logo-hint"
            className="sr-only"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </label>
        {file && (
          <button type="button" className={buttonClass('quiet', 'min-h-11 px-3 text-sm')} onClick={() => setFile('')}>
            {words.removeLogo}
          </button>
        )}
      </div>
      <p id="logo-hint" className="text-xs text-muted">
        {words.logoHint}
      </p>
      <p role="status" className="min-h-5 text-xs text-muted">
        {word}
      </p>
    </div>
  );
}

'use client';

import { useId, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';

type CopyFieldProps = { label: string; url: string; words: { copy: string; copied: string } };

/** A link to copy: with one tap where the browser lets a page do so, else selected for her own. */
export function CopyField({ label, url, words }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  const copy = async () => {
    field.current?.select();
    // A frame of another site may be refused: then what is selected waits for her own hand.
    setDone(
      await navigator.clipboard
        .writeText(url)
        .then(() => true)
        .catch(() => false),
    );
  };
  return (
    <div>
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          ref={field}
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="h-12 min-w-0 grow rounded-md border border-edge bg-raised px-3 text-sm"
        />
        <button type="button" className={buttonClass('quiet', 'shrink-0')} onClick={() => void copy()}>
          <span role="status">{done ? words.copied : words.copy}</span>
          <span className="sr-only">: {label}</span>
        </button>
      </div>
    </div>
  );
}

'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { INPUT_CLASS } from '../control-class';
import { useEditor } from './editor-parts';

type RichTextProps = { id: string; label: string; html: string; onHtml: (html: string) => void; invalid: boolean };

const BUTTON = 'min-h-11 min-w-11 px-3 text-sm';

/**
 * A description with a few formats, written by the browser's own editing. What is pasted comes as plain text; the server
 * sanitises whatever arrives. `html` is only read when the field is shown anew (another `key`).
 */
export function RichText({ id, label, html, onHtml, invalid }: RichTextProps) {
  const { words } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(html);
  const [linking, setLinking] = useState<Range | null>(null);

  useEffect(() => {
    document.execCommand('defaultParagraphSeparator', false, 'p');
    // Sanitised before it was stored; the content policy lets nothing in it run.
    if (box.current) box.current.innerHTML = first.current;
  }, []);

  const tell = () => box.current && onHtml(box.current.textContent?.trim() ? box.current.innerHTML : '');
  const format = (command: string, value?: string) => {
    box.current?.focus();
    document.execCommand(command, false, value);
    tell();
  };
  const link = (address: string) => {
    const selection = getSelection();
    if (linking) {
      selection?.removeAllRanges();
      selection?.addRange(linking);
    }
    setLinking(null);
    if (/^(?:https?:\/\/|mailto:)/i.test(address)) format('createLink', address);
  };
  const keepSelection = () => {
    const selection = getSelection();
    if (selection?.rangeCount && box.current?.contains(selection.anchorNode)) setLinking(selection.getRangeAt(0));
  };
  return (
    <div>
      <p id={`${id}-label`} className="mb-1 text-sm font-bold">
        {label}
      </p>
      <div role="toolbar" aria-label={`${words.formats}, ${label}`} className="mb-1 flex flex-wrap gap-1">
        <Format label={words.bold} onFormat={() => format('bold')} className="font-bold" />
        <Format label={words.italic} onFormat={() => format('italic')} className="italic" />
        <Format label={words.heading} onFormat={() => format('formatBlock', 'h3')} />
        <Format label={words.list} onFormat={() => format('insertUnorderedList')} />
        <Format label={words.link} onFormat={keepSelection} />
        <Format
          label={words.plain}
          onFormat={() => {
            format('removeFormat');
            format('unlink');
            format('formatBlock', 'p');
          }}
        />
      </div>
      {linking && <LinkField onLink={link} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea knows no formats */}
      <div
        ref={box}
        id={id}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-labelledby={`${id}-label`}
        aria-invalid={invalid || undefined}
        contentEditable
        suppressContentEditableWarning
        onInput={tell}
        onBlur={tell}
        onPaste={(event) => {
          event.preventDefault();
          document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
        }}
        className={cn(INPUT_CLASS, 'prose min-h-40 py-2 leading-relaxed')}
      />
    </div>
  );
}

function Format({ label, onFormat, className }: { label: string; onFormat: () => void; className?: string }) {
  return (
    <button
      type="button"
      // The selection must stay where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onFormat}
      className={buttonClass('quiet', cn(BUTTON, className))}
    >
      {label}
    </button>
  );
}

function LinkField({ onLink }: { onLink: (address: string) => void }) {
  const { words } = useEditor();
  const id = useId();
  const [address, setAddress] = useState('https://');
  return (
    <div className="mb-2 flex items-end gap-2">
      <div className="grow">
        <label htmlFor={id} className="mb-1 block text-xs">
          {words.linkAddress}
        </label>
        <input
          id={id}
          type="url"
          value={address}
          // biome-ignore lint/a11y/noAutofocus: it appears because its button was pressed
          autoFocus
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onLink(address);
          }}
          className={INPUT_CLASS}
        />
      </div>
      <button type="button" onClick={() => onLink(address)} className={buttonClass('quiet', BUTTON)}>
        {words.setLink}
      </button>
    </div>
  );
}

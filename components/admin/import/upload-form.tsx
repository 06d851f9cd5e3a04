import { buttonClass } from '@/components/ui/button';
import { CURRENCIES } from '@/lib/domain/currencies';
import type { Language } from '@/lib/domain/market';
import { CONTROL_CLASS, INPUT_CLASS } from '../control-class';
import { importWordsIn } from './import-words';

/** A plain form: a file of 32 MB needs no script to be sent. */
export function UploadForm({ language, label }: { language: Language; label?: string }) {
  const words = importWordsIn(language);
  return (
    <form action="/api/imports" method="post" encType="multipart/form-data" className="grid gap-4">
      <div>
        <label htmlFor="file" className="mb-1 block text-sm font-bold">
          {words.file}
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          required
          aria-describedby="file-hint"
          className={`${INPUT_CLASS} py-2`}
        />
        <p id="file-hint" className="mt-1 text-xs text-muted">
          {words.fileHint}
        </p>
      </div>
      <ReadingOptions language={language} />
      <button type="submit" className={buttonClass('primary', 'justify-self-start')}>
        {label ?? words.compare}
      </button>
    </form>
  );
}

type ReadingProps = { language: Language; chosen?: { currency: string; language: string; takesStock: boolean } };

/** What a file does not say itself. */
export function ReadingOptions({ language, chosen }: ReadingProps) {
  const words = importWordsIn(language);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div>
        <label htmlFor="currency" className="mb-1 block text-sm font-bold">
          {words.currency}
        </label>
        <select
          id="currency"
          name="currency"
          defaultValue={chosen?.currency ?? 'EUR'}
          className={`${CONTROL_CLASS} w-full`}
        >
          {CURRENCIES.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
        <p className="mt-1 text-xs text-muted">{words.currencyHint}</p>
      </div>
      <div>
        <label htmlFor="language" className="mb-1 block text-sm font-bold">
          {words.language}
        </label>
        <select
          id="language"
          name="language"
          defaultValue={chosen?.language ?? language}
          className={`${CONTROL_CLASS} w-full`}
        >
          <option value="de">{words.languages.de}</option>
          <option value="en">{words.languages.en}</option>
        </select>
      </div>
      <label className="flex min-h-11 items-center gap-2 text-sm sm:col-span-2">
        <input
          type="checkbox"
          name="takesStock"
          value="on"
          defaultChecked={chosen?.takesStock ?? true}
          className="size-5"
        />
        {words.takesStock}
      </label>
    </div>
  );
}

import { LINK_CLASS } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import type { Language } from '@/lib/domain/market';
import type { PageLanguage } from '@/lib/domain/page-language';
import { homeWordsIn } from './home-words';

const SHOWN: readonly PageLanguage[] = ['de', 'en', 'ar'];

/** The draft as a phone shows it, in one of the languages of the shop. `address` leads to it. */
export function HomePreview({
  address,
  shown,
  language,
}: {
  address: string;
  shown: PageLanguage;
  language: Language;
}) {
  const words = homeWordsIn(language);
  const source = `${address}?market=${shown}`;
  return (
    <section aria-labelledby="preview" className="grid content-start gap-3">
      <h2 id="preview" className="text-sm">
        {words.preview}
      </h2>
      <nav aria-label={words.previewIn} className="flex flex-wrap gap-1">
        {SHOWN.map((one) => (
          <a
            key={one}
            href={`/admin/home?preview=${one}#preview`}
            aria-current={one === shown ? 'true' : undefined}
            className={buttonClass(one === shown ? 'primary' : 'quiet', 'min-h-11 px-3 text-sm')}
          >
            {words.languages[one]}
          </a>
        ))}
      </nav>
      {shown === 'ar' && <p className="text-xs text-muted">{words.arabicNote}</p>}
      <iframe
        // A new address is a new frame: it must not become a step of the desk's way back.
        key={source}
        src={source}
        title={words.preview}
        className="h-[46rem] max-h-[85svh] w-full max-w-[24.375rem] rounded-lg border border-line bg-surface"
      />
      <p className="text-sm">
        <a href={source} target="_blank" rel="noreferrer" className={LINK_CLASS}>
          {words.previewLink}
        </a>
      </p>
    </section>
  );
}

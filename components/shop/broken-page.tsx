'use client';

import { buttonClass } from '@/components/ui/button';
import { shopWords } from '@/lib/domain/words/shop';
import { BothLanguages } from './both-languages';

/** What is shown when a page of ours breaks: whose fault it is, what is safe, and the way on. */
export function BrokenPage({ retry }: { retry: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-text px-4 py-16">
      <BothLanguages de={<BrokenText language="de" retry={retry} />} en={<BrokenText language="en" retry={retry} />} />
    </main>
  );
}

function BrokenText({ language, retry }: { language: 'de' | 'en'; retry: () => void }) {
  const words = shopWords[language];
  return (
    <>
      <h1 className="text-lg">{words.broken.title}</h1>
      <p className="mt-2 text-muted">{words.broken.text}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={retry} className={buttonClass()}>
          {words.broken.retry}
        </button>
        <a href="/shop" className={buttonClass('quiet')}>
          {words.toShop}
        </a>
      </div>
    </>
  );
}

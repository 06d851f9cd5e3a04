import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import { findWords } from '@/lib/domain/words/find-order';
import { myDataWords } from '@/lib/domain/words/my-data';
import { LinkByMailForm } from './link-by-mail-form';
import { ReloadWhenRestored } from './reload-when-restored';
import { ShopFrame } from './shop-frame';

/** One kind of what is kept, in the words of the page. */
export type DataBlock = { title: string; lines: { text: string; note?: string; href?: string }[] };

type MyDataProps = {
  market: PageMarket;
  shopName: string;
  problem: string | null;
} & (
  | { blocks: DataBlock[]; by: { order: string; key: string } | null }
  | { blocks: null; isLinkOver: boolean; asked: boolean; typed: Partial<Record<'number' | 'email', string>> }
);

/** What the shop keeps about her, to see, to take along and to have erased; for everybody else the way to hers. */
export function MyDataPage({ market, shopName, problem, ...page }: MyDataProps) {
  const words = myDataWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="orders">
      <ReloadWhenRestored />
      <div className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        {page.blocks === null ? (
          <>
            <p className="mt-2 mb-5 text-muted">{words.ask.text}</p>
            {page.isLinkOver && <Notice tone="error">{words.ask.over}</Notice>}
            {page.asked && <Notice tone="news">{findWords[market.language].sent}</Notice>}
            {problem && <Notice tone="error">{problem}</Notice>}
            <LinkByMailForm action="/api/my-data/link" language={market.language} typed={page.typed} />
          </>
        ) : (
          <>
            <p className="mt-2 mb-5 text-muted">{words.lead}</p>
            {problem && <Notice tone="error">{problem}</Notice>}
            {page.blocks.map((block) => (
              <Block key={block.title} {...block} nothing={words.nothing} />
            ))}
            <form action="/api/my-data" method="post" className="mt-6">
              <By by={page.by} />
              <button type="submit" className={buttonClass('quiet', 'w-full')}>
                {words.download}
              </button>
              <p className="mt-1 text-xs text-muted">{words.downloadHint}</p>
            </form>
            <Erase words={words.erase}>
              <By by={page.by} />
            </Erase>
          </>
        )}
      </div>
    </ShopFrame>
  );
}

function Block({ title, lines, nothing }: DataBlock & { nothing: string }) {
  return (
    <section className="border-t border-line py-3 text-sm">
      <h2 className="text-sm">{title}</h2>
      {lines.length === 0 ? (
        <p className="mt-1 text-muted">{nothing}</p>
      ) : (
        <ul className="mt-1 grid gap-1">
          {lines.map(({ text, note, href }) => (
            <li key={`${text} ${note}`} className="break-words">
              {href ? (
                <a href={href} className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
                  {text}
                </a>
              ) : (
                text
              )}
              {note && <span className="text-muted"> · {note}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** By which link of a mail she came, where no cookie speaks for her. */
function By({ by }: { by: { order: string; key: string } | null }) {
  if (!by) return null;
  return (
    <>
      <input type="hidden" name="order" value={by.order} />
      <input type="hidden" name="key" value={by.key} />
    </>
  );
}

type EraseWords = (typeof myDataWords)['de']['erase'];

function Erase({ words, children }: { words: EraseWords; children: ReactNode }) {
  return (
    <section className="mt-8 rounded-lg border border-line p-4">
      <h2 className="text-base">{words.title}</h2>
      <p className="mt-2 text-sm">{words.text}</p>
      <p className="mt-2 text-sm text-muted">{words.kept}</p>
      <form action="/api/my-data/erase" method="post" className="mt-3">
        {children}
        <label className="flex min-h-11 items-center gap-3 text-sm font-bold">
          <input type="checkbox" name="sure" value="yes" required className="size-5 shrink-0 accent-brand" />
          {words.sure}
        </label>
        <button type="submit" className={buttonClass('quiet', 'mt-2 w-full text-error')}>
          {words.action}
        </button>
      </form>
    </section>
  );
}

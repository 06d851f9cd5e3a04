import type { ProductCard } from '@/lib/domain/catalogue/product';
import { textIn } from '@/lib/domain/market';
import type { PageLanguage } from '@/lib/domain/page-language';
import { wishWords } from '@/lib/domain/words/wishes';
import { ThumbPicture } from './thumb-picture';
import { Written } from './written';

/** The way back to what she looked at last: a row to swipe. Nothing where there is nothing. */
export function SeenRow({ cards, language }: { cards: ProductCard[]; language: PageLanguage }) {
  if (cards.length === 0) return null;
  const words = wishWords[language];
  return (
    <section className="safe-x mt-8">
      <h2 className="mb-2 flex items-center justify-between text-base">
        {words.seen}
        <a
          href="/shop/wishes"
          className="inline-flex min-h-11 items-center text-sm font-normal text-brand underline underline-offset-4"
        >
          {words.title}
        </a>
      </h2>
      <ul className="no-scrollbar flex gap-3 overflow-x-auto">
        {cards.map(({ slug, title, image }) => (
          <li key={slug} className="w-24 shrink-0">
            <a href={`/shop/products/${slug}`} className="block text-xs hover:underline">
              <ThumbPicture file={image?.file ?? null} className="mb-1" />
              <Written text={textIn(title, language)} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

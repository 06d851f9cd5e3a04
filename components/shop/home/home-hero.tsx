import { Written, writtenBlock } from '@/components/shop/written';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { type BlockOf, linkAddress } from '@/lib/domain/home/blocks';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { shopWords } from '@/lib/domain/words/shop';
import { WholePicture } from './whole-picture';

type HeroProps = { block: BlockOf<'hero'>; market: PageMarket; first: boolean; opensPage: boolean };

/** The large word with its picture: above each other in a hand, beside each other on a desk. */
export function HomeHero({ block, market, first, opensPage }: HeroProps) {
  const { headline, text, picture, link } = block;
  const { language } = market;
  const Heading = opensPage ? 'h1' : 'h2';
  const id = `block-${block.id}`;
  const said = textIn(text, language);
  return (
    <section
      aria-labelledby={id}
      className={cn(
        opensPage ? (picture ? 'md:mt-4' : 'mt-2 md:mt-4') : 'mt-8',
        picture
          ? 'flex flex-col-reverse md:safe-x md:grid md:grid-cols-2 md:items-center md:gap-8'
          : 'mx-4 rounded-lg bg-brand-soft',
      )}
    >
      <div
        className={cn(
          'grid justify-items-start gap-3',
          picture ? 'safe-x pt-5 md:px-0 md:pt-0' : 'px-5 py-8 md:px-10 md:py-14',
        )}
      >
        <Heading id={id} className="max-w-text text-xl">
          <Written text={textIn(headline, language)} language={language} />
        </Heading>
        {said && (
          <p {...writtenBlock(language)} className="max-w-text whitespace-pre-line text-base text-muted">
            {said}
          </p>
        )}
        {link && (
          <a href={linkAddress(link)} className={buttonClass('primary', 'mt-1')}>
            {shopWords[language].look}
            <span className="sr-only">
              : <Written text={textIn(headline, language)} language={language} />
            </span>
          </a>
        )}
      </div>
      {picture && (
        <WholePicture
          picture={picture}
          language={language}
          sizes="(min-width: 68rem) 32rem, (min-width: 48rem) 48vw, 100vw"
          first={first}
          className="md:rounded-lg"
        />
      )}
    </section>
  );
}

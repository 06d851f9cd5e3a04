import { PlainText } from '@/components/shop/plain-text';
import { ProductGrid } from '@/components/shop/product-card';
import { ShelfRow } from '@/components/shop/shelf-row';
import { Written, writtenBlock } from '@/components/shop/written';
import { type BlockOf, linkAddress } from '@/lib/domain/home/blocks';
import type { FilledBlock } from '@/lib/domain/home/version';
import { type LocalizedText, type PageMarket, textIn } from '@/lib/domain/market';
import { HomeHero } from './home-hero';
import { WholePicture } from './whole-picture';

type Shown<Kind extends FilledBlock['kind']> = {
  block: Extract<FilledBlock, { kind: Kind }>;
  market: PageMarket;
  first: boolean;
};

/** The blocks of the merchant's home page, drawn on the server. The first that has pictures asks for them at once. */
export function HomeBlocks({ blocks, market }: { blocks: FilledBlock[]; market: PageMarket }) {
  const pictured = blocks.findIndex((block) => ('picture' in block ? block.picture !== null : 'cards' in block));
  return blocks.map((block, at) => (
    <Block key={block.id} block={block} market={market} first={at === pictured} opensPage={at === 0} />
  ));
}

function Block({ opensPage, ...shared }: Shown<FilledBlock['kind']> & { opensPage: boolean }) {
  const { block, market, first } = shared;
  switch (block.kind) {
    case 'hero':
      return <HomeHero {...shared} block={block} opensPage={opensPage} />;
    case 'collection': {
      const { id, collection, cards } = block;
      return <ShelfRow id={`block-${id}`} collection={collection} cards={cards} market={market} first={first} />;
    }
    case 'products':
      return <Picks {...shared} block={block} />;
    case 'text':
      return <Words block={block} market={market} />;
    case 'picture':
      return <Picture {...shared} block={block} />;
  }
}

function Heading({ id, text, market }: { id: string; text: LocalizedText; market: PageMarket }) {
  return (
    <h2 id={id} className="mb-3 text-base">
      <Written text={textIn(text, market.language)} language={market.language} />
    </h2>
  );
}

function Picks({ block, market, first }: Shown<'products'>) {
  const id = `block-${block.id}`;
  const isNamed = textIn(block.heading, market.language) !== '';
  return (
    <section className="safe-x mt-8" aria-labelledby={isNamed ? id : undefined}>
      {isNamed && <Heading id={id} text={block.heading} market={market} />}
      <ProductGrid cards={block.cards} market={market} first={first} />
    </section>
  );
}

function Words({ block, market }: { block: BlockOf<'text'>; market: PageMarket }) {
  const id = `block-${block.id}`;
  const isNamed = textIn(block.heading, market.language) !== '';
  return (
    <section className="safe-x mt-8" aria-labelledby={isNamed ? id : undefined}>
      {isNamed && <Heading id={id} text={block.heading} market={market} />}
      <div {...writtenBlock(market.language)} className="w-fit max-w-text">
        <PlainText text={textIn(block.text, market.language)} />
      </div>
    </section>
  );
}

function Picture({ block, market, first }: Shown<'picture'>) {
  const drawn = (
    <WholePicture
      picture={block.picture}
      language={market.language}
      sizes="(min-width: 48rem) 48rem, 100vw"
      first={first}
      className="md:rounded-lg"
    />
  );
  return (
    <div className="mx-auto mt-8 max-w-3xl">
      {block.link ? (
        <a href={linkAddress(block.link)} className="block">
          {drawn}
        </a>
      ) : (
        drawn
      )}
    </div>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlainText } from '@/components/shop/plain-text';
import { ShopFrame } from '@/components/shop/shop-frame';
import { writtenBlock } from '@/components/shop/written';
import { textIn } from '@/lib/domain/market';
import { legalPageSchema } from '@/lib/domain/shop';
import { shopWords } from '@/lib/domain/words/shop';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';

type Params = { params: Promise<{ locale: string; page: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const market = await marketFromParams(params);
  const page = legalPageSchema.safeParse((await params).page);
  return page.success ? { title: shopWords[market.language].legal.pages[page.data] } : {};
}

export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const page = legalPageSchema.safeParse((await params).page);
  if (!page.success) notFound();
  const shop = await readShop();
  const words = shopWords[market.language].legal;
  const text = textIn(shop.legal[page.data], market.language);
  return (
    <ShopFrame market={market} shopName={shop.name} current={null} scripts="none">
      <article className="safe-x max-w-text pt-4">
        <h1 className="mb-4 text-lg md:text-xl">{words.pages[page.data]}</h1>
        {text ? (
          <div {...writtenBlock(market.language)}>
            <PlainText text={text} />
          </div>
        ) : (
          <PlainText text={words.missing} />
        )}
      </article>
    </ShopFrame>
  );
}

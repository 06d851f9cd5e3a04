import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import { findWords } from '@/lib/domain/words/find-order';
import { LinkByMailForm } from './link-by-mail-form';
import { ShopFrame } from './shop-frame';

type FindOrderProps = {
  market: PageMarket;
  shopName: string;
  asked: boolean;
  typed: Partial<Record<'number' | 'email', string>>;
  problem: string | null;
};

/** For whom no cookie speaks: number and address in, a link by mail out. */
export function FindOrderPage({ market, shopName, asked, typed, problem }: FindOrderProps) {
  const words = findWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="orders">
      <div className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        <p className="mt-2 mb-5 text-muted">{words.text}</p>
        {asked && <Notice tone="news">{words.sent}</Notice>}
        {problem && <Notice tone="error">{problem}</Notice>}
        <LinkByMailForm action="/api/orders/find" language={market.language} typed={typed} />
      </div>
    </ShopFrame>
  );
}

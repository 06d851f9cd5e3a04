import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Market } from '@/lib/domain/market';
import { findWords } from '@/lib/domain/words/find-order';
import { ShopFrame } from './shop-frame';

type FindOrderProps = {
  market: Market;
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
        <form action="/api/orders/find" method="post" className="mt-5 grid gap-4">
          <TextField
            name="number"
            label={words.number}
            hint={words.numberHint}
            defaultValue={typed.number}
            required
            maxLength={40}
          />
          <TextField
            name="email"
            type="email"
            label={words.email}
            defaultValue={typed.email}
            autoComplete="email"
            inputMode="email"
            required
            maxLength={254}
          />
          <button type="submit" className={buttonClass('primary', 'w-full')}>
            {words.action}
          </button>
        </form>
      </div>
    </ShopFrame>
  );
}

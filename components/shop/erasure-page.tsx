import type { PageMarket } from '@/lib/domain/market';
import type { PersonRequestState } from '@/lib/domain/person-request';
import { momentText } from '@/lib/domain/withdrawals/write-receipt';
import { erasureWords } from '@/lib/domain/words/erasure';
import { ShopFrame } from './shop-frame';

type ErasureProps = { market: PageMarket; shopName: string; code: string; state: PersonRequestState };

/** How far the erasure came that somebody asked for at Meta. Says nothing about who it was. */
export function ErasurePage({ market, shopName, code, state }: ErasureProps) {
  const words = erasureWords[market.language];
  const { receivedAt, doneAt, keptOrders } = state;
  return (
    <ShopFrame market={market} shopName={shopName} current={null}>
      <div className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        <p className="mt-3" role="status">
          {doneAt ? words.done : words.waiting}
        </p>
        <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
          <dt className="text-muted">{words.received}</dt>
          <dd>{momentText(receivedAt, market)}</dd>
          {doneAt && (
            <>
              <dt className="text-muted">{words.finished}</dt>
              <dd>{momentText(doneAt, market)}</dd>
            </>
          )}
          <dt className="text-muted">{words.code}</dt>
          <dd className="break-all">{code}</dd>
        </dl>
        {doneAt && (
          <div className="mt-5 grid gap-3">
            <p>{words.gone}</p>
            <p>{keptOrders ? words.kept : words.nothingKept}</p>
          </div>
        )}
        <p className="mt-5 text-sm">
          <a
            href="/shop/legal/privacy"
            className="inline-flex min-h-11 items-center text-brand underline underline-offset-2"
          >
            {words.privacy}
          </a>
        </p>
      </div>
    </ShopFrame>
  );
}

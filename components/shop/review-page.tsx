import { Fragment } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type PageMarket, textIn } from '@/lib/domain/market';
import type { PageLanguage } from '@/lib/domain/page-language';
import { LONGEST_REVIEW, type Reviewable } from '@/lib/domain/reviews/review';
import { orderWords } from '@/lib/domain/words/orders';
import { reviewWords } from '@/lib/domain/words/reviews';
import { ShopFrame } from './shop-frame';
import { ThumbPicture } from './thumb-picture';
import { Written } from './written';

type ReviewPageProps = {
  market: PageMarket;
  shopName: string;
  order: { id: string; label: string };
  things: Reviewable[];
  isSent: boolean;
  linkKey: string | null;
  thanks: boolean;
  problem: string | null;
};

/** Everything of an order with a small form each: stars, and words where she likes. */
export function ReviewPage({ market, shopName, order, things, isSent, linkKey, thanks, problem }: ReviewPageProps) {
  const words = reviewWords[market.language].write;
  return (
    <ShopFrame market={market} shopName={shopName} current="orders">
      <div className="safe-x mx-auto max-w-text pt-4">
        <p className="text-sm text-muted">{orderWords[market.language].order(order.label)}</p>
        <h1 className="mt-1 text-lg md:text-xl">{words.title}</h1>
        <p className="mt-2 mb-4 text-sm text-muted">{isSent ? words.lead : words.notYet}</p>
        {thanks && <Notice tone="news">{words.thanks}</Notice>}
        {problem && <Notice tone="error">{problem}</Notice>}
        {isSent &&
          things.map((thing) => (
            <OneReview key={thing.variantId} {...{ thing, linkKey }} orderId={order.id} language={market.language} />
          ))}
        <p className="mt-6 text-xs text-muted">{reviewWords[market.language].how}</p>
      </div>
    </ShopFrame>
  );
}

type OneProps = { thing: Reviewable; orderId: string; linkKey: string | null; language: PageLanguage };

function OneReview({ thing, orderId, linkKey, language }: OneProps) {
  const words = reviewWords[language].write;
  const { variantId, said } = thing;
  return (
    <form action="/api/reviews" method="post" className="mt-5 flex gap-4 border-t border-line pt-5">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="variantId" value={variantId} />
      {linkKey && <input type="hidden" name="key" value={linkKey} />}
      <ThumbPicture file={thing.imageFile} className="w-16 shrink-0 self-start" />
      <div className="min-w-0 flex-1">
        <h2 className="text-base">
          <Written text={textIn(thing.title, language)} language={language} />
        </h2>
        <p className="text-sm text-muted">{textIn(thing.variantTitle, language)}</p>
        <StarChoice name={variantId} chosen={said?.stars ?? null} language={language} />
        <label className="mt-3 block text-sm font-bold">
          {words.text} <span className="font-normal text-muted">· {words.hint}</span>
          <textarea
            name="text"
            rows={3}
            maxLength={LONGEST_REVIEW}
            defaultValue={said?.text}
            className="mt-1 block w-full rounded-md border border-edge bg-raised px-3 py-2 text-base font-normal"
          />
        </label>
        {said && <p className="mt-1 text-sm text-muted">{words.status[said.status]}</p>}
        <button type="submit" className={buttonClass(said ? 'quiet' : 'primary', 'mt-3 w-full')}>
          {said ? words.change : words.send}
        </button>
      </div>
    </form>
  );
}

/** Five radio buttons; the stars up to the chosen one shine, without script: each looks whether one behind it is chosen. */
function StarChoice({ name, chosen, language }: { name: string; chosen: number | null; language: PageLanguage }) {
  const words = reviewWords[language];
  return (
    <fieldset className="mt-2">
      <legend className="text-sm font-bold">{words.write.stars}</legend>
      <div className="inline-flex rounded-md has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-brand">
        {[1, 2, 3, 4, 5].map((stars) => (
          <Fragment key={stars}>
            <label
              htmlFor={`${name}-${stars}`}
              className="grid size-11 cursor-pointer place-items-center text-xl text-edge has-[~input:checked]:text-brand"
            >
              <span aria-hidden="true">★</span>
              <span className="sr-only">{words.stars(stars)}</span>
            </label>
            <input
              type="radio"
              id={`${name}-${stars}`}
              name="stars"
              value={stars}
              required
              defaultChecked={stars === chosen}
              className="sr-only"
            />
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

import { buttonClass } from '@/components/ui/button';
import type { PageLanguage } from '@/lib/domain/page-language';
import { reviewWords } from '@/lib/domain/words/reviews';

/** `mayAsk`: whether she agreed to be asked; null where that is not hers to say here. */
export type ReviewOfferView = { isSent: boolean; mayAsk: boolean | null };

type OfferProps = ReviewOfferView & { orderId: string; linkKey: string | null; language: PageLanguage };

/** Once it was sent the way to her review; before, the question whether she wants to be asked for one. */
export function ReviewOffer({ isSent, mayAsk, orderId, linkKey, language }: OfferProps) {
  const words = reviewWords[language];
  if (isSent)
    return (
      <p id="reviews" className="mt-6">
        <a
          href={`/shop/orders/${orderId}/review${linkKey ? `?key=${encodeURIComponent(linkKey)}` : ''}`}
          className={buttonClass('quiet', 'w-full')}
        >
          {words.write.link}
        </a>
      </p>
    );
  if (mayAsk === null) return null;
  return (
    <form id="reviews" action="/api/reviews/ask" method="post" className="mt-6 text-sm">
      <input type="hidden" name="orderId" value={orderId} />
      <p className="text-muted">{mayAsk ? words.ask.agreed : words.ask.offer}</p>
      <button type="submit" name="ask" value={mayAsk ? 'no' : 'yes'} className={buttonClass('plain', 'px-0 text-sm')}>
        {mayAsk ? words.ask.takeBack : words.ask.agree}
      </button>
    </form>
  );
}

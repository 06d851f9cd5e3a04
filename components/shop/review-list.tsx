import type { PageMarket } from '@/lib/domain/market';
import { averageOf, type Rating, type ShownReview } from '@/lib/domain/reviews/review';
import { reviewWords } from '@/lib/domain/words/reviews';
import { dayText } from './order-view';
import { Stars } from './stars';

type Props = { rating: Rating; reviews: ShownReview[]; market: PageMarket };

/** What buyers say, with how it is made sure that they are buyers (§ 5b UWG) right beside it. */
export function ReviewList({ rating, reviews, market }: Props) {
  const words = reviewWords[market.language];
  const average = averageOf(rating);
  if (average === null) return null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <Stars stars={Math.round(average)} label={words.stars(Math.round(average))} />
        {words.rating(new Intl.NumberFormat(market.intlLocale).format(average), rating.count)}
      </p>
      <ul className="mt-3 grid gap-4">
        {reviews.map(({ id, stars, text, language, writtenAt }) => (
          <li key={id} className="text-sm">
            <p className="flex flex-wrap items-center gap-x-2">
              <Stars stars={stars} label={words.stars(stars)} />
              <span className="text-xs text-muted">
                {words.verified} · {dayText(new Date(writtenAt), market)}
              </span>
            </p>
            {text && (
              <p lang={language} className="mt-1 break-words whitespace-pre-line">
                {text}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-muted">{words.how}</p>
    </>
  );
}

import type { Metadata } from 'next';
import { Calm, PageTitle } from '@/components/admin/parts';
import { ReviewTable } from '@/components/admin/review-table';
import { reviewDeskWords } from '@/components/admin/review-words';
import { listReviewsForDesk } from '@/lib/db/reviews';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { judge } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: reviewDeskWords[(await readWords()).language].title };
}

export default async function ReviewsPage() {
  await requireMerchant('people.see');
  const { language } = await readWords();
  const rows = (await listReviewsForDesk((await getDeps()).db)).map(({ review, ...about }) => ({
    ...review,
    ...about,
  }));
  const words = reviewDeskWords[language];
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <p className="-mt-3 mb-5 max-w-text text-sm text-muted">{words.law}</p>
      {rows.length === 0 ? <Calm>{words.none}</Calm> : <ReviewTable rows={rows} language={language} action={judge} />}
    </>
  );
}

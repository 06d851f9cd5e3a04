import type { Metadata } from 'next';
import { figureWordsIn } from '@/components/admin/figure-words';
import { PageTitle } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { PERIODS } from '@/lib/domain/figures/figures';
import { requireMerchant } from '@/lib/server/merchant';
import { readWords } from '../../words';
import { DayPanels } from './day-panels';
import { PeoplePanels } from './people-panels';
import { periodOf, readFigures } from './read-figures';

export async function generateMetadata(): Promise<Metadata> {
  return { title: figureWordsIn((await readWords()).language).title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FiguresPage({ searchParams }: Props) {
  await requireMerchant('figures.see');
  const { language } = await readWords();
  const words = figureWordsIn(language);
  const period = periodOf((await searchParams).days);
  const figures = await readFigures(period);
  const csv = (table: string) => `/admin/figures/export?table=${table}&days=${period}`;
  return (
    <>
      <PageTitle
        beside={
          <nav aria-label={words.period} className="flex gap-2">
            {PERIODS.map((days) => (
              <a
                key={days}
                href={`/admin/figures?days=${days}`}
                aria-current={days === period ? 'page' : undefined}
                className={buttonClass(days === period ? 'primary' : 'quiet', 'min-h-11 px-3 text-sm')}
              >
                {words.days(days)}
              </a>
            ))}
          </nav>
        }
      >
        {words.title}
      </PageTitle>
      <p className="-mt-3 mb-4 text-sm text-muted">{words.lead}</p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <DayPanels days={figures.days} byDay={figures.byDay} words={words} language={language} csv={csv('days')} />
        <PeoplePanels figures={figures} words={words} language={language} csv={csv} />
      </div>
    </>
  );
}

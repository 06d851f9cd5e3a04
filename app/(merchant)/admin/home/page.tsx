import type { Metadata } from 'next';
import { z } from 'zod';
import { BlockList, blockTitle } from '@/components/admin/home/block-list';
import { HomeHistory } from '@/components/admin/home/home-history';
import { HomePreview } from '@/components/admin/home/home-preview';
import { homeWordsIn } from '@/components/admin/home/home-words';
import { kilobytes } from '@/components/admin/home/kilobytes';
import { PageForm } from '@/components/admin/home/step-forms';
import { Calm, PageTitle } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { BLOCK_KINDS, MOST_BLOCKS } from '@/lib/domain/home/blocks';
import { HOME_BUDGET_BYTES } from '@/lib/domain/home/weight';
import type { Language } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { readWords } from '../../words';
import { begin, publish, restore, stepBlock } from './actions';
import { readHomeDesk } from './read-home-desk';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeWordsIn((await readWords()).language).title };
}

export default async function HomePage({ searchParams }: Props) {
  const { role } = await requireMerchant('catalogue.see');
  const mayEdit = may(role, 'catalogue.edit');
  const { language } = await readWords();
  const words = homeWordsIn(language);
  const shown = z
    .enum(['de', 'en', 'ar'])
    .catch(language)
    .parse((await searchParams).preview);
  const desk = await readHomeDesk();
  const { number, state, blocks } = desk.latest;
  const heaviest = blocks.find((block) => block.id === desk.weight.heaviest);
  const isDraft = state === 'draft';
  return (
    <>
      <PageTitle
        beside={
          mayEdit &&
          isDraft && <PageForm key={`publish ${number}`} action={publish} seenVersion={number} label={words.publish} />
        }
      >
        {words.title}
      </PageTitle>
      <div className="-mt-3 mb-5 grid max-w-prose gap-1 text-sm text-muted">
        <p>{words.lead}</p>
        <p role="status" className="text-ink">
          {isDraft ? words.isDraft : blocks.length > 0 ? words.isLive : words.automatic}
        </p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24.375rem]">
        <div className="grid gap-4">
          {heaviest && desk.weight.isTooHeavy && (
            <Notice tone="error">{words.tooHeavy(blockTitle(heaviest, { language, ...desk }))}</Notice>
          )}
          <BlockList
            step={stepBlock}
            language={language}
            seenVersion={number}
            mayEdit={mayEdit}
            blocks={blocks}
            {...desk}
          />
          {blocks.length > 0 && (
            <Calm>{words.total(kilobytes(desk.weight.bytes, language), kilobytes(HOME_BUDGET_BYTES, language))}</Calm>
          )}
          {mayEdit && (
            <div className="flex flex-wrap gap-3">
              {blocks.length === 0 && <PageForm action={begin} seenVersion={number} label={words.begin} quiet />}
              {isDraft && number > 0 && (
                <PageForm action={restore} seenVersion={number} number={number - 1} label={words.undo} quiet />
              )}
            </div>
          )}
          {mayEdit && <AddLinks language={language} isFull={blocks.length >= MOST_BLOCKS} />}
        </div>
        <HomePreview address={desk.preview} shown={shown} language={language} />
      </div>
      <section aria-labelledby="history" className="mt-8 grid gap-3">
        <h2 id="history" className="text-sm">
          {words.history}
        </h2>
        <HomeHistory restore={restore} language={language} seenVersion={number} rows={desk.history} mayEdit={mayEdit} />
      </section>
    </>
  );
}

function AddLinks({ language, isFull }: { language: Language; isFull: boolean }) {
  const words = homeWordsIn(language);
  return (
    <section aria-labelledby="add" className="grid gap-2">
      <h2 id="add" className="text-sm">
        {words.add}
      </h2>
      {isFull ? (
        <Calm>{words.full}</Calm>
      ) : (
        <div className="flex flex-wrap gap-2">
          {BLOCK_KINDS.map((kind) => (
            <a
              key={kind}
              href={`/admin/home/new/${kind}`}
              aria-label={words.addKind(words.kinds[kind])}
              className={buttonClass('quiet', 'min-h-11 px-3 text-sm')}
            >
              {words.kinds[kind]}
            </a>
          ))}
        </div>
      )}
    </section>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BlockForm } from '@/components/admin/home/block-form';
import { homeWordsIn } from '@/components/admin/home/home-words';
import { LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { getLatestHome } from '@/lib/db/home';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { saveBlock } from '../actions';
import { readBlockChoices } from '../read-home-desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeWordsIn((await readWords()).language).title };
}

export default async function BlockPage({ params }: { params: Promise<{ blockId: string }> }) {
  await requireMerchant('catalogue.edit');
  const { blockId } = await params;
  const { language } = await readWords();
  const words = homeWordsIn(language);
  const { number, blocks } = await getLatestHome((await getDeps()).db);
  const block = blocks.find(({ id }) => id === blockId);
  if (!block) notFound();
  return (
    <>
      <PageTitle>{words.kinds[block.kind]}</PageTitle>
      <p className="-mt-3 mb-5 text-sm">
        <a href="/admin/home" className={LINK_CLASS}>
          {words.back}
        </a>
      </p>
      <BlockForm
        action={saveBlock}
        language={language}
        seenVersion={number}
        block={block}
        {...(await readBlockChoices(block))}
      />
    </>
  );
}

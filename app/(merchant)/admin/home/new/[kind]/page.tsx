import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BlockForm } from '@/components/admin/home/block-form';
import { homeWordsIn } from '@/components/admin/home/home-words';
import { LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { getLatestHome } from '@/lib/db/home';
import { emptyBlock } from '@/lib/domain/home/block-form';
import { blockKindSchema } from '@/lib/domain/home/blocks';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../../words';
import { saveBlock } from '../../actions';
import { readBlockChoices } from '../../read-home-desk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: homeWordsIn((await readWords()).language).add };
}

export default async function NewBlockPage({ params }: { params: Promise<{ kind: string }> }) {
  await requireMerchant('catalogue.edit');
  const kind = blockKindSchema.safeParse((await params).kind);
  if (!kind.success) notFound();
  const { language } = await readWords();
  const words = homeWordsIn(language);
  const { number } = await getLatestHome((await getDeps()).db);
  const block = emptyBlock(kind.data);
  return (
    <>
      <PageTitle>{words.addKind(words.kinds[kind.data])}</PageTitle>
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

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Allowed } from '@/components/admin/allowed';
import { CollectionForm } from '@/components/admin/collection-form';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { getCollectionForMerchant, listMemberChoices } from '@/lib/db/collections';
import { textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';

const CHOICES = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: collectionWordsIn((await readWords()).language).collection };
}

export default async function CollectionPage({ params }: { params: Promise<{ slug: string }> }) {
  const { role } = await requireMerchant('catalogue.see');
  const { slug } = await params;
  const { language, words } = await readWords();
  const { db } = await getDeps();
  const collection = isStorableText(slug) ? await getCollectionForMerchant(db, slug) : null;
  if (!collection) notFound();
  return (
    <>
      <PageTitle>{textIn(collection.title, language)}</PageTitle>
      <p className="-mt-3 mb-5 text-sm">
        <a href={`/shop/collections/${collection.slug}`} className={LINK_CLASS}>
          {words.toShop}
        </a>
      </p>
      <Allowed is={may(role, 'catalogue.edit')} language={language}>
        <CollectionForm
          key={collection.version}
          action={save}
          language={language}
          collection={collection}
          choices={await listMemberChoices(db, CHOICES)}
        />
      </Allowed>{' '}
    </>
  );
}

import type { Metadata } from 'next';
import { CollectionForm } from '@/components/admin/collection-form';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { PageTitle } from '@/components/admin/parts';
import { listMemberChoices } from '@/lib/db/collections';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';

const CHOICES = 500;
const NO_WORDS = { de: '', en: '' };
const NEW = { slug: '', version: 0, title: NO_WORDS, description: NO_WORDS, rule: null, members: [] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: collectionWordsIn((await readWords()).language).create };
}

export default async function NewCollectionPage() {
  await requireMerchant('catalogue.edit');
  const { language } = await readWords();
  const { db } = await getDeps();
  return (
    <>
      <PageTitle>{collectionWordsIn(language).create}</PageTitle>
      <CollectionForm
        action={save}
        language={language}
        collection={NEW}
        choices={await listMemberChoices(db, CHOICES)}
      />
    </>
  );
}

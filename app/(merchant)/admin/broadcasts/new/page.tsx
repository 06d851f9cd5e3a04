import type { Metadata } from 'next';
import { BroadcastForm } from '@/components/admin/broadcast-form';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { PageTitle } from '@/components/admin/parts';
import { listMemberChoices } from '@/lib/db/collections';
import { listCollections } from '@/lib/db/products';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';

const CHOICES = 500;
const BLANK = { name: '', textDe: '', textEn: '', audience: 'all', collection: '' };

export async function generateMetadata(): Promise<Metadata> {
  return { title: broadcastWordsIn((await readWords()).language).create };
}

export default async function NewBroadcastPage() {
  await requireMerchant('reach.edit');
  const { language } = await readWords();
  const { db, newId } = await getDeps();
  const [collections, products] = await Promise.all([listCollections(db), listMemberChoices(db, CHOICES)]);
  return (
    <div className="max-w-2xl">
      <PageTitle>{broadcastWordsIn(language).create}</PageTitle>
      <BroadcastForm
        action={save}
        language={language}
        broadcast={{ id: newId(), fields: BLANK, products: [] }}
        collections={collections.map(({ slug, title }) => ({ slug, title }))}
        products={products}
      />
    </div>
  );
}

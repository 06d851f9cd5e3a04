import type { Metadata } from 'next';
import { BroadcastForm } from '@/components/admin/broadcast-form';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { PageTitle } from '@/components/admin/parts';
import { listCollectionSlugs } from '@/lib/db/admin-discounts';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';

const BLANK = { name: '', textDe: '', textEn: '', products: '', audience: 'all', collection: '' };

export async function generateMetadata(): Promise<Metadata> {
  return { title: broadcastWordsIn((await readWords()).language).create };
}

export default async function NewBroadcastPage() {
  await requireMerchant('reach.edit');
  const { language } = await readWords();
  const { db, newId } = await getDeps();
  const collections = await listCollectionSlugs(db);
  return (
    <div className="max-w-2xl">
      <PageTitle>{broadcastWordsIn(language).create}</PageTitle>
      <BroadcastForm
        action={save}
        language={language}
        broadcast={{ id: newId(), fields: BLANK }}
        collections={collections}
      />
    </div>
  );
}

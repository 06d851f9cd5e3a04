import type { Metadata } from 'next';
import { DisputeTable } from '@/components/admin/dispute-parts';
import { Calm, PageTitle } from '@/components/admin/parts';
import { listDisputes } from '@/lib/db/disputes';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.disputes };
}

export default async function DisputesPage() {
  await requireMerchant('orders.see');
  const { language, words } = await readWords();
  const rows = await listDisputes((await getDeps()).db);
  return (
    <>
      <PageTitle>{words.disputes}</PageTitle>
      {rows.length === 0 ? <Calm>{words.noDisputes}</Calm> : <DisputeTable rows={rows} language={language} />}
    </>
  );
}

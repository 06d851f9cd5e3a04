import type { Metadata } from 'next';
import { Calm, PageTitle } from '@/components/admin/parts';
import { WithdrawalTable } from '@/components/admin/withdrawal-table';
import { withdrawalDeskWords } from '@/components/admin/withdrawal-words';
import { declarationPlace, listWithdrawals } from '@/lib/db/withdrawals';
import { declarationSchema } from '@/lib/domain/withdrawals/declaration';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { markHandled } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: withdrawalDeskWords[(await readWords()).language].title };
}

export default async function WithdrawalsPage() {
  await requireMerchant('orders.see');
  const { language } = await readWords();
  const { db, sealer } = await getDeps();
  const rows = (await listWithdrawals(db)).map(({ withdrawal: { id, orderId, declaredAt, ...kept }, ...about }) => ({
    id,
    orderId,
    declaredAt,
    ...about,
    ...declarationSchema.parse(JSON.parse(sealer.open(declarationPlace(id), kept.sealedDeclaration))),
  }));
  const words = withdrawalDeskWords[language];
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      {rows.length === 0 ? (
        <Calm>{words.none}</Calm>
      ) : (
        <WithdrawalTable rows={rows} language={language} action={markHandled} />
      )}
    </>
  );
}

import type { Metadata } from 'next';
import { CaptureSettingForm } from '@/components/admin/capture-setting-form';
import { PageTitle } from '@/components/admin/parts';
import { getPaymentSettings } from '@/lib/db/payment-settings';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { sayWhenToTake } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.takingMoney };
}

export default async function PaymentsPage() {
  await requireMerchant();
  const { language, words } = await readWords();
  const { capture } = await getPaymentSettings((await getDeps()).db);
  return (
    <>
      <PageTitle>{words.takingMoney}</PageTitle>
      <CaptureSettingForm action={sayWhenToTake} language={language} capture={capture} />
    </>
  );
}

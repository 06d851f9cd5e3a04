import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { CaptureSettingForm } from '@/components/admin/capture-setting-form';
import { PageTitle } from '@/components/admin/parts';
import { getPaymentSettings, PAYMENTS } from '@/lib/db/payment-settings';
import { getSettingVersion } from '@/lib/db/settings';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { sayWhenToTake } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.takingMoney };
}

export default async function PaymentsPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, PAYMENTS);
  const { capture } = await getPaymentSettings(db);
  return (
    <>
      <PageTitle>{words.takingMoney}</PageTitle>
      <Allowed is={may(role, 'payments.edit')} language={language}>
        <CaptureSettingForm action={sayWhenToTake} language={language} capture={capture} seenVersion={seenVersion} />
      </Allowed>
    </>
  );
}

import type { Metadata } from 'next';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SellerForm } from '@/components/admin/seller-form';
import { getSeller, SELLER } from '@/lib/db/sellers';
import { getSettingVersion, getShopSettings } from '@/lib/db/settings';
import { SELLER_COUNTRIES } from '@/lib/domain/papers/seller';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { changeSeller } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.settings };
}

export default async function SettingsPage() {
  await requireMerchant();
  const { language, words } = await readWords();
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, SELLER);
  const [seller, shop] = await Promise.all([getSeller(db), getShopSettings(db)]);
  const nobody = { name: shop.name, street: '', postalCode: '', city: '', country: 'DE', vatId: '', taxNumber: '' };
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <Panel title={words.seller}>
        <Calm>{seller ? words.sellerLead : words.sellerMissing}</Calm>
        <SellerForm
          action={changeSeller}
          language={language}
          seenVersion={seenVersion}
          seller={seller ?? { ...nobody, smallBusiness: false }}
          countries={SELLER_COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }))}
        />
      </Panel>
    </>
  );
}

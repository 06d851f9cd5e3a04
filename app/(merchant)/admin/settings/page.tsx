import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SellerForm } from '@/components/admin/seller-form';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { SynonymsForm } from '@/components/admin/synonyms-form';
import { synonymsWordsIn } from '@/components/admin/synonyms-words';
import { getSeller, SELLER } from '@/lib/db/sellers';
import { getSettingVersion, getShopSettings, getSynonyms, SYNONYMS } from '@/lib/db/settings';
import { may } from '@/lib/domain/merchants/roles';
import { SELLER_COUNTRIES } from '@/lib/domain/papers/seller';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { changeSeller, changeSynonyms } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.settings };
}

export default async function SettingsPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const { db } = await getDeps();
  // The versions first: then they are never newer than what is shown.
  const [seenVersion, seenSynonyms] = await Promise.all([
    getSettingVersion(db, SELLER),
    getSettingVersion(db, SYNONYMS),
  ]);
  const [seller, shop, synonyms] = await Promise.all([getSeller(db), getShopSettings(db), getSynonyms(db)]);
  const search = synonymsWordsIn(language);
  const nobody = { name: shop.name, street: '', postalCode: '', city: '', country: 'DE', vatId: '', taxNumber: '' };
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="general" label={words.settings} language={language} role={role} />
      <Allowed is={may(role, 'settings.edit')} language={language}>
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
        <Panel title={search.title} className="mt-4">
          <Calm>{search.lead}</Calm>
          <SynonymsForm action={changeSynonyms} seenVersion={seenSynonyms} synonyms={synonyms} language={language} />
        </Panel>
      </Allowed>
    </>
  );
}

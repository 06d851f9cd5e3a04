import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { BrandForm } from '@/components/admin/brand-form';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { getSettingVersion, getShopSettings, SHOP } from '@/lib/db/settings';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { changeBrand } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.brand };
}

export default async function BrandPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const own = settingsWordsIn(language);
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, SHOP);
  const { name, tagline, email, colour = '', logo = '' } = await getShopSettings(db);
  const brand = { name, taglineDe: tagline.de, taglineEn: tagline.en, email, colour, logo };
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="brand" label={words.settings} language={language} role={role} />
      <Allowed is={may(role, 'settings.edit')} language={language}>
        <Panel title={own.tabs.brand}>
          <Calm>{own.brand.lead}</Calm>
          <BrandForm action={changeBrand} language={language} seenVersion={seenVersion} brand={brand} />
        </Panel>
      </Allowed>
    </>
  );
}

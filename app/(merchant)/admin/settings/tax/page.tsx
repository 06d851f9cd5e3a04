import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { TaxForm } from '@/components/admin/tax-form';
import { getSeller } from '@/lib/db/sellers';
import { getTaxRates, TAX } from '@/lib/db/selling-terms';
import { getSettingVersion } from '@/lib/db/settings';
import { COUNTRIES } from '@/lib/domain/cart/address';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { changeTaxRates } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.tax };
}

export default async function TaxPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const own = settingsWordsIn(language);
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, TAX);
  const [rates, seller] = await Promise.all([getTaxRates(db), getSeller(db)]);
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const percent = (perMille = 0) => (perMille === 0 ? '' : (perMille / 10).toLocaleString(language));
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="tax" label={words.settings} language={language} role={role} />
      <Allowed is={may(role, 'settings.edit')} language={language}>
        <Panel title={own.tabs.tax}>
          <Calm>{seller?.smallBusiness ? own.tax.small : own.tax.lead}</Calm>
          <TaxForm
            action={changeTaxRates}
            language={language}
            seenVersion={seenVersion}
            rows={COUNTRIES.map((code) => ({
              code,
              name: names.of(code) ?? code,
              standard: percent(rates[code]?.standard),
              reduced: percent(rates[code]?.reduced),
            }))}
          />
        </Panel>
      </Allowed>
    </>
  );
}

import type { Metadata } from 'next';
import { Allowed } from '@/components/admin/allowed';
import { moneyIn, priceText } from '@/components/admin/formats';
import { Calm, PageTitle, Panel } from '@/components/admin/parts';
import { SettingsTabs } from '@/components/admin/settings-tabs';
import { settingsWordsIn } from '@/components/admin/settings-words';
import { type ZoneFields, ZoneForm } from '@/components/admin/zone-form';
import { getSellingTerms, SHIPPING } from '@/lib/db/selling-terms';
import { getSettingVersion } from '@/lib/db/settings';
import { COUNTRIES } from '@/lib/domain/cart/address';
import type { ShippingZone } from '@/lib/domain/cart/terms';
import { currencyOfZone, RATES_SHOWN } from '@/lib/domain/cart/terms-form';
import { type Language, textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { changeZone, dropZone } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: settingsWordsIn((await readWords()).language).tabs.shipping };
}

const EMPTY_RATE = { id: '', titleDe: '', titleEn: '', price: '', freeFrom: '', upToKg: '', daysFrom: '', daysTo: '' };
const NEW_ZONE: ZoneFields = { id: '', name: '', countries: [], rates: [EMPTY_RATE, EMPTY_RATE] };

export default async function ShippingPage() {
  const { role } = await requireMerchant('settings.see');
  const { language, words } = await readWords();
  const own = settingsWordsIn(language);
  const { db } = await getDeps();
  // The version first: then it is never newer than what is shown.
  const seenVersion = await getSettingVersion(db, SHIPPING);
  const { zones } = await getSellingTerms(db);
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const countries = COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }));
  const free = countries.filter(({ code }) => !zones.some((zone) => zone.countries.includes(code)));
  const form = { save: changeZone, remove: dropZone, language, seenVersion };
  return (
    <>
      <PageTitle>{words.settings}</PageTitle>
      <SettingsTabs current="shipping" label={words.settings} language={language} role={role} />
      <Allowed is={may(role, 'settings.edit')} language={language}>
        <div className="mb-4">
          <Calm>{zones.length === 0 ? own.shipping.none : own.shipping.lead}</Calm>
        </div>
        <div className="grid gap-4">
          {zones.map((zone) => (
            <details key={zone.id} className="rounded-lg border border-line bg-raised">
              <summary className="flex min-h-12 flex-wrap items-baseline gap-x-4 px-4 py-3 text-sm">
                <strong>{zone.name}</strong>
                <span className="text-muted">{zone.countries.map((code) => names.of(code)).join(', ')}</span>
                <span className="text-muted">{summaryOf(zone, language)}</span>
              </summary>
              <div className="grid gap-4 border-t border-line p-4">
                <ZoneForm
                  {...form}
                  zone={fieldsOf(zone, language)}
                  countries={countries.filter(
                    ({ code }) => zone.countries.includes(code) || free.some((one) => one.code === code),
                  )}
                />
              </div>
            </details>
          ))}
          {free.length > 0 && (
            <Panel title={own.shipping.newZone}>
              <ZoneForm key={zones.length} {...form} zone={NEW_ZONE} countries={free} />
            </Panel>
          )}
        </div>
      </Allowed>
    </>
  );
}

function summaryOf({ rates, countries }: ShippingZone, language: Language): string {
  const currency = currencyOfZone(countries) ?? 'EUR';
  return rates
    .map(({ title, priceMinor }) => `${textIn(title, language)} ${moneyIn(priceMinor, currency, language)}`)
    .join(' · ');
}

function fieldsOf(zone: ShippingZone, language: Language): ZoneFields {
  const currency = currencyOfZone(zone.countries) ?? 'EUR';
  const rates = zone.rates.map((rate) => ({
    id: rate.id,
    titleDe: rate.title.de,
    titleEn: rate.title.en,
    price: priceText(rate.priceMinor, currency, language),
    freeFrom: priceText(rate.freeFromMinor ?? undefined, currency, language),
    upToKg: rate.upToGrams === null ? '' : (rate.upToGrams / 1000).toLocaleString(language, { useGrouping: false }),
    daysFrom: String(rate.days.from),
    daysTo: String(rate.days.to),
  }));
  const rows = rates.length < RATES_SHOWN ? [...rates, EMPTY_RATE] : rates;
  return { id: zone.id, name: zone.name, countries: zone.countries, rates: rows };
}

import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { getSellingTerms, getTaxRates, saveShippingZones, saveTaxRates } from '@/lib/db/selling-terms';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import type { ShippingZone, TaxRates } from '@/lib/domain/cart/terms';
import type { ZoneDraft } from '@/lib/domain/cart/terms-form';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type TermsDeps = Pick<Deps, 'db' | 'log' | 'now' | 'newId'>;
type Editing = { seenVersion: number; merchantId: string };
type ZoneProblem = 'changed_meanwhile' | 'country_twice' | 'not_found';

/**
 * Writes how countries are sent to; without an id a new zone. Carts are priced by it from then on, open payments keep theirs.
 * Problems: "changed_meanwhile"; "country_twice" for a country that another zone has; "not_found" for a zone that is gone.
 */
export async function saveZone(
  deps: TermsDeps,
  { zone: draft, seenVersion, merchantId }: Editing & { zone: ZoneDraft },
): Promise<Result<null, ZoneProblem>> {
  return changeZones(deps, { seenVersion, merchantId }, (zones) => {
    const others = zones.filter(({ id }) => id !== draft.id);
    if (draft.id !== '' && others.length === zones.length) return fail('not_found');
    if (others.some(({ countries }) => countries.some((country) => draft.countries.includes(country))))
      return fail('country_twice', { fields: { countries: 'country_twice' } });
    const zone: ShippingZone = {
      ...draft,
      id: draft.id || deps.newId(),
      rates: draft.rates.map((rate) => ({ ...rate, id: rate.id || deps.newId() })),
    };
    return succeed(draft.id === '' ? [...zones, zone] : zones.map((one) => (one.id === zone.id ? zone : one)));
  });
}

/** Sends to these countries no more. Problems: "changed_meanwhile"; "not_found". */
export async function removeZone(
  deps: TermsDeps,
  { zoneId, ...editing }: Editing & { zoneId: string },
): Promise<Result<null, ZoneProblem>> {
  return changeZones(deps, editing, (zones) => {
    const left = zones.filter(({ id }) => id !== zoneId);
    return left.length === zones.length ? fail('not_found') : succeed(left);
  });
}

async function changeZones(
  deps: TermsDeps,
  { seenVersion, merchantId }: Editing,
  change: (zones: ShippingZone[]) => Result<ShippingZone[], ZoneProblem>,
): Promise<Result<null, ZoneProblem>> {
  return inTransaction(deps.db, async (tx) => {
    const { zones } = await getSellingTerms(tx);
    const changed = change(zones);
    if (!changed.ok) return changed;
    if (!(await saveShippingZones(tx, changed.value, seenVersion))) return fail('changed_meanwhile');
    const entry = { merchantId, what: 'shipping.changed', about: 'settings:shipping' } as const;
    await writeAudit(tx, { ...entry, ...differences(byId(zones), byId(changed.value)), at: deps.now() });
    await settle(deps, tx, 'settings.shipping_changed', merchantId);
    return succeed(null);
  });
}

function byId(zones: ShippingZone[]): Record<string, unknown> {
  return Object.fromEntries(zones.map((zone) => [zone.id, zone]));
}

/**
 * Says how much VAT the prices contain. The prices stay: what changes is how much of them is tax. Problem: "changed_meanwhile"
 * where somebody else has changed it since it was seen.
 */
export async function editTaxRates(
  deps: TermsDeps,
  { tax, seenVersion, merchantId }: Editing & { tax: TaxRates },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getTaxRates(tx);
    if (!(await saveTaxRates(tx, tax, seenVersion))) return fail('changed_meanwhile');
    const entry = { merchantId, what: 'tax.changed', about: 'settings:tax' } as const;
    await writeAudit(tx, { ...entry, ...differences(before, tax), at: deps.now() });
    await settle(deps, tx, 'settings.tax_changed', merchantId);
    return succeed(null);
  });
}

/** Product pages say how things are sent. */
async function settle(deps: TermsDeps, tx: Database, event: string, merchantId: string): Promise<void> {
  await announceCatalogueChange(tx, []);
  deps.log(event, { merchant: merchantId });
}

import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { takePictures } from '@/lib/db/pictures';
import { getShopSettings, saveShopSettings } from '@/lib/db/settings';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import { UPLOADED } from '@/lib/domain/catalogue/picture';
import type { LocalizedText } from '@/lib/domain/market';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Brand, LegalPage, ShopSettings } from '@/lib/domain/shop';
import type { Deps } from './deps';

type ShopDeps = Pick<Deps, 'db' | 'log' | 'now'>;
type Editing = { seenVersion: number; merchantId: string };

/**
 * Says what the shop is called, how it is reached and what it looks like; every page shows it at once. Problems:
 * "changed_meanwhile" where somebody else has changed it since it was seen; "picture_gone" for a logo that is no upload of ours.
 */
export async function editBrand(
  deps: ShopDeps,
  { brand, seenVersion, merchantId }: Editing & { brand: Brand },
): Promise<Result<null, 'changed_meanwhile' | 'picture_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getShopSettings(tx);
    const { legal } = before;
    if (!(await saveShopSettings(tx, { ...brand, legal }, seenVersion))) return fail('changed_meanwhile');
    if (brand.logo && brand.logo !== before.logo) {
      const id = brand.logo.slice(UPLOADED.length);
      // From now on people may see it, so nobody clears it away.
      if (!(await takePictures(tx, [id], deps.now())).has(id)) throw new LogoGone();
    }
    const changed = differences(brandOf(before), brandOf(brand));
    await writeAudit(tx, { merchantId, what: 'brand.changed', about: 'settings:shop', ...changed, at: deps.now() });
    await announceCatalogueChange(tx, []);
    deps.log('settings.brand_changed', { merchant: merchantId });
    return succeed(null);
  }).catch((error: unknown) => {
    if (error instanceof LogoGone) return fail('picture_gone');
    throw error;
  });
}

/** The transaction has to end with it. */
class LogoGone extends Error {}

/** Where the shop is reached is no secret, but the log keeps no addresses. */
function brandOf({ name, tagline, colour, logo }: Omit<ShopSettings, 'legal' | 'email'>) {
  return { name, tagline, colour, logo };
}

/**
 * Writes one legal text. What was agreed before stays as the confirmation of each order keeps it. Problem: "changed_meanwhile"
 * where somebody else has changed the shop's settings since they were seen.
 */
export async function editLegalText(
  deps: ShopDeps,
  { page, text, seenVersion, merchantId }: Editing & { page: LegalPage; text: LocalizedText },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getShopSettings(tx);
    const after = { ...before, legal: { ...before.legal, [page]: text } };
    if (!(await saveShopSettings(tx, after, seenVersion))) return fail('changed_meanwhile');
    const changed = differences(before.legal[page], text);
    await writeAudit(tx, { merchantId, what: 'legal.changed', about: `legal:${page}`, ...changed, at: deps.now() });
    await announceCatalogueChange(tx, []);
    deps.log('settings.legal_changed', { merchant: merchantId, page });
    return succeed(null);
  });
}

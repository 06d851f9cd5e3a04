import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { LEGAL_PAGES, type LegalPage } from '@/lib/domain/shop';
import type { Database } from './client';
import { getSeller } from './sellers';
import { getSellingTerms } from './selling-terms';
import { getShopSettings } from './settings';

export type SetUpFacts = {
  /** Whether the merchant has said anything about the shop. */
  isNamed: boolean;
  hasSeller: boolean;
  /** Whether anything is sent anywhere. */
  isDelivered: boolean;
  missingLegal: LegalPage[];
  /** Something that somebody could buy now. */
  hasProduct: boolean;
  /** Somebody has paid for an order, in a test or for real. */
  hasOrder: boolean;
};

const foundSchema = z.object({ named: z.boolean(), product: z.boolean(), ordered: z.boolean() });

/** How far the shop's own part of being set up has come, as its tables tell. */
export async function getSetUpFacts(db: Database): Promise<SetUpFacts> {
  const [{ rows }, shop, seller, terms] = await Promise.all([
    db.execute(sql`select
      exists (select 1 from settings where key = 'shop') as named,
      exists (select 1 from products p join variants v on v.product_id = p.id
        join variant_prices price on price.variant_id = v.id
        where p.status = 'active' and v.archived_at is null and v.available > 0) as product,
      exists (select 1 from orders) as ordered`),
    getShopSettings(db),
    getSeller(db),
    getSellingTerms(db),
  ]);
  const { named, product, ordered } = foundSchema.parse(rows[0]);
  return {
    isNamed: named,
    hasSeller: seller !== null,
    isDelivered: terms.zones.length > 0,
    missingLegal: LEGAL_PAGES.filter((page) => Object.values(shop.legal[page]).every((text) => text.trim() === '')),
    hasProduct: product,
    hasOrder: ordered,
  };
}

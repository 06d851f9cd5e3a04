import { listBuyableVariants } from '@/lib/db/product-lookup';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { getNativePayments } from '@/lib/db/settings';
import { shippingOptionsFor } from '@/lib/domain/cart/shipping';
import type { Psid } from '@/lib/domain/ids';
import { type Market, textIn } from '@/lib/domain/market';
import { buyPayload } from '@/lib/domain/messaging/buy-payload';
import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { Found } from '@/lib/domain/messaging/found';
import type { BuyButtons } from '@/lib/domain/messaging/product-cards';
import type { Deps } from './deps';

const COUNTRY = 'US';
const NONE: BuyButtons = new Map();

/**
 * Messenger's own Buy button for what is about to be shown, each good for one order: only where the Page's profile has it
 * (`messenger:setup` asked), only for dollars, and only for what needs no choosing. Where delivery is free the amount is
 * fixed and the sheet needs to ask nothing; else it is flexible and Messenger asks us for the ways to send.
 */
export async function offerToBuy(
  deps: Pick<Deps, 'db' | 'newId'>,
  { found, market, shopName, psid }: { found: Found; market: Market; shopName: string; psid: Psid },
): Promise<BuyButtons> {
  if (market.currency !== 'USD') return NONE;
  const { slugs, sku } = shown(found);
  if (slugs.length === 0) return NONE;
  const native = await getNativePayments(deps.db);
  if (!native.buyButton) return NONE;
  const { currency } = market;
  const [variants, terms] = await Promise.all([
    listBuyableVariants(deps.db, { slugs, currency, sku }),
    getSellingTerms(deps.db),
  ]);
  return new Map(
    variants.flatMap(({ slug, variantId, title, amountMinor, weightGrams }) => {
      const parcel = { country: COUNTRY, currency, goodsMinor: amountMinor, weightGrams } as const;
      const [delivery] = shippingOptionsFor(terms, parcel);
      if (!delivery) return [];
      const flexible = native.asksForShipping && delivery.priceMinor > 0;
      const goods = { label: ellipsis(textIn(title, market.language), 80), amountMinor };
      const lines = flexible
        ? [goods]
        : [goods, { label: delivery.title[market.language], amountMinor: delivery.priceMinor }];
      const button = {
        kind: 'buy' as const,
        payload: buyPayload({ offerId: deps.newId(), variantId }),
        merchantName: shopName,
        currency: market.currency,
        flexible,
        isTest: native.testers.includes(psid),
        lines,
      };
      return [[slug, button] as const];
    }),
  );
}

function shown(found: Found): { slugs: string[]; sku: string | null } {
  const cards = 'shelf' in found ? found.shelf.cards : 'others' in found ? found.others.cards : [];
  if (found.is !== 'product') return { slugs: cards.map(({ slug }) => slug), sku: null };
  return { slugs: [found.product.slug, ...cards.map(({ slug }) => slug)], sku: found.sku ?? null };
}

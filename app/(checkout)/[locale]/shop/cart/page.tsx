import type { Metadata } from 'next';
import { z } from 'zod';
import { CartPage } from '@/components/shop/cart-page';
import { cartView } from '@/components/shop/cart-view';
import { getLineOfVariant, getOpenCart } from '@/lib/db/carts';
import { getStandingConsent } from '@/lib/db/consents';
import { listOffers } from '@/lib/db/discounts';
import { getSellingTerms } from '@/lib/db/selling-terms';
import { type CartLine, MAX_QUANTITY } from '@/lib/domain/cart/cart';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { cartWords } from '@/lib/domain/words/cart';
import type { Deps } from '@/lib/flows/deps';
import { notePlace } from '@/lib/flows/keep-note';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { readSeen } from '@/lib/server/seen';
import { getShopper, readDrawnFor } from '@/lib/server/shopper';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: cartWords[(await marketFromParams(params)).language].title };
}

const removedSchema = z.object({ removed: z.string().max(64), had: z.coerce.number().int().min(1).max(MAX_QUANTITY) });

/** What the cart was just freed of, while it does not lie there again. */
async function readRemoved(db: Deps['db'], asked: unknown, { language }: PageMarket, lines: readonly CartLine[]) {
  const read = removedSchema.safeParse(asked);
  if (!read.success || !isStorableText(read.data.removed)) return null;
  const { removed: variantId, had } = read.data;
  const line = lines.some((one) => one.variantId === variantId) ? null : await getLineOfVariant(db, variantId);
  return line && { variantId, had, title: textIn(line.title, language) };
}

export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const [shop, shopper, asked, drawn] = await Promise.all([readShop(), getShopper(), searchParams, readDrawnFor()]);
  const deps = await getDeps();
  const { db, now } = deps;
  const [cart, agreed, seen] = await Promise.all([
    shopper && getOpenCart(db, shopper.shopperId),
    shopper?.psid ? getStandingConsent(db, shopper.shopperId, 'cart') : null,
    readSeen(market),
  ]);
  const [offers, removed, terms] = await Promise.all([
    cart && shopper && listOffers(db, { shopperId: shopper.shopperId, code: cart.discountCode, at: now() }),
    readRemoved(db, asked, market, cart?.lines ?? []),
    getSellingTerms(db),
  ]);
  return (
    <CartPage
      view={cart && offers ? cartView(cart, market, terms, offers) : { lines: [], quote: null, code: null }}
      market={market}
      shopName={shop.name}
      mayBeReminded={Boolean(shopper?.psid) && !agreed}
      problem={sentenceInAddress(asked.problem, market.language)}
      removed={removed}
      seen={seen}
      joining={drawn.joining}
      kept={{
        note: cart?.sealedNote ? deps.sealer.open(notePlace(cart.id), cart.sealedNote) : '',
        isGift: cart?.isGift ?? false,
      }}
    />
  );
}

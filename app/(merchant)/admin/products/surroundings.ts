import type { EditorSurroundings } from '@/components/admin/product-editor/editor-parts';
import { listPricedCurrencies } from '@/lib/db/admin-products';
import { listHandCollections } from '@/lib/db/collections';
import { MARKET_IDS, marketOf } from '@/lib/domain/market';
import { getDeps } from '@/lib/server/wiring';

/** Those that the markets sell in always have a field. */
export const HOME_CURRENCIES = [...new Set(MARKET_IDS.map((id) => marketOf(id).currency))];

/** What an editor of products offers beside the product itself. */
export async function readEditorSurroundings(): Promise<EditorSurroundings> {
  const { db } = await getDeps();
  const [priced, collections] = await Promise.all([listPricedCurrencies(db), listHandCollections(db)]);
  return { currencies: [...new Set([...HOME_CURRENCIES, ...priced])], collections };
}

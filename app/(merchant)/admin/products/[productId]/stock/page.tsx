import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CurrencyForm } from '@/components/admin/currency-form';
import { priceText } from '@/components/admin/formats';
import { PRODUCT_STATUS_NAMES } from '@/components/admin/names';
import { Badge, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { productWordsIn } from '@/components/admin/product-words';
import { PriceForm, StockForm } from '@/components/admin/variant-forms';
import { getProductForMerchant, listPricedCurrencies } from '@/lib/db/admin-products';
import { variantTitle } from '@/lib/domain/catalogue/product';
import { CURRENCIES } from '@/lib/domain/currencies';
import { textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { currencySchema } from '@/lib/domain/money';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../../words';
import { HOME_CURRENCIES } from '../../surroundings';
import { bookStock, savePrices } from './actions';

type Props = {
  params: Promise<{ productId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.product };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { role } = await requireMerchant('catalogue.see');
  const [{ productId }, { currency }] = await Promise.all([params, searchParams]);
  const { language, words } = await readWords();
  const { db, newId } = await getDeps();
  const product = isStorableText(productId) && (await getProductForMerchant(db, productId));
  if (!product) notFound();
  const wished = currencySchema.safeParse(currency);
  const priced = await listPricedCurrencies(db);
  const currencies = [...new Set([...HOME_CURRENCIES, ...priced, ...(wished.success ? [wished.data] : [])])];
  return (
    <>
      <PageTitle beside={<Badge>{PRODUCT_STATUS_NAMES[product.status][language]}</Badge>}>
        {textIn(product.title, language)}
      </PageTitle>
      <p className="-mt-3 mb-5 text-sm">
        <a href={`/admin/products/${encodeURIComponent(product.id)}`} className={LINK_CLASS}>
          {productWordsIn(language).toEditor}
        </a>
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised text-sm">
        {product.variants.map((variant) => (
          <li
            key={variant.id}
            className="grid gap-x-6 gap-y-3 p-4 md:grid-cols-2 2xl:grid-cols-[minmax(10rem,1fr)_11rem_auto_auto]"
          >
            <h2 className="font-normal">
              {variantTitle(product, variant.optionValues, language) || textIn(product.title, language)}
              <span className="block text-xs text-muted">{variant.sku}</span>
            </h2>
            <p className="tabular-nums">
              {variant.available} {words.free}
              <span className="block text-xs text-muted">
                {variant.held} {words.held} · {variant.sold} {words.sold}
              </span>
            </p>
            {may(role, 'stock.edit') && (
              <StockForm action={bookStock} language={language} editId={newId()} variant={variant} />
            )}
            {may(role, 'catalogue.edit') && (
              <PriceForm
                action={savePrices}
                language={language}
                productId={product.id}
                seenVersion={product.version}
                variant={variant}
                prices={currencies.map((currency) => ({
                  currency,
                  text: priceText(variant.prices?.[currency], currency, language),
                }))}
              />
            )}
          </li>
        ))}
      </ul>
      <CurrencyForm language={language} currencies={CURRENCIES.filter((code) => !currencies.includes(code))} />
    </>
  );
}

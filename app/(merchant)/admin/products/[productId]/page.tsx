import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PRODUCT_STATUS_NAMES } from '@/components/admin/names';
import { Badge, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { ProductEditor } from '@/components/admin/product-editor/product-editor';
import { productWordsIn } from '@/components/admin/product-words';
import { getEditedProduct } from '@/lib/db/product-edits';
import { draftOf } from '@/lib/domain/catalogue/draft-of';
import { textIn } from '@/lib/domain/market';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';
import { readEditorSurroundings } from '../surroundings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.product };
}

export default async function ProductPage({ params }: { params: Promise<{ productId: string }> }) {
  await requireMerchant();
  const { productId } = await params;
  const { language, words } = await readWords();
  const own = productWordsIn(language);
  const { db } = await getDeps();
  const product = isStorableText(productId) ? await getEditedProduct(db, productId) : null;
  if (!product) notFound();
  return (
    <>
      <PageTitle beside={<Badge>{PRODUCT_STATUS_NAMES[product.status][language]}</Badge>}>
        {textIn(product.title, language)}
      </PageTitle>
      <p className="-mt-3 mb-5 flex flex-wrap gap-x-6 text-sm">
        <a href={`/admin/products/${productId}/stock`} className={LINK_CLASS}>
          {own.toStock}
        </a>
        {product.status !== 'draft' && (
          <a href={`/shop/products/${product.slug}`} className={LINK_CLASS}>
            {words.toShop}
          </a>
        )}
      </p>
      <ProductEditor
        action={save}
        language={language}
        product={{ id: productId, slug: product.slug, version: product.version, draft: draftOf(product, language) }}
        surroundings={await readEditorSurroundings()}
      />
    </>
  );
}

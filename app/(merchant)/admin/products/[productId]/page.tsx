import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Allowed } from '@/components/admin/allowed';
import { CopyForm } from '@/components/admin/copy-form';
import { PRODUCT_STATUS_NAMES } from '@/components/admin/names';
import { Badge, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { ProductEditor } from '@/components/admin/product-editor/product-editor';
import { productWordsIn } from '@/components/admin/product-words';
import { getEditedProduct } from '@/lib/db/product-edits';
import { draftOf } from '@/lib/domain/catalogue/draft-of';
import { textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { previewLink } from '@/lib/flows/preview-link';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { copy, save } from '../actions';
import { readEditorSurroundings } from '../surroundings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.product };
}

export default async function ProductPage({ params }: { params: Promise<{ productId: string }> }) {
  const { role } = await requireMerchant('catalogue.see');
  const { productId } = await params;
  const { language, words } = await readWords();
  const own = productWordsIn(language);
  const deps = await getDeps();
  const product = isStorableText(productId) ? await getEditedProduct(deps.db, productId) : null;
  if (!product) notFound();
  return (
    <>
      <PageTitle
        beside={
          <div className="flex items-center gap-3">
            <Badge>{PRODUCT_STATUS_NAMES[product.status][language]}</Badge>
            {may(role, 'catalogue.edit') && (
              <CopyForm action={copy} productId={productId} copyId={deps.newId()} label={own.copy} />
            )}
          </div>
        }
      >
        {textIn(product.title, language)}
      </PageTitle>
      <p className="-mt-3 mb-5 flex flex-wrap gap-x-6 text-sm">
        <a href={`/admin/products/${productId}/stock`} className={LINK_CLASS}>
          {own.toStock}
        </a>
        <a href={previewLink(deps, product.slug).slice(deps.shopUrl.length)} className={LINK_CLASS}>
          {own.preview}
        </a>
        {product.status !== 'draft' && (
          <a href={`/shop/products/${product.slug}`} className={LINK_CLASS}>
            {words.toShop}
          </a>
        )}
      </p>
      <Allowed is={may(role, 'catalogue.edit')} language={language}>
        <ProductEditor
          action={save}
          language={language}
          product={{ id: productId, slug: product.slug, version: product.version, draft: draftOf(product, language) }}
          surroundings={await readEditorSurroundings()}
        />
      </Allowed>
    </>
  );
}

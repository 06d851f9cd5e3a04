import type { Metadata } from 'next';
import { PageTitle } from '@/components/admin/parts';
import { ProductEditor } from '@/components/admin/product-editor/product-editor';
import { productWordsIn } from '@/components/admin/product-words';
import { EMPTY_DRAFT } from '@/lib/domain/catalogue/product-draft';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { save } from '../actions';
import { readEditorSurroundings } from '../surroundings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: productWordsIn((await readWords()).language).create };
}

export default async function NewProductPage() {
  await requireMerchant('catalogue.edit');
  const { language } = await readWords();
  const { newId } = await getDeps();
  return (
    <>
      <PageTitle>{productWordsIn(language).create}</PageTitle>
      <ProductEditor
        action={save}
        language={language}
        product={{ id: newId(), slug: '', version: 0, draft: EMPTY_DRAFT }}
        surroundings={await readEditorSurroundings()}
      />
    </>
  );
}

import type { Metadata } from 'next';
import { z } from 'zod';
import { INPUT_CLASS } from '@/components/admin/form-parts';
import { Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { ProductTable } from '@/components/admin/product-table';
import { buttonClass } from '@/components/ui/button';
import { listProductRows } from '@/lib/db/admin-products';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';

const PAGE_SIZE = 50;

const wishSchema = z.object({
  q: z.string().max(100).refine(isStorableText).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.products };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProductsPage({ searchParams }: Props) {
  await requireMerchant();
  const { language, words } = await readWords();
  const { q, page } = wishSchema.parse(await searchParams);
  const { db } = await getDeps();
  const rows = await listProductRows(db, { words: q, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });
  const pageLink = (to: number) => `/admin/products?${new URLSearchParams({ q, page: String(to) })}`;
  return (
    <>
      <PageTitle>{words.products}</PageTitle>
      <search>
        <form action="/admin/products" className="mb-4 flex max-w-xl gap-2">
          <label htmlFor="q" className="sr-only">
            {words.searchProducts}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={100}
            placeholder={words.searchProducts}
            className={INPUT_CLASS}
          />
          <button type="submit" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
            {words.search}
          </button>
        </form>
      </search>
      {rows.length === 0 ? (
        <Calm>{words.noProducts}</Calm>
      ) : (
        <ProductTable products={rows.slice(0, PAGE_SIZE)} language={language} />
      )}
      <p className="mt-4 flex gap-6">
        {page > 1 && (
          <a href={pageLink(page - 1)} rel="prev" className={LINK_CLASS}>
            {words.previous}
          </a>
        )}
        {rows.length > PAGE_SIZE && (
          <a href={pageLink(page + 1)} rel="next" className={LINK_CLASS}>
            {words.next}
          </a>
        )}
      </p>
    </>
  );
}

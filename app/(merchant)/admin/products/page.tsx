import type { Metadata } from 'next';
import { z } from 'zod';
import { importWordsIn } from '@/components/admin/import/import-words';
import { Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { ListKeys } from '@/components/admin/product-list/list-keys';
import { listWordsIn } from '@/components/admin/product-list/list-words';
import { ProductFilters } from '@/components/admin/product-list/product-filters';
import { ProductTable } from '@/components/admin/product-list/product-table';
import { productWordsIn } from '@/components/admin/product-words';
import { buttonClass } from '@/components/ui/button';
import { type ListPlace, listProductRows, PRODUCT_SORTS } from '@/lib/db/admin-products';
import { listAllCollections } from '@/lib/db/collections';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { changeMany } from './actions';

const PAGE_SIZE = 50;

/** A place in the list as it stands in an address; what is no such place begins at the beginning. */
const placeSchema = z
  .string()
  .max(400)
  .transform((text, context): ListPlace => {
    const [id = '', ...rest] = text.split('~');
    const value = rest.join('~');
    if (/^[\w:-]{1,100}$/.test(id) && isStorableText(value)) return { id, value };
    context.addIssue({ code: 'custom', message: 'place' });
    return z.NEVER;
  })
  .optional()
  .catch(undefined);

const wishSchema = z.object({
  q: z.string().max(100).refine(isStorableText).catch('').default(''),
  status: z.enum(['draft', 'active', 'archived']).optional().catch(undefined),
  collection: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .optional()
    .catch(undefined),
  stock: z.enum(['out', 'low']).optional().catch(undefined),
  sort: z.enum(PRODUCT_SORTS).catch('place').default('place'),
  after: placeSchema,
  before: placeSchema,
});

/** Only values of the sorted column's own kind may stand in a place: anything else begins at the beginning. */
const PLACE_KINDS = { place: /^-?\d{1,9}$/, changed: /^\d{4}-[\d :.+-]{6,40}$/, title: /^[^\0]*$/ };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.products };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProductsPage({ searchParams }: Props) {
  const { role } = await requireMerchant('catalogue.see');
  const { language, words } = await readWords();
  const { q, status, collection, stock, sort, after, before } = wishSchema.parse(await searchParams);
  const { db, newId } = await getDeps();
  const fits = (place: ListPlace | undefined) => (place && PLACE_KINDS[sort].test(place.value) ? place : undefined);
  const [list, collections] = await Promise.all([
    listProductRows(db, {
      words: q,
      status,
      collection,
      stock,
      sort,
      language,
      after: fits(after),
      before: fits(before),
      limit: PAGE_SIZE,
    }),
    listAllCollections(db),
  ]);
  const chosen = { q, status: status ?? '', collection: collection ?? '', stock: stock ?? '', sort };
  const linkTo = (way: 'after' | 'before', place: ListPlace | undefined) =>
    `/admin/products?${new URLSearchParams({ ...chosen, [way]: `${place?.id}~${place?.value}` })}`;
  const doors = [
    {
      permission: 'catalogue.import',
      href: '/admin/products/import',
      label: importWordsIn(language).open,
      look: 'quiet',
    },
    {
      permission: 'catalogue.export',
      href: '/admin/products/export',
      label: importWordsIn(language).export,
      look: 'quiet',
    },
    {
      permission: 'catalogue.edit',
      href: '/admin/products/new',
      label: productWordsIn(language).create,
      look: 'primary',
    },
  ] as const;
  const earlier = before ? list.more : after !== undefined;
  const later = before ? true : list.more;
  return (
    <>
      <PageTitle
        beside={
          <span className="flex flex-wrap gap-2">
            {doors.map(({ permission, href, label, look }) =>
              may(role, permission) ? (
                <a key={href} href={href} className={buttonClass(look, 'min-h-11 px-4 text-sm')}>
                  {label}
                </a>
              ) : null,
            )}
          </span>
        }
      >
        {words.products}
      </PageTitle>
      <ListKeys />
      <ProductFilters language={language} chosen={chosen} collections={collections} />
      {list.rows.length === 0 ? (
        <Calm>{words.noProducts}</Calm>
      ) : (
        <ProductTable
          key={JSON.stringify([chosen, list.rows[0]?.id])}
          products={list.rows}
          language={language}
          action={changeMany}
          editId={may(role, 'catalogue.edit') ? newId() : null}
        />
      )}
      <nav aria-label={listWordsIn(language).pages} className="mt-4 flex gap-6">
        {earlier && list.rows[0] && (
          <a href={linkTo('before', list.rows[0].place)} rel="prev" className={LINK_CLASS}>
            {words.previous}
          </a>
        )}
        {later && list.rows.length > 0 && (
          <a href={linkTo('after', list.rows.at(-1)?.place)} rel="next" className={LINK_CLASS}>
            {words.next}
          </a>
        )}
      </nav>
    </>
  );
}

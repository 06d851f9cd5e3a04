import type { Metadata } from 'next';
import { CollectionMoves } from '@/components/admin/collection-form';
import { collectionWordsIn } from '@/components/admin/collection-words';
import { Calm, Cell, PageTitle, ROW_LINK_CLASS, Table } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { listAllCollections } from '@/lib/db/collections';
import { textIn } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { move } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: collectionWordsIn((await readWords()).language).collections };
}

export default async function CollectionsPage() {
  const { role } = await requireMerchant('catalogue.see');
  const mayEdit = may(role, 'catalogue.edit');
  const { language, words: common } = await readWords();
  const words = collectionWordsIn(language);
  const { db } = await getDeps();
  const collections = await listAllCollections(db);
  return (
    <>
      <PageTitle
        beside={
          mayEdit && (
            <a href="/admin/collections/new" className={buttonClass('primary', 'min-h-11 px-4 text-sm')}>
              {words.create}
            </a>
          )
        }
      >
        {words.collections}
      </PageTitle>
      {collections.length === 0 ? (
        <Calm>{words.none}</Calm>
      ) : (
        <Table
          label={words.collections}
          heads={[words.collection, words.filledBy, common.products, ...(mayEdit ? [words.order] : [])]}
          figures={[common.products]}
        >
          {collections.map(({ slug, title, rule, products }, at) => (
            <tr key={slug}>
              <Cell>
                <a href={`/admin/collections/${slug}`} className={ROW_LINK_CLASS}>
                  {textIn(title, language)}
                </a>
              </Cell>
              <Cell>{rule ? words.byRule : words.byHand}</Cell>
              <Cell number>{products}</Cell>
              {mayEdit && (
                <Cell>
                  <CollectionMoves
                    action={move}
                    language={language}
                    slug={slug}
                    title={textIn(title, language)}
                    first={at === 0}
                    last={at === collections.length - 1}
                  />
                </Cell>
              )}
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

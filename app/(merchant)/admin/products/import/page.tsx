import type { Metadata } from 'next';
import { timeIn } from '@/components/admin/formats';
import { importWordsIn } from '@/components/admin/import/import-words';
import { UploadForm } from '@/components/admin/import/upload-form';
import { Badge, Calm, Cell, PageTitle, Panel, ROW_LINK_CLASS, Table } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { listImports } from '@/lib/db/catalogue-imports';
import { requireMerchant } from '@/lib/server/merchant';
import { sentenceInAddress } from '@/lib/server/problem-in-address';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: importWordsIn((await readWords()).language).title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportPage({ searchParams }: Props) {
  await requireMerchant('catalogue.import');
  const { language } = await readWords();
  const words = importWordsIn(language);
  const problem = sentenceInAddress((await searchParams).problem, language);
  const imports = await listImports((await getDeps()).db, 10);
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/products/export" className={buttonClass('quiet', 'min-h-11 px-4 text-sm')}>
            {words.export}
          </a>
        }
      >
        {words.title}
      </PageTitle>
      <div className="grid grid-cols-1 gap-4">
        {problem && <Notice tone="error">{problem}</Notice>}
        <Panel title={words.compareFile} className="max-w-2xl">
          <p className="text-sm">{words.lead}</p>
          <Calm>{words.formats}</Calm>
          <UploadForm language={language} />
        </Panel>
        <section>
          <h2 className="mb-2 text-base">{words.latest}</h2>
          {imports.length === 0 ? (
            <Calm>{words.none}</Calm>
          ) : (
            <Table label={words.latest} heads={[words.fileName, words.when, words.status, words.outcome]}>
              {imports.map((one) => (
                <tr key={one.id}>
                  <Cell>
                    <a href={`/admin/products/import/${one.id}`} className={ROW_LINK_CLASS}>
                      {one.fileName}
                    </a>
                  </Cell>
                  <Cell>{timeIn(one.createdAt, language)}</Cell>
                  <Cell>
                    <Badge warn={one.status === 'failed' || one.status === 'mapping'}>
                      {words.statuses[one.status]}
                    </Badge>
                  </Cell>
                  <Cell>
                    {words.added(one.added)}, {words.changed(one.changed)}
                  </Cell>
                </tr>
              ))}
            </Table>
          )}
        </section>
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportProgress } from '@/components/admin/import/import-progress';
import { ChangeTable, OnlyFirst, ProblemTable } from '@/components/admin/import/import-tables';
import { fileProblemIn, importWordsIn } from '@/components/admin/import/import-words';
import { Badge, Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { Notice } from '@/components/ui/notice';
import { getImport, getLastTaken, listItems, listProblems } from '@/lib/db/catalogue-imports';
import { isUnderWay } from '@/lib/domain/catalogue/transfer/import-job';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../../words';
import { NextSteps } from './next-steps';

const SHOWN = { products: 100, problems: 200 };

type Params = { params: Promise<{ importId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: importWordsIn((await readWords()).language).title };
}

export default async function ImportedFilePage({ params }: Params) {
  await requireMerchant('catalogue.import');
  const { importId } = await params;
  const { db } = await getDeps();
  const job = /^[\w-]{16,64}$/.test(importId) ? await getImport(db, importId) : null;
  if (!job) notFound();
  const { language } = await readWords();
  const words = importWordsIn(language);
  const { status } = job;
  const running = isUnderWay(status);
  const [items, problems, lastTaken] = running
    ? [[], [], null]
    : await Promise.all([
        listItems(db, job.id, 0, SHOWN.products),
        listProblems(db, job.id, SHOWN.problems),
        status === 'done' ? getLastTaken(db) : null,
      ]);
  const sentence = fileProblemIn(language, job.problem, job.problemDetail);
  const products = items.map(({ plan, isNew, changes }) => ({ slug: plan.slug, isNew, changes }));
  const isCompared = status === 'ready' || status === 'done';
  const changesLabel = status === 'done' ? words.changesDone : words.changes;
  return (
    <>
      <p className="mb-2 text-sm">
        <a href="/admin/products/import" className={LINK_CLASS}>
          {words.title}
        </a>
      </p>
      <PageTitle beside={<Badge warn={status === 'failed' || status === 'mapping'}>{words.statuses[status]}</Badge>}>
        {job.fileName}
      </PageTitle>
      <div className="grid grid-cols-1 gap-4">
        {sentence && <Notice tone="error">{sentence}</Notice>}
        {running ? (
          <Panel title={words.statuses[status]} className="max-w-2xl">
            <ImportProgress
              label={words.statuses[status]}
              done={job.done}
              total={job.total}
              text={words.progress(job.done, job.total)}
            />
            <Calm>{words.leave}</Calm>
            <noscript>
              <a href={`/admin/products/import/${job.id}`} className={LINK_CLASS}>
                {words.reload}
              </a>
            </noscript>
          </Panel>
        ) : (
          <NextSteps job={job} language={language} canUndo={lastTaken === job.id} />
        )}
        {isCompared && problems.length > 0 && (
          <section>
            <h2 className="mb-2 text-base">{words.problems}</h2>
            <ProblemTable problems={problems} language={language} />
            <OnlyFirst shown={SHOWN.problems} of={job.errors + job.remarks} language={language} />
          </section>
        )}
        {isCompared && products.length > 0 && (
          <section>
            <h2 className="mb-2 text-base">{changesLabel}</h2>
            <ChangeTable products={products} language={language} label={changesLabel} />
            <OnlyFirst shown={SHOWN.products} of={job.added + job.changed} language={language} />
          </section>
        )}
      </div>
    </>
  );
}

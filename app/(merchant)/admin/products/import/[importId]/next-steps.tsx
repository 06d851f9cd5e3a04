import { ImportStepForm, ReadAgainForm } from '@/components/admin/import/import-forms';
import { importWordsIn } from '@/components/admin/import/import-words';
import { UploadForm } from '@/components/admin/import/upload-form';
import { Badge, Calm, Panel } from '@/components/admin/parts';
import type { ImportView } from '@/lib/db/catalogue-imports';
import { guessMapping } from '@/lib/domain/catalogue/transfer/file-format';
import type { Language } from '@/lib/domain/market';
import { drop, readAgain, take, undo } from '../actions';

type StepsProps = { job: ImportView; language: Language; canUndo: boolean };

/** How the file compares with the shop, and what can be done with it now. */
export function NextSteps({ job, language, canUndo }: StepsProps) {
  const words = importWordsIn(language);
  const { id, status, options, columns } = job;
  if (status === 'mapping')
    return (
      <Panel title={words.mapping} className="max-w-2xl">
        <p className="text-sm">{words.mappingLead}</p>
        <ReadAgainForm
          action={readAgain}
          importId={id}
          language={language}
          chosen={options}
          columns={columns}
          mapping={guessMapping(columns)}
        />
        <ImportStepForm action={drop} importId={id} label={words.drop} />
      </Panel>
    );
  return (
    <>
      <Figures job={job} language={language} />
      {status === 'ready' && job.errors === 0 && job.added + job.changed > 0 && (
        <div className="flex flex-wrap gap-3">
          <ImportStepForm action={take} importId={id} label={words.take} main />
          <ImportStepForm action={drop} importId={id} label={words.drop} />
        </div>
      )}
      {status === 'ready' && job.errors === 0 && job.added + job.changed === 0 && <Calm>{words.nothing}</Calm>}
      {(status === 'failed' || (status === 'ready' && job.errors > 0)) && (
        <Panel title={words.again} className="max-w-2xl">
          {status === 'ready' && <p className="text-sm">{words.mend}</p>}
          <UploadForm language={language} />
        </Panel>
      )}
      {status === 'done' && canUndo && (
        <div className="grid justify-items-start gap-1">
          <ImportStepForm action={undo} importId={id} label={words.undo} />
          <Calm>{words.undoHint}</Calm>
        </div>
      )}
      {status === 'ready' && job.errors === 0 && (
        <details className="max-w-2xl text-sm">
          <summary className="min-h-11 cursor-pointer content-center">{words.options}</summary>
          <ReadAgainForm
            action={readAgain}
            importId={id}
            language={language}
            chosen={options}
            {...(options.mapping ? { columns, mapping: options.mapping } : {})}
          />
        </details>
      )}
    </>
  );
}

function Figures({ job, language }: Omit<StepsProps, 'canUndo'>) {
  const words = importWordsIn(language);
  if (job.status === 'failed') return null;
  const format = job.options.mapping ? words.mapped : job.format && words.formatNames[job.format];
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {format && <Badge>{format}</Badge>}
      <span className="font-bold">{words.added(job.added)}</span>
      <span className="font-bold">{words.changed(job.changed)}</span>
      <span>{words.unchanged(job.unchanged)}</span>
      <span className={job.errors > 0 ? 'font-bold text-error' : undefined}>{words.errors(job.errors)}</span>
      <span>{words.remarks(job.remarks)}</span>
    </p>
  );
}

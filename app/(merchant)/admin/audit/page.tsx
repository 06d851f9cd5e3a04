import type { Metadata } from 'next';
import { z } from 'zod';
import { auditName, auditWordsIn } from '@/components/admin/audit-words';
import { timeIn } from '@/components/admin/formats';
import { Calm, Cell, LINK_CLASS, PageTitle, Table } from '@/components/admin/parts';
import { type AuditRow, listAudit } from '@/lib/db/audit';
import type { Language } from '@/lib/domain/market';
import { may } from '@/lib/domain/merchants/roles';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';

const PAGE_SIZE = 50;

const wishSchema = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  about: z
    .string()
    .regex(/^[a-z]{1,20}:[\w:-]{1,120}$/)
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: auditWordsIn((await readWords()).language).title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const merchant = await requireMerchant('audit.see');
  const { language } = await readWords();
  const words = auditWordsIn(language);
  const wish = wishSchema.parse(await searchParams);
  const { db } = await getDeps();
  const rows = await listAudit(db, { beforeId: wish.before, about: wish.about, limit: PAGE_SIZE + 1 });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return (
    <>
      <PageTitle
        beside={
          may(merchant.role, 'audit.export') && (
            <a href="/admin/audit/export" className={`${LINK_CLASS} inline-flex min-h-11 items-center text-sm`}>
              {words.exportAll}
            </a>
          )
        }
      >
        {words.title}
      </PageTitle>
      <Calm>{words.lead}</Calm>
      {wish.about && (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 text-sm">
          <span className="break-all">{wish.about}</span>
          <a href="/admin/audit" className={`${LINK_CLASS} inline-flex min-h-11 items-center`}>
            {words.all}
          </a>
        </p>
      )}
      <div className="mt-4">
        {shown.length === 0 ? (
          <Calm>{words.none}</Calm>
        ) : (
          <Table label={words.title} heads={[words.when, words.who, words.what, words.change]}>
            {shown.map((row) => (
              <AuditTableRow key={row.id} row={row} language={language} />
            ))}
          </Table>
        )}
      </div>
      {last && (
        <p className="mt-4">
          <a href={`/admin/audit?${olderQuery(wish.about, last.id)}`} rel="next" className={LINK_CLASS}>
            {words.older}
          </a>
        </p>
      )}
    </>
  );
}

function AuditTableRow({ row, language }: { row: AuditRow; language: Language }) {
  const words = auditWordsIn(language);
  const { before, after } = row;
  return (
    <tr className="align-top">
      <Cell>
        <span className="whitespace-nowrap">{timeIn(row.at, language)}</span>
      </Cell>
      <Cell>{row.name ?? words.gone}</Cell>
      <Cell>
        {auditName(row.what, language)}
        <a
          href={`/admin/audit?about=${encodeURIComponent(row.about)}`}
          className="block break-all text-xs text-muted underline underline-offset-4"
        >
          {row.about}
        </a>
      </Cell>
      <Cell>
        <div className="grid max-w-xl gap-1 font-mono text-xs break-words">
          {before && (
            <p>
              <span className="sr-only">{words.before}: </span>− {JSON.stringify(before)}
            </p>
          )}
          {after && (
            <p>
              <span className="sr-only">{words.after}: </span>+ {JSON.stringify(after)}
            </p>
          )}
        </div>
      </Cell>
    </tr>
  );
}

function olderQuery(about: string | undefined, before: number): string {
  return new URLSearchParams({ ...(about ? { about } : {}), before: String(before) }).toString();
}

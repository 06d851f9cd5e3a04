import type { Metadata } from 'next';
import { BroadcastState } from '@/components/admin/broadcast-parts';
import { ReminderForm } from '@/components/admin/broadcast-steps';
import { broadcastWordsIn } from '@/components/admin/broadcast-words';
import { timeIn } from '@/components/admin/formats';
import { Calm, Cell, PageTitle, Panel, ROW_LINK_CLASS, Table } from '@/components/admin/parts';
import { buttonClass } from '@/components/ui/button';
import { listBroadcasts } from '@/lib/db/broadcasts';
import { getReminderSettings } from '@/lib/db/settings';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { setReminders } from './actions';

const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: broadcastWordsIn((await readWords()).language).title };
}

export default async function BroadcastsPage() {
  await requireMerchant('reach.see');
  const { language } = await readWords();
  const words = broadcastWordsIn(language);
  const { db } = await getDeps();
  const [rows, { cartAfterHours }] = await Promise.all([listBroadcasts(db, SHOWN), getReminderSettings(db)]);
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/broadcasts/new" className={buttonClass('primary', 'min-h-11 px-4 text-sm')}>
            {words.create}
          </a>
        }
      >
        {words.title}
      </PageTitle>
      <p className="-mt-3 mb-5 max-w-text text-sm text-muted">{words.lead}</p>
      {rows.length === 0 ? (
        <Calm>{words.none}</Calm>
      ) : (
        <Table
          label={words.title}
          heads={[words.name, words.status, words.queued, words.created]}
          figures={[words.queued]}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <Cell>
                <a href={`/admin/broadcasts/${row.id}`} className={ROW_LINK_CLASS}>
                  {row.name}
                </a>
              </Cell>
              <Cell>
                <BroadcastState status={row.status} language={language} />
              </Cell>
              <Cell number>{row.queued}</Cell>
              <Cell>{timeIn(row.createdAt, language)}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <Panel title={words.reminders} className="mt-8 max-w-md">
        <ReminderForm action={setReminders} language={language} cartAfterHours={cartAfterHours} />
      </Panel>
    </>
  );
}

import type { Metadata } from 'next';
import { timeIn } from '@/components/admin/formats';
import { Calm, Cell, PageTitle, Table } from '@/components/admin/parts';
import { deviceName, sessionWordsIn } from '@/components/admin/session-words';
import { SignOutForm } from '@/components/admin/sign-out-form';
import { listSessions } from '@/lib/db/merchants';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { signOutEverywhere } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: sessionWordsIn((await readWords()).language).title };
}

export default async function SessionsPage() {
  await requireMerchant();
  const merchant = await requireMerchant(); // asked once a request
  const { language } = await readWords();
  const words = sessionWordsIn(language);
  const { db, now } = await getDeps();
  const sessions = await listSessions(db, merchant.merchantId, now());
  return (
    <>
      <PageTitle beside={<SignOutForm action={signOutEverywhere} label={words.everywhere} />}>{words.title}</PageTitle>
      <Calm>{words.lead}</Calm>
      <div className="mt-4">
        <Table label={words.title} heads={[words.device, words.since, words.until]}>
          {sessions.map((session) => (
            <tr key={session.id}>
              <Cell>{deviceName(session.userAgent, language)}</Cell>
              <Cell>{timeIn(session.createdAt, language)}</Cell>
              <Cell>{timeIn(session.expiresAt, language)}</Cell>
            </tr>
          ))}
        </Table>
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import { timeIn } from '@/components/admin/formats';
import { Calm, Cell, LINK_CLASS, PageTitle, Table } from '@/components/admin/parts';
import { securityWordsIn } from '@/components/admin/security-words';
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
  const { merchantId } = await requireMerchant('desk.own');
  const { language } = await readWords();
  const words = sessionWordsIn(language);
  const { db, now } = await getDeps();
  const sessions = await listSessions(db, merchantId, now());
  return (
    <>
      <PageTitle beside={<SignOutForm action={signOutEverywhere} label={words.everywhere} />}>{words.title}</PageTitle>
      <Calm>{words.lead}</Calm>
      <a href="/admin/security" className={`${LINK_CLASS} inline-flex min-h-11 items-center text-sm`}>
        {securityWordsIn(language).toSecurity}
      </a>
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

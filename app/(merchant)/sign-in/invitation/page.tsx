import type { Metadata } from 'next';
import { DoorPage } from '@/components/admin/door-page';
import { InvitationForm } from '@/components/admin/sign-in-form';
import { staffWordsIn } from '@/components/admin/staff-words';
import { getShopSettings } from '@/lib/db/settings';
import { ROLE_NAMES } from '@/lib/domain/words/staff';
import { readInvitation } from '@/lib/flows/invite-staff';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { join } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the token until the form is sent: it shall not travel on to other sites.
  return { title: staffWordsIn((await readWords()).language).join, referrer: 'same-origin' };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function InvitationPage({ searchParams }: Props) {
  const { language, words } = await readWords();
  const own = staffWordsIn(language);
  const { token } = await searchParams;
  const deps = await getDeps();
  const invitation = typeof token === 'string' ? await readInvitation(deps, token) : null;
  if (!invitation || typeof token !== 'string') return <DoorPage title={own.over} lead={own.overLead} />;
  const { name } = await getShopSettings(deps.db);
  return (
    <DoorPage title={own.joinTitle(name)} lead={own.joinLead(invitation.email, ROLE_NAMES[invitation.role][language])}>
      <InvitationForm action={join} words={words} label={own.join} token={token} email={invitation.email} />
    </DoorPage>
  );
}

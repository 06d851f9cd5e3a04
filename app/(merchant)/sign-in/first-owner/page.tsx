import type { Metadata } from 'next';
import { DoorPage } from '@/components/admin/door-page';
import { FirstOwnerForm } from '@/components/admin/sign-in-form';
import { isFirstOwnerLink } from '@/lib/flows/create-first-owner';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { becomeFirstOwner } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the token until the form is sent: it shall not travel on to other sites.
  return { title: (await readWords()).words.becomeOwner, referrer: 'same-origin' };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function FirstOwnerPage({ searchParams }: Props) {
  const { words } = await readWords();
  const { token } = await searchParams;
  const valid = typeof token === 'string' && (await isFirstOwnerLink(await getDeps(), token));
  if (!valid) return <DoorPage title={words.linkOver} lead={words.linkOverLead} />;
  return (
    <DoorPage title={words.firstOwner} lead={words.firstOwnerLead}>
      <FirstOwnerForm action={becomeFirstOwner} words={words} token={token} />
    </DoorPage>
  );
}

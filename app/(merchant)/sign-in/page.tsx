import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorPage } from '@/components/admin/door-page';
import { SignInForm } from '@/components/admin/sign-in-form';
import { getMerchant } from '@/lib/server/merchant';
import { readWords } from '../words';
import { signIn } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.signIn };
}

export default async function SignInPage() {
  if (await getMerchant()) redirect('/admin');
  const { words } = await readWords();
  return (
    <DoorPage title={words.signIn} lead={words.signInLead}>
      <SignInForm action={signIn} words={words} />
    </DoorPage>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorPage } from '@/components/admin/door-page';
import { LINK_CLASS } from '@/components/admin/parts';
import { PasskeySignIn } from '@/components/admin/passkey-sign-in';
import { SignInForm } from '@/components/admin/sign-in-form';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { getMerchant } from '@/lib/server/merchant';
import { readWords } from '../words';
import { enterByPasskey, signIn } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.signIn };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const back = wayBack((await searchParams).next);
  if (await getMerchant()) redirect(back);
  const { words, language } = await readWords();
  return (
    <DoorPage title={words.signIn} lead={words.signInLead}>
      <SignInForm action={signIn} words={words} next={back} />
      <PasskeySignIn action={enterByPasskey} language={language} next={back} />
      <a href="/sign-in/forgotten" className={`${LINK_CLASS} inline-flex min-h-11 items-center text-sm`}>
        {words.forgotten}
      </a>
    </DoorPage>
  );
}

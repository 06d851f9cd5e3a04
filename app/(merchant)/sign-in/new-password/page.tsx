import type { Metadata } from 'next';
import { DoorPage } from '@/components/admin/door-page';
import { NewPasswordForm } from '@/components/admin/sign-in-form';
import { buttonClass } from '@/components/ui/button';
import { readReset } from '@/lib/flows/reset-password';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { chooseNewPassword } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the token until the form is sent: it shall not travel on to other sites.
  return { title: (await readWords()).words.newPassword, referrer: 'same-origin' };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function NewPasswordPage({ searchParams }: Props) {
  const { words } = await readWords();
  const { token } = await searchParams;
  const reset = typeof token === 'string' ? await readReset(await getDeps(), token) : null;
  if (!reset || typeof token !== 'string')
    return (
      <DoorPage title={words.resetOver} lead={words.resetOverLead}>
        <a href="/sign-in/forgotten" className={buttonClass('quiet')}>
          {words.askAgain}
        </a>
      </DoorPage>
    );
  return (
    <DoorPage title={words.newPassword} lead={words.newPasswordLead}>
      <NewPasswordForm action={chooseNewPassword} words={words} token={token} email={reset.email} />
    </DoorPage>
  );
}

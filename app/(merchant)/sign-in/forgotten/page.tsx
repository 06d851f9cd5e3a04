import type { Metadata } from 'next';
import { DoorPage } from '@/components/admin/door-page';
import { ForgottenForm } from '@/components/admin/sign-in-form';
import { readWords } from '../../words';
import { askForNewPassword } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.forgotten };
}

export default async function ForgottenPage() {
  const { words } = await readWords();
  return (
    <DoorPage title={words.forgotten} lead={words.forgottenLead}>
      <ForgottenForm action={askForNewPassword} words={words} />
    </DoorPage>
  );
}

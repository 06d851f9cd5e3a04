import type { Metadata } from 'next';
import { DoorPage } from '@/components/admin/door-page';
import { CodeForm } from '@/components/admin/security-forms';
import { securityWordsIn } from '@/components/admin/security-words';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { readWords } from '../../words';
import { giveCode } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: securityWordsIn((await readWords()).language).askTitle };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const { language, words } = await readWords();
  const own = securityWordsIn(language);
  const back = wayBack((await searchParams).next);
  return (
    <DoorPage title={own.askTitle} lead={own.askLead}>
      <CodeForm action={giveCode} language={language} label={words.signIn} next={back} anyCode />
    </DoorPage>
  );
}

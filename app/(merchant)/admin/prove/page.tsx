import type { Metadata } from 'next';
import { PageTitle } from '@/components/admin/parts';
import { ProveForm } from '@/components/admin/prove-form';
import { securityWordsIn } from '@/components/admin/security-words';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { requireMerchant } from '@/lib/server/merchant';
import { readWords } from '../../words';
import { prove } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: securityWordsIn((await readWords()).language).proveTitle };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProvePage({ searchParams }: Props) {
  await requireMerchant('desk.own');
  const { language } = await readWords();
  return (
    <>
      <PageTitle>{securityWordsIn(language).proveTitle}</PageTitle>
      <ProveForm action={prove} language={language} next={wayBack((await searchParams).next)} />
    </>
  );
}

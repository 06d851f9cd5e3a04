import { LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { readWords } from '../words';

export default async function NotFound() {
  const { words } = await readWords();
  return (
    <>
      <PageTitle>{words.notFound}</PageTitle>
      <p className="mb-4 text-sm text-muted">{words.notFoundLead}</p>
      <a href="/admin" className={LINK_CLASS}>
        {words.toToday}
      </a>
    </>
  );
}

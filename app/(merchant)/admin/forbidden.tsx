import { LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { readWords } from '../words';

/** A room of the desk that her role does not open; answered with 403. */
export default async function Forbidden() {
  const { words } = await readWords();
  return (
    <>
      <PageTitle>{words.notYourRoom}</PageTitle>
      <p className="mb-4 text-sm text-muted">{words.notYourRoomLead}</p>
      <a href="/admin" className={LINK_CLASS}>
        {words.toToday}
      </a>
    </>
  );
}

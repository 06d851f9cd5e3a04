import type { Metadata } from 'next';
import { ConversationFilter } from '@/components/admin/conversation-filter';
import { ConversationList } from '@/components/admin/conversation-list';
import { LiveRefresh } from '@/components/admin/live-refresh';
import { Calm, LINK_CLASS, PageTitle } from '@/components/admin/parts';
import { peopleWordsIn } from '@/components/admin/people-words';
import { countWaiting, listConversations } from '@/lib/db/list-conversations';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { cursorText, readListWish } from './list-wish';

const PAGE_SIZE = 40;

export async function generateMetadata(): Promise<Metadata> {
  return { title: peopleWordsIn((await readWords()).language).title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const { merchantId } = await requireMerchant('people.see');
  const { language } = await readWords();
  const words = peopleWordsIn(language);
  const { show: filter, after } = readListWish(await searchParams);
  const { db, now } = await getDeps();
  const [found, waiting] = await Promise.all([
    listConversations(db, { filter, merchantId, after, limit: PAGE_SIZE + 1 }),
    countWaiting(db),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/people/replies" className={LINK_CLASS}>
            {words.toReplies}
          </a>
        }
      >
        {words.title}
      </PageTitle>
      <ConversationFilter filter={filter} waiting={waiting} language={language} />
      {shown.length === 0 ? (
        <Calm>{words.none[filter]}</Calm>
      ) : (
        <ConversationList
          people={shown}
          language={language}
          now={now()}
          query={filter === 'all' ? '' : `?show=${filter}`}
        />
      )}
      <LiveRefresh />
      {last && (
        <p className="mt-4">
          <a href={`/admin/people?show=${filter}&after=${cursorText(last)}`} rel="next" className={LINK_CLASS}>
            {words.older}
          </a>
        </p>
      )}
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HerCart, HerOrders } from '@/components/admin/conversation-beside';
import { ConversationList, PersonMark } from '@/components/admin/conversation-list';
import { LiveRefresh } from '@/components/admin/live-refresh';
import { LINK_CLASS } from '@/components/admin/parts';
import { peopleWordsIn } from '@/components/admin/people-words';
import { ThreadView } from '@/components/admin/thread-view';
import { listConversations } from '@/lib/db/list-conversations';
import { may } from '@/lib/domain/merchants/roles';
import { marketOfShopper } from '@/lib/flows/reply-as-person';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../../words';
import { readListWish } from '../list-wish';
import { Leading } from './leading';
import { readConversation } from './read-conversation';
import { ReplyPart } from './reply-part';
import { SeenMark } from './seen-mark';

const BESIDE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: peopleWordsIn((await readWords()).language).title };
}

type Props = {
  params: Promise<{ shopperId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ConversationPage({ params, searchParams }: Props) {
  const { merchantId, role } = await requireMerchant('people.see');
  const { language } = await readWords();
  const words = peopleWordsIn(language);
  const [{ shopperId }, asked] = await Promise.all([params, searchParams]);
  const found = await readConversation(shopperId, asked);
  if (!found) notFound();
  const { conversation, thread, cart, orders, now } = found;
  const { show: filter } = readListWish(asked);
  const query = filter === 'all' ? '' : `?show=${filter}`;
  const people = await listConversations((await getDeps()).db, { filter, merchantId, limit: BESIDE });
  const answers = may(role, 'people.answer');
  const name = conversation.firstName ?? words.nameless;
  const older = thread.olderBefore && `?before=${thread.olderBefore.getTime()}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[17rem_minmax(0,1fr)_18rem]">
      <nav aria-label={words.title} className="max-xl:hidden">
        <ConversationList people={people} language={language} now={now} current={shopperId} query={query} />
      </nav>
      <div className="grid min-w-0 gap-3">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PersonMark name={conversation.firstName} />
          <h1 className="min-w-0 flex-1 text-lg">{name}</h1>
          <a href={`/admin/people${query}`} className={`${LINK_CLASS} inline-flex min-h-11 items-center text-sm`}>
            {words.back}
          </a>
        </header>
        <ThreadView items={thread.items} name={name} language={language} olderHref={older} />
        {answers && <ReplyPart found={found} language={language} />}
      </div>
      <aside className="grid min-w-0 gap-4">
        {answers && <Leading found={found} language={language} />}
        <HerCart lines={cart?.lines ?? []} currency={marketOfShopper(conversation).currency} language={language} />
        {may(role, 'orders.see') && <HerOrders orders={orders} language={language} />}
      </aside>
      <LiveRefresh shopperId={shopperId} />
      {answers && <SeenMark shopperId={shopperId} unread={conversation.unread} />}
    </div>
  );
}

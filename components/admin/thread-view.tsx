import { Fragment } from 'react';
import type { Language } from '@/lib/domain/market';
import { MARKS, type ThreadItem } from '@/lib/domain/messaging/thread';
import { orderLabel } from '@/lib/domain/orders/status';
import { clockIn, dayIn } from './durations';
import { moneyIn } from './formats';
import { failureName } from './names';
import { LINK_CLASS } from './parts';
import { type PeopleWords, peopleWordsIn } from './people-words';
import { Bubble, MessageContent } from './thread-message';

type ThreadProps = { items: ThreadItem[]; name: string; language: Language; olderHref: string | null };
type Told = { name: string; language: Language; words: PeopleWords };

/** The thread, newest words at the bottom and in sight at once: the box is laid out from its end, so it needs no script. */
export function ThreadView({ items, name, language, olderHref }: ThreadProps) {
  const words = peopleWordsIn(language);
  const told = { name, language, words };
  return (
    <section
      aria-label={words.thread(name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
      tabIndex={0}
      className="flex h-[52dvh] min-h-72 flex-col-reverse overflow-y-auto rounded-lg border border-line bg-raised lg:h-[calc(100dvh-30rem)] low:h-auto"
    >
      <ol className="mb-auto grid grid-cols-[minmax(0,1fr)] gap-3 p-4">
        {olderHref && (
          <li className="text-center text-sm">
            <a href={olderHref} className={LINK_CLASS}>
              {words.olderWords}
            </a>
          </li>
        )}
        {items.map((item, at) => {
          const day = dayIn(item.at, language);
          const before = items[at - 1];
          return (
            <Fragment key={item.id}>
              {(!before || dayIn(before.at, language) !== day) && (
                <li className="text-center text-xs font-bold text-muted">{day}</li>
              )}
              <li>
                <Item item={item} told={told} />
              </li>
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}

function Item({ item, told }: { item: ThreadItem; told: Told }) {
  if (item.is === 'entry') return <Entry item={item} told={told} />;
  if (item.is === 'message') return <Message item={item} told={told} />;
  const { words, language } = told;
  return (
    <p className="text-center text-xs text-muted">
      {words.happened[item.happened]}{' '}
      <a href={`/admin/orders/${item.orderId}`} className={LINK_CLASS}>
        {orderLabel(item.number)}
      </a>{' '}
      · {moneyIn(item.amountMinor, item.currency, language)} · {clockIn(item.at, language)}
    </p>
  );
}

function Entry({ item, told: { name, language, words } }: { item: Extract<ThreadItem, { is: 'entry' }>; told: Told }) {
  const { kind, text, merchantName, detail } = item;
  const time = clockIn(item.at, language);
  const who = merchantName ?? words.somebody;
  if (kind === 'mark') {
    const mark = MARKS.find((one) => one === text);
    return <p className="text-center text-xs text-muted">{mark && words.marks[mark](who, detail ?? '')}</p>;
  }
  if (kind === 'note' || kind === 'mailed') {
    const what = kind === 'note' ? words.note : words.mailed;
    return (
      <Bubble side="right" tone={kind === 'note' ? 'note' : 'person'} head={`${who} · ${what} · ${time}`}>
        <p className="whitespace-pre-wrap">{text}</p>
      </Bubble>
    );
  }
  if (kind === 'inbox')
    return (
      <Bubble side="right" tone="person" head={`${words.inbox} · ${time}`}>
        <p className="whitespace-pre-wrap">{text || '…'}</p>
      </Bubble>
    );
  const how = kind === 'tapped' ? ` · ${words.tapped}` : '';
  const said = kind === 'attached' ? words.attached : kind === 'arrived' ? words.arrived : text;
  return (
    <Bubble side="left" tone="her" head={`${name}${how} · ${time}`}>
      <p className="whitespace-pre-wrap">{said || '…'}</p>
    </Bubble>
  );
}

function Message({ item, told: { language, words } }: { item: Extract<ThreadItem, { is: 'message' }>; told: Told }) {
  const { purpose, status, failure, merchantName, message } = item;
  const isPerson = purpose === 'human_answer';
  const who = isPerson ? (merchantName ?? words.somebody) : words.assistant;
  const state = status === 'sent' ? '' : ` · ${words.states[status]}`;
  return (
    <>
      <Bubble
        side="right"
        tone={isPerson ? 'person' : 'bot'}
        head={`${who} · ${clockIn(item.at, language)}${status === 'failed' ? '' : state}`}
      >
        <MessageContent message={message} language={language} />
      </Bubble>
      {status === 'failed' && (
        <p className="mt-1 text-right text-xs text-error">
          {words.states.failed}: {failureName(failure, language)}
        </p>
      )}
    </>
  );
}
